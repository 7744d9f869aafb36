"""Where does a key get to? A key that is found nowhere else is given to the real program; then everything that it and
its processes write, start and leave behind is searched, also when they are killed by signals that leave a core.
usage: live_canary.py BUILD [trace|crash|echo|reader|keyring]..."""
import base64
import json
import os
import re
import secrets
import signal
import subprocess
import sys
import time

import live
from live import Workplace, check
from live_survival import command_of, descendants, plugin_process
from service import Service

rows = []
ENGINES = {
    "deepl": {"type": "deepl"},
    "libretranslate": {"type": "libretranslate"},
    "chat": {"type": "chat", "model": "m", "firstByteSeconds": 30},
}


class Canary:
    def __init__(self):
        self.key = "CANARY-" + secrets.token_hex(12)
        plain = self.key.encode()
        # As bytes, as a QString, and in base64 at any of its three places.
        self.forms = [plain, self.key.encode("utf-16-le"), plain.hex().encode()]
        self.forms += [base64.b64encode(b"x" * shift + plain)[4 if shift else 0:-4] for shift in range(3)]

    def among(self, data):
        return any(form in data for form in self.forms)

    def files(self, folder, but=()):
        """Files that hold it."""
        found = []
        for place, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(place, name)
                if name in but or os.path.islink(path) or not os.path.isfile(path):
                    continue
                with open(path, "rb") as file:
                    if self.among(file.read()):
                        found.append(os.path.relpath(path, folder))
        return found

    def shown(self, pid, *what):
        """Which of a process's descriptions in /proc hold it."""
        found = []
        for name in what:
            try:
                with open(f"/proc/{pid}/{name}", "rb") as file:
                    if self.among(file.read()):
                        found.append(name)
            except OSError:
                pass
        return found


def place_for(canary, engine, service):
    place = Workplace(ENGINES[engine] | {"address": service.address}, name=engine, key=canary.key)
    place.put("a.xlf", live.xliff(range(8100, 8110)))
    return place


def trace(engine):
    """Every byte that is written, and every program that is started."""
    if not live.find_program("strace"):
        return live.skip("strace is not on this machine")
    canary, service = Canary(), Service()
    place = place_for(canary, engine, service)
    place.put("trace", "")
    log = place.path("trace")
    calls = "write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,execve"
    before = ["strace", "-f", "--seccomp-bpf", "-y", "-v", "-s", "1000000", "-qq", "-o", log, "-e", "trace=" + calls]
    run = place.draft(before=before)
    check(run.machine.get("targets") == 10, f"{engine}: {run}")
    check(canary.key in json.dumps(service.headers) + "".join(service.bodies), f"{engine}: the key did not arrive")
    written, started = live.counted([]), []
    with open(log, encoding="utf-8", errors="replace") as file:
        for line in file:
            # strace shows bytes that are no text as \0 or \x00: a QString's text, every other byte.
            if canary.key not in line and canary.key not in re.sub(r"\\0|\\x00", "", line):
                continue
            call = re.match(r"\d+ +(\w+)\((?:(\d+)<([^>]*)>)?", line)
            if call.group(1) == "execve":
                started.append(re.search(r'"([^"]*)"', line).group(1))
            else:
                kind = re.sub(r"[:\[].*", "", call.group(3) or "?")
                written[kind] = written.get(kind, 0) + 1
    # strace itself shows how the program was started, by somebody who had the key in the environment.
    check([os.path.basename(one) for one in started] in ([], ["verbale"]), f"{engine}: {started} was given the key")
    files = [place for place in written if place not in ("pipe", "socket", "TCP", "UNIX", "UNIX-STREAM")]
    check(not files, f"{engine}: the key was written to {files}")
    check(not canary.files(place.folder, but=("trace",)), f"{engine}: {canary.files(place.folder, but=('trace',))}")
    exported = place.run("ledger", "--export", "-").out
    check(len(exported) > 1000 and canary.key not in exported, f"{engine}: the export has the key")
    check(canary.key not in run.out + run.err, f"{engine}: the program prints it")
    rows.append([engine, "strace", ", ".join(f"{kind} {n}" for kind, n in written.items()), "no file, no other program"])
    return place.remove()


