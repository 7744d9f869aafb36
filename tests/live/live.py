"""What the live tests share: the real program in a folder of its own, documents, and the processes of peers."""
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as ElementTree

SKIPPED = 77  # what CTest takes for "not run"
PLUGIN_DATA = "state/verbale/data/org.verbale.machine-translation"

build = sys.argv[1] if len(sys.argv) > 1 else "build/ci"
downloads = os.environ.get("VERBALE_LIVE_PEERS", os.path.join(build, "live"))
VERBALE = os.path.join(build, "bin", "verbale")

_failures = []
_checks = 0


def check(holds, what):
    """Counts, and goes on: one run shows all that is wrong."""
    global _checks
    _checks += 1
    if not holds:
        _failures.append(what)
        print("FAIL: " + what, flush=True)
    return holds


def end():
    print(f"{_checks} checks, {len(_failures)} failed", flush=True)
    for failure in _failures:
        print("FAIL: " + failure)
    sys.exit(1 if _failures else 0)


def skip(why):
    print("SKIPPED: " + why, flush=True)
    if _checks == 0:
        sys.exit(SKIPPED)


def table(title, columns, rows):
    widths = [max(len(str(row[i])) for row in [columns] + rows) for i in range(len(columns))]
    print("\n" + title)
    for row in [columns] + rows:
        print("  ".join(str(cell).ljust(width) for cell, width in zip(row, widths)).rstrip())
    print(flush=True)


def find_program(*names):
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    return next((found for found in (shutil.which(name, path=path) for name in names) if found), None)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for_port(port, process=None, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process is not None and process.poll() is not None:
            return False
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.05)
    return False


class Peers(contextlib.ExitStack):
    """Processes of others, which end with the test whatever becomes of it."""

    def start(self, name, command, port, folder, environment=None, seconds=60):
        """Runs until the test ends; its port is open when this returns. None: it did not come up, and is said so."""
        log = open(os.path.join(folder, name + ".log"), "wb")
        self.callback(log.close)
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder,
                                   env=environment, start_new_session=True)
        self.callback(stop, process)
        if wait_for_port(port, process, seconds):
            return process
        print(f"{name} did not come up; its last words:")
        with open(log.name, encoding="utf-8", errors="replace") as words:
            print("".join(words.readlines()[-15:]))
        return None


def stop(process):
    if process.poll() is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def http(method, url, body=None, headers=None, timeout=60):
    """Status and body; an error's status too."""
    request = urllib.request.Request(url, method=method, headers=headers or {},
                                     data=body if body is None else body.encode())
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=timeout) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def clean_environment():
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("VERBALE_", "XDG_")) and name.lower() not in
            ("http_proxy", "https_proxy", "all_proxy", "no_proxy")}
    kept["LC_ALL"] = "C.UTF-8"
    return kept


class Run:
    def __init__(self, process, seconds):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr
        self.seconds = seconds

    def __str__(self):
        machine = {name: value for name, value in self.machine.items() if name != "troubles"}
        return f"status {self.status}, {machine or self.out[:500]}, {self.err.strip()[:1500]}"

    @property
    def machine(self):
        try:
            return json.loads(self.out)["files"][0].get("machineTranslation") or {}
        except (ValueError, KeyError, IndexError):
            return {}

    @property
    def codes(self):
        return {one["code"]: one["segments"] for one in self.machine.get("troubles", [])}


class Workplace:
    """A home of its own: settings, state, documents."""

    def __init__(self, engine=None, key=None, name="engine", folder=None, **settings):
        self.folder = folder or tempfile.mkdtemp(prefix="verbale-live-")
        self.name = name
        self.environment = clean_environment()
        for variable, place in (("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state"),
                                ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")):
            self.environment[variable] = self.path(place)
            os.makedirs(self.path(place), exist_ok=True)
        if key:
            self.environment["VERBALE_MT_KEY_" + re.sub("[^A-Z0-9]", "_", name.upper())] = key
        if engine is not None:
            self.set_up(engine, **settings)

    def set_up(self, engine, **settings):
        machine = {"engines": {self.name: engine}} | settings
        self.put("config/verbale/settings.json", json.dumps({"machineTranslation": machine}))

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def put(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def command(self, *arguments):
        return [VERBALE, *arguments]

    def run(self, *arguments, before=(), timeout=180, **options):
        began = time.monotonic()
        process = subprocess.run([*before, *self.command(*arguments)], cwd=self.folder, env=self.environment,
                                 stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout,
                                 check=False, errors="replace", **options)
        return Run(process, time.monotonic() - began)

    def draft_arguments(self, *more, source="a.xlf", target="b.xlf"):
        return ("draft", source, "-o", target, "--force", "--json", "--mt", self.name, *more)

    def draft(self, *more, before=(), timeout=180, **places):
        return self.run(*self.draft_arguments(*more, **places), before=before, timeout=timeout)

    def ledger(self):
        return json.loads(self.run("ledger", "--json").out)

    def ledger_lines(self):
        """Every line with the whole requests; and the last, which says whether the chain holds."""
        run = self.run("ledger", "--export", "-")
        lines = [json.loads(line) for line in run.out.splitlines() if line]
        return (lines[:-1], lines[-1]) if lines else ([], {"holds": True, "lines": 0})

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


XLIFF = "urn:oasis:names:tc:xliff:document:2.0"


def sentence(number):
    """No glossary has it, and its figure tells it from all others."""
    return f"Phiên thảo luận số {number} kéo dài đến tối muộn vì còn nhiều ý kiến khác nhau."


def english(number):
    return f"Discussion session no. {number} went on until late in the evening because opinions still differed."


NUMBER = re.compile(r"\d{4,}")


def xliff(numbers, source="vi", target="en", text=sentence, tagged=False):
    units = []
    for number in numbers:
        content = text(number)
        if tagged:
            content = content.replace(str(number), f'<pc id="1">{number}</pc>', 1)
        units.append(f'<unit id="u{number}"><segment id="s1"><source>{content}</source></segment></unit>')
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="{XLIFF}" version="2.1" srcLang="{source}" '
            f'trgLang="{target}"><file id="f1">\n' + "\n".join(units) + "\n</file></xliff>\n")


def targets(path):
    """Unit id -> the target's text; units without one are left out."""
    found = {}
    for unit in ElementTree.parse(path).getroot().iter(f"{{{XLIFF}}}unit"):
        text = "".join("".join(one.itertext()) for one in unit.findall(f"{{{XLIFF}}}segment/{{{XLIFF}}}target"))
        if text:
            found[unit.get("id")] = text
    return found


def misplaced(path):
    """Units whose target speaks of another's number."""
    return [unit for unit, text in targets(path).items() if unit[1:] not in NUMBER.findall(text)]


def counted(texts):
    counts = {}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    return counts


def certificate(folder, name, host="localhost", before=()):
    """A certificate that its owner has signed, for the host; NAME.pem and NAME.key."""
    pem, key = (os.path.join(folder, name + end) for end in (".pem", ".key"))
    subprocess.run([*before, "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes", "-days", "1", "-subj", "/CN=" + host, "-addext", "subjectAltName=DNS:" + host,
                    "-keyout", key, "-out", pem], check=True, capture_output=True)
    return pem, key


def key_store(folder, name):
    """The same as one PKCS12 file, with the password "live"."""
    store = os.path.join(folder, name + ".p12")
    subprocess.run(["openssl", "pkcs12", "-export", "-in", os.path.join(folder, name + ".pem"), "-inkey",
                    os.path.join(folder, name + ".key"), "-out", store, "-passout", "pass:live"], check=True)
    return store
