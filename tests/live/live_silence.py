"""Without --mt nothing goes near a network: no socket but local ones is made, no name looked up, by the verbs and by
the window, with an engine set up and its key there.
usage: live_silence.py BUILD"""
import os
import re
import subprocess
import time

import live
from live import Workplace, check

rows = []
CALLS = "socket,connect,sendto,sendmsg,sendmmsg,bind,execve"


def network_of(log):
    """The calls that would have to do with a network, and the programs that were started."""
    network, started = [], []
    with open(log, encoding="utf-8", errors="replace") as file:
        for line in file:
            if "execve(" in line:
                started.append(os.path.basename(re.search(r'execve\("([^"]*)"', line).group(1)))
            elif "AF_UNIX" not in line and "NETLINK_AUDIT" not in line and re.search(r"AF_(INET6?|NETLINK|PACKET)|sin6?_port", line):
                network.append(line.strip())
    return network, started


def silent(what, place, command, seconds=None):
    log = place.path("trace")
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-s", "200", "-o", log, "-e", "trace=" + CALLS]
    process = subprocess.Popen([*strace, *command], cwd=place.folder, env=place.environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    if seconds is not None:
        time.sleep(seconds)
        check(process.poll() is None, f"{what}: it did not stay open: {process.communicate() if process.poll() is not None else ''}")
        live.stop(process)
    out, err = process.communicate(timeout=120)
    check(seconds is not None or process.returncode == 0, f"{what}: {out} {err}")
    network, started = network_of(log)
    check(started, f"{what}: strace saw nothing")
    check(not network, f"{what}: {network[:3]}")
    hosts = started.count("verbale-plugin-host")
    rows.append([what, len(network), hosts])


def window(place):
    xvfb, workbench = live.find_program("Xvfb"), os.path.join(live.build, "bin", "verbale-workbench")
    if not xvfb or not os.path.exists(workbench):
        return live.skip("the window: no Xvfb, or no verbale-workbench in the build tree")
    reading, writing = os.pipe()
    display = subprocess.Popen([xvfb, "-displayfd", str(writing), "-nolisten", "tcp", "-screen", "0", "1280x800x24"],
                               pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        place.environment["DISPLAY"] = ":" + os.read(reading, 16).decode().strip()
        place.environment["QT_QPA_PLATFORM"] = "xcb"
        place.environment["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # else a bus is started, and stays
        silent("the window, 15 s", place, [os.path.abspath(workbench), "b.xlf"], 15)
    finally:
        display.terminate()
        display.wait()
    return None


def main():
    if not live.find_program("strace"):
        live.skip("strace is not on this machine")
    place = Workplace({"type": "deepl", "address": "https://no-such-service.invalid"}, name="deepl", key="live-key")
    place.put("a.txt", "Bộ Ngoại giao\n\n" + " ".join(live.sentence(number) for number in range(9100, 9110)) + "\n")
    for what, arguments in (("draft", ("draft", "a.txt", "-o", "b.xlf", "--force")), ("validate", ("validate", "b.xlf")),
                            ("terms", ("terms", "a.txt")), ("stats", ("stats", "b.xlf")),
                            ("export --to target", ("export", "b.xlf", "--to", "target", "-o", "c.txt")),
                            ("export --to tmx", ("export", "b.xlf", "--to", "tmx", "-o", "c.tmx")),
                            ("plugins list", ("plugins", "list")), ("ledger", ("ledger",))):
        silent(what, place, place.command(*arguments))
    window(place)
    # That the test sees what it looks for: with --mt the name is looked up.
    log = place.path("trace")
    run = place.draft(source="a.txt", before=["strace", "-f", "--seccomp-bpf", "-qq", "-o", log, "-e", "trace=" + CALLS])
    network, _ = network_of(log)
    check(network, f"with --mt strace sees no network either: {run}")
    rows.append(["draft --mt (the control)", len(network), 1])
    live.table("Silence", ["what", "calls of a network", "plugin processes"], rows)
    place.remove()
    live.end()


if __name__ == "__main__":
    main()