def keyring():
    """The key comes from gnome-keyring: it gets to the service, and stands in no file but the keyring's own, unread."""
    programs = [live.find_program(name) for name in ("dbus-daemon", "gnome-keyring-daemon", "secret-tool", "strace")]
    if not all(programs):
        return live.skip("keyring: needs dbus-daemon, gnome-keyring-daemon, secret-tool and strace")
    bus, daemon, tool, _ = programs
    canary, service = Canary(), Service()
    place = Workplace(ENGINES["deepl"] | {"address": service.address}, name="deepl")
    place.put("a.xlf", live.xliff(range(8100, 8110)))
    os.makedirs(place.path("run"), mode=0o700)
    place.environment["XDG_RUNTIME_DIR"] = place.path("run")
    options = {"env": place.environment, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen([bus, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, **options) as session:
        place.environment["DBUS_SESSION_BUS_ADDRESS"] = session.stdout.readline().strip()
        with subprocess.Popen([daemon, "--unlock", "--components=secrets", "--foreground"], stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, **options) as keys:
            keys.stdin.write("live")
            keys.stdin.close()
            for _ in range(100):
                stored = subprocess.run([tool, "store", "--label=deepl", "user", "machine-translation/deepl", "server",
                                         "Verbale", "type", "plaintext"], input=canary.key, check=False, timeout=20,
                                        **options)
                if stored.returncode == 0:
                    break
                time.sleep(0.1)
            before = ["strace", "-f", "--seccomp-bpf", "-v", "-s", "100000", "-qq", "-o", place.path("trace"), "-e",
                      "trace=execve"]
            run = place.draft(before=before)
            keys.terminate()
        session.terminate()
    check(run.machine.get("targets") == 10, f"keyring: {run}")
    check(canary.key in json.dumps(service.headers), "keyring: the key did not arrive")
    left = canary.files(place.folder)
    check(not left and os.listdir(place.path("data", "keyrings")), f"keyring: the key is in clear in {left}")
    check(canary.key not in run.out + run.err, "keyring: the program prints the key")
    rows.append(["deepl", "key from gnome-keyring", f"{run.machine.get('targets')}/10", f"files {len(left)}"])
    return place.remove()


def crash(engine, whom, number):
    """Killed with the key in use, with cores allowed."""
    canary, service = Canary(), Service(delay=6)
    place = place_for(canary, engine, service)
    cores = ["sh", "-c", 'ulimit -c unlimited && exec "$@"', "sh"]
    process = subprocess.Popen([*cores, *place.command(*place.draft_arguments())], cwd=place.folder,
                               env=place.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    check(service.wait_for(1), f"{engine}: nothing was sent")
    plugin = plugin_process(process.pid)
    check(plugin is not None, f"{engine}: no process of the plugin's")
    for one in descendants(process.pid):
        shown = canary.shown(one, "cmdline", "environ", "comm", "status", "stat")
        check(not shown, f"{engine}: {command_of(one)} shows the key in {shown}")
    check(not canary.shown(process.pid, "cmdline", "comm", "status"), f"{engine}: the program shows the key")
    guards = [guard_of(one) for one in (plugin, process.pid)]
    time.sleep(0.1)
    os.kill(process.pid if whom == "program" else plugin, number)
    out, err = process.communicate(timeout=60)
    check(not canary.among(out + err), f"{engine}: the key is printed after {number.name}")
    time.sleep(0.3)
    left = canary.files(place.folder)
    check(not left, f"{engine}, {whom}, {number.name}: the key is in {left}")
    cores = [name for _, _, names in os.walk(place.folder) for name in names if name.startswith("core")]
    check(not cores, f"{engine}, {whom}, {number.name}: a core was left: {cores}")
    check(json.loads(place.run("ledger", "--json").out)["holds"], f"{engine}: the ledger is broken")
    rows.append([engine, f"{number.name} to the {whom}", f"plugin: {guards[0]}; program: {guards[1]}",
                 f"cores {len(cores)}, files with the key {len(left)}"])
    place.remove()


def early():
    """It leaves the range of dumps before it looks at anything: the key stands in its environment by then."""
    if not live.find_program("strace"):
        return live.skip("strace is not on this machine")
    canary, service = Canary(), Service()
    place = place_for(canary, "deepl", service)
    log = place.path("trace")
    place.draft(before=["strace", "-f", "--seccomp-bpf", "-qq", "-o", log, "-e", "trace=prctl,openat"])
    with open(log, encoding="utf-8", errors="replace") as file:
        calls = file.readlines()
    left = next((i for i, call in enumerate(calls) if "prctl(PR_SET_DUMPABLE, SUID_DUMP_DISABLE)" in call), None)
    read = next((i for i, call in enumerate(calls) if "settings.json" in call), None)
    check(left is not None and read is not None and left < read, f"early: out of dumps at {left}, settings at {read}")
    rows.append(["deepl", "out of dumps before anything is read", f"call {left} before {read}", ""])
    return place.remove()


def guard_of(pid):
    """No core may be left; and, where somebody else than root looks, /proc tells that no other program may read it."""
    with open(f"/proc/{pid}/limits", encoding="ascii") as file:
        core = next(line for line in file if line.startswith("Max core file size")).split()[4]
    check(core == "0", f"{command_of(pid)}: a core of {core} bytes may be left")
    if os.geteuid() == 0:  # owns everything in /proc; reader() looks as somebody else
        return "core limit 0"
    owner = os.stat(f"/proc/{pid}/environ").st_uid
    check(owner == 0, f"{command_of(pid)}: other programs of the user may read its memory")
    return "core limit 0, not dumpable"


def reader():
    """As another user than root: no other program of that user may read the memory or the environment."""
    setpriv = live.find_program("setpriv")
    if os.getuid() != 0 or not setpriv:
        return live.skip("reader: only root can start it as somebody else")
    canary, service = Canary(), Service(delay=6)
    place = place_for(canary, "deepl", service)
    for folder, _, names in os.walk(place.folder):
        for one in [folder] + [os.path.join(folder, name) for name in names]:
            os.chown(one, 65534, 65534)
    somebody = [setpriv, "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    process = subprocess.Popen([*somebody, *place.command(*place.draft_arguments())], cwd=place.folder,
                               env=place.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    if not check(service.wait_for(1, 20), "reader: nothing was sent"):
        process.kill()
        print(process.communicate())
        return None
    readable = []
    for name, pid in (("program", process.pid), ("plugin", plugin_process(process.pid))):
        for what in ("environ", "mem", "maps"):
            script = f"import sys; open('/proc/{pid}/{what}', 'rb').read(1)" if what != "mem" else \
                f"open('/proc/{pid}/mem', 'rb')"
            tried = subprocess.run([*somebody, "/usr/bin/python3", "-c", script], capture_output=True, text=True,
                                   check=False)
            if "PermissionError" not in tried.stderr:
                readable.append(f"{name}'s {what}")
    check(not readable, f"reader: another program of the user may read the {', '.join(readable)}")
    process.kill()
    process.communicate()
    rows.append(["deepl", "another program of the user", f"may read: {', '.join(readable) or 'nothing'}", ""])
    return place.remove()


def echo(engine, status, kind):
    """A service that says the key in its error, as some do, or sends it back as a translation."""
    canary = Canary()

    def answer(_service, body):
        if kind == "error":
            return status, json.dumps({"message": f"Invalid API key {canary.key}", "error": f"Bad key {canary.key}"})
        return status, json.dumps({"translations": [{"text": canary.key}] * body.count("số"), "translatedText":
                                   [canary.key] * body.count("số")})

    service = Service(answer=answer)
    place = place_for(canary, engine, service)
    run = place.draft()
    check(run.machine.get("targets") == 0 and sum(run.codes.values()) == 10, f"{engine}: {run}")
    check(canary.key not in run.out + run.err, f"{engine}, {status}: the program prints the key that it is told")
    left = canary.files(place.folder)
    check(not left, f"{engine}, {status}, {kind}: the key is in {left}")
    rows.append([engine, f"the service says the key: {status} {kind}", ", ".join(run.codes), f"files {len(left)}"])
    place.remove()


def main():
    chosen = sys.argv[2:] or ["trace", "crash", "reader", "echo", "keyring"]
    if "trace" in chosen:
        for engine in ENGINES:
            trace(engine)
    if "crash" in chosen:
        early()
        for engine in ("deepl", "libretranslate"):
            for whom in ("program", "plugin"):
                for number in (signal.SIGABRT, signal.SIGSEGV, signal.SIGKILL):
                    crash(engine, whom, number)
    if "keyring" in chosen:
        keyring()
    if "reader" in chosen:
        reader()
    if "echo" in chosen:
        for engine in ENGINES:
            echo(engine, 403, "error")
            echo(engine, 400, "error")
        echo("deepl", 200, "translation")
        echo("libretranslate", 200, "translation")
    live.table("Canary", ["engine", "what", "seen", "left"], rows)
    live.end()


if __name__ == "__main__":
    main()
