"""The real program when it is killed, when the disk is full, when the clock jumps, when the key is changed: the ledger
holds, nothing is sent twice by itself, and whoever goes on pays for what never left.
usage: live_survival.py BUILD [kill|disk|clock|key]..."""
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import live
from live import Workplace, check
from service import Service, texts_of

CHARGED = "mt.may-have-been-charged"
rows = []


def children(pid):
    """Of all its threads."""
    found = []
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
                found += [int(one) for one in file.read().split()]
    return found


def descendants(pid):
    found = []
    for child in children(pid):
        found += [child] + descendants(child)
    return found


def command_of(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def plugin_process(pid):
    """The plugin's process below the program's."""
    return next((one for one in descendants(pid) if "machine-translation" in command_of(one)), None)


def compare(what, place, service, lost_allowed=True):
    """What came is in the ledger, to the character; what is in the ledger and did not come was on its way."""
    lines, last = place.ledger_lines()
    check(last["holds"], f"{what}: the ledger's chain is broken")
    outcomes = {line["about"]: line["outcome"] for line in lines if line["kind"] == "outcome"}
    texts = [line for line in lines if line["kind"] == "text"]
    came = live.counted(service.texts())
    wrote = live.counted(line["text"] for line in texts if outcomes.get(line["number"]) != "not-sent")
    missing = {text: count - wrote.get(text, 0) for text, count in came.items() if count > wrote.get(text, 0)}
    check(not missing, f"{what}: {sum(missing.values())} texts came that the ledger does not have")
    lost = [line["text"] for line in texts if outcomes.get(line["number"]) in (None, "ambiguous", "unfinished")]
    more = {text: count - came.get(text, 0) for text, count in wrote.items() if count > came.get(text, 0)}
    check(lost_allowed and set(more) <= set(lost) or not more,
          f"{what}: the ledger has {sum(more.values())} texts as sent that never came")
    requests = {line["text"] for line in lines if line["kind"] == "request"}
    check(set(service.bodies) <= requests, f"{what}: a request came that the ledger has not in these very words")
    return len(texts), len(lost)


def killed():
    """kill -9 of the program or of the plugin's process at 20 moments of one long batch."""
    rng = random.Random(20261123)
    service = Service(delay=0.15)
    numbers = range(6000, 7200)
    place = Workplace({"type": "libretranslate", "address": service.address, "items": 5}, name="victim")
    place.put("a.xlf", live.xliff(numbers))
    deaths = {"program": 0, "plugin": 0, "none": 0}
    for attempt in range(20):
        whom = "program" if attempt % 2 == 0 else "plugin"
        before = len(service.bodies)
        process = subprocess.Popen(place.command(*place.draft_arguments()), cwd=place.folder, env=place.environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if rng.random() < 0.8:
            service.wait_for(before + 1, 5)
        time.sleep(rng.uniform(0, 0.25))
        victim = plugin_process(process.pid) if whom == "plugin" else None
        whom = "plugin" if victim else "program"
        victim = victim or process.pid
        if process.poll() is not None:
            whom = "none"
        else:
            os.kill(victim, signal.SIGKILL)
        deaths[whom] += 1
        check(process.wait(60) is not None, "the program did not end")
        for _ in range(100):  # a plugin does not outlive the program
            if not left_over(place.folder):
                break
            time.sleep(0.02)
        check(not left_over(place.folder), "a plugin's process outlived the program")
        check(json.loads(place.run("ledger", "--json").out)["holds"], f"kill {attempt}: the chain is broken")
        if whom == "plugin":  # after three crashes it is off until the user says otherwise
            place.run("plugins", "enable", "org.verbale.machine-translation")
    time.sleep(0.3)
    twice = [text for text, count in live.counted(service.texts()).items() if count > 1]
    check(not twice, f"killed: {len(twice)} texts were sent twice without being asked for")
    # What never left goes now, and nothing else.
    had = len(service.texts())
    last = place.draft()
    came = service.texts()
    check(max(live.counted(came).values()) == 1, "killed: going on sent a text a second time")
    _, lost = compare("killed", place, service)
    machine = last.machine
    check(last.status == 0 and machine.get("targets", 0) + last.codes.get(CHARGED, 0) == len(numbers), f"killed: {last}")
    # A kill between the cache and the ledger leaves an answer that is used and a text that the ledger calls lost.
    check(last.codes.get(CHARGED, 0) <= lost or not lost, f"killed: {lost} lost, but {last.codes}")
    check(not live.misplaced(place.path("b.xlf")), "killed: a wrong segment got a text")
    rows.append(["kill -9", f"program {deaths['program']}, plugin {deaths['plugin']}, too late {deaths['none']}",
                 f"{machine.get('targets')}/{len(numbers)}", f"charged {last.codes.get(CHARGED, 0)}",
                 f"{had} before the last run, {len(came) - had} in it, 0 twice"])
    # Asked for, the lost ones go once more, and they alone.
    again = place.draft("--mt-again")
    check(again.machine.get("targets") == len(numbers), f"killed, asked again: {again}")
    resent = len(service.texts()) - len(came)
    check(resent == last.codes.get(CHARGED, 0), f"killed: {resent} sent again, {last.codes.get(CHARGED, 0)} were lost")
    compare("killed, asked again", place, service)
    rows.append(["kill -9, --mt-again", "", f"{again.machine.get('targets')}/{len(numbers)}", "translated",
                 f"{resent} sent once more"])
    place.remove()


def left_over(folder):
    """Processes of plugins whose data lies in the folder."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit() and "plugin-host" in command_of(name):
            try:
                with open(f"/proc/{name}/environ", "rb") as file:
                    if folder.encode() in file.read():
                        found.append(int(name))
            except OSError:
                pass
    return found


class SmallDisk:
    """A disk of its own below a folder, seen by whoever is started through `before`."""

    def __init__(self, peers, folder, size):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        script = f"mount -t tmpfs -o size={size},mode=700 tmpfs '{folder}' && echo there && exec sleep 900"
        self.holder = subprocess.Popen(["unshare", "-rm", "sh", "-c", script], stdout=subprocess.PIPE, text=True)
        peers.callback(self.holder.kill)
        self.there = self.holder.stdout.readline().strip() == "there"
        self.before = ("nsenter", "-t", str(self.holder.pid), "-U", "-m", "--preserve-credentials")

    def shell(self, script):
        return subprocess.run([*self.before, "sh", "-c", script], capture_output=True, text=True, check=False)

    def fill(self):
        self.shell(f"dd if=/dev/zero of='{self.folder}/filling' bs=1k count=100000; sync")

    def empty(self):
        self.shell(f"rm -f '{self.folder}/filling'")


def disk_full(peers):
    if not live.find_program("unshare") or not live.find_program("nsenter"):
        return live.skip("disk full: no unshare and nsenter")
    for what, size, count, fill in (("full from the start", "1m", 20, True), ("full on the way", "200k", 400, False)):
        service = Service(delay=0.02)
        place = Workplace({"type": "libretranslate", "address": service.address, "items": 5}, name="full")
        disk = SmallDisk(peers, place.path("state", "verbale"), size)
        if not disk.there:
            return live.skip("disk full: no file system of its own to be had")
        numbers = range(6500, 6500 + count)
        place.put("a.xlf", live.xliff(numbers))
        command = place.command
        enter = [*disk.before, "sh", "-c", 'cd "$0" && exec "$@"', place.folder]
        place.command = lambda *arguments, enter=enter, command=command: [*enter, *command(*arguments)]
        if fill:
            disk.fill()
        run = place.draft()
        sent = len(service.texts())
        machine = run.machine
        check(run.status in (0, 2), f"disk {what}: {run}")
        if fill:
            check(sent == 0, f"disk {what}: {sent} texts were sent though the ledger could not be written")
            check("ull" in run.err + run.out or "ledger" in run.err + run.out, f"disk {what}: not said: {run}")
        else:
            check(0 < sent < count, f"disk {what}: {sent} texts of {count} were sent")
            check(machine.get("targets", 0) + sum(run.codes.values()) == count, f"disk {what}: {run}")
        disk.shell(f"mount -o remount,size=20m '{disk.folder}'")
        disk.empty()
        compare(f"disk {what}", place, service)
        rows.append([f"disk {what}", f"{size}", f"{machine.get('targets', 0)}/{count}",
                     ", ".join(f"{code} {n}" for code, n in run.codes.items()) or run.err.strip()[:70], f"{sent} sent"])
        after = place.draft(target="c.xlf")
        counts = live.counted(service.texts())
        check(max(counts.values(), default=0) <= 1, f"disk {what}: a text was sent a second time by itself")
        machine = after.machine
        check(machine.get("targets", 0) + after.codes.get(CHARGED, 0) == count, f"disk {what}, room again: {after}")
        compare(f"disk {what}, room again", place, service)
        rows.append([f"disk {what}, room again", "", f"{machine.get('targets')}/{count}",
                     ", ".join(f"{code} {n}" for code, n in after.codes.items()) or "translated",
                     f"{len(service.texts()) - sent} sent, 0 twice"])
        place.remove()
    return None


def clock_jumps():
    """The plugin's process sees a clock that is set forward and back while it works."""
    library = next((os.path.join(folder, "libfaketime.so.1") for folder in
                    ("/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime")
                    if os.path.exists(os.path.join(folder, "libfaketime.so.1"))), None)
    if library is None:
        return live.skip("clock: libfaketime is not on this machine")
    service = Service(delay=0.05)
    place = Workplace({"type": "libretranslate", "address": service.address, "items": 5}, name="late")
    data = place.path(live.PLUGIN_DATA)
    os.makedirs(data)
    place.put(live.PLUGIN_DATA + "/clock", "+0")
    # The program starts its plugins without the environment, so the clock comes with the program that they run in.
    shadow = place.path("bin")
    os.makedirs(shadow)
    shutil.copy(live.VERBALE, shadow)
    os.symlink(os.path.abspath(os.path.join(live.build, "lib")), place.path("lib"))
    if os.path.isdir(os.path.join(live.build, "share")):
        os.symlink(os.path.abspath(os.path.join(live.build, "share")), place.path("share"))
    host = os.path.abspath(os.path.join(live.build, "bin", "verbale-plugin-host"))
    with open(os.path.join(shadow, "verbale-plugin-host"), "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\nexec env LD_PRELOAD={library} FAKETIME_TIMESTAMP_FILE={data}/clock FAKETIME_NO_CACHE=1 "
                   f"DONT_FAKE_MONOTONIC=1 FAKETIME_DONT_FAKE_MONOTONIC=1 {host} \"$@\"\n")
    os.chmod(os.path.join(shadow, "verbale-plugin-host"), 0o755)
    numbers = range(6900, 7100)
    place.put("a.xlf", live.xliff(numbers))
    arguments = place.draft_arguments()
    process = subprocess.Popen([os.path.join(shadow, "verbale"), *arguments], cwd=place.folder, env=place.environment,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for count, clock in ((4, "+3d"), (12, "-2d"), (20, "+400d"), (28, "+0")):
        service.wait_for(count)
        place.put(live.PLUGIN_DATA + "/clock.new", clock + "\n")
        os.rename(place.path(live.PLUGIN_DATA, "clock.new"), place.path(live.PLUGIN_DATA, "clock"))
    process.stdout, process.stderr = process.communicate(timeout=120)
    run = live.Run(process, 0)
    check(run.machine.get("targets") == len(numbers), f"clock: {run}")
    compare("clock", place, service, lost_allowed=False)
    check(max(live.counted(service.texts()).values()) == 1, "clock: a text was sent twice")
    ledger = place.run("ledger")
    days = {line.split("T")[0] for line in ledger.out.splitlines() if line[:2] == "20"}
    check(len(days) > 2, f"clock: the plugin did not see it jump: {days}")
    check(ledger.status == 0 and "clock went back" in ledger.err, f"clock: the ledger does not say so: {ledger.err}")
    rows.append(["clock jumps", "+3 d, -2 d, +400 d, back", f"{run.machine.get('targets')}/{len(numbers)}",
                 "translated, ledger holds", f"{len(days)} different days in the ledger"])
    return place.remove()


def key_changed():
    """The service takes the key back in the middle of a batch."""
    valid = {"first"}

    def answer(service, _body):
        if len(service.bodies) > 6:
            valid.discard("first")
        key = service.headers[-1].get("Authorization", "").removeprefix("DeepL-Auth-Key ")
        return None if key in valid else (403, '{"message": "Forbidden"}')

    service = Service(delay=0.02, answer=answer)
    place = Workplace({"type": "deepl", "address": service.address}, name="office", key="first")
    numbers = range(7200, 7800)
    place.put("a.xlf", live.xliff(numbers))
    run = place.draft()
    got = run.machine.get("targets", 0)
    check(0 < got < len(numbers) and run.codes == {"mt.key": len(numbers) - got}, f"key: {run}")
    requests = len(service.bodies)
    check(requests <= 6 + 9, f"key: {requests} requests: those that were on their way, and no more")
    rows.append(["key taken back", "after 6 requests", f"{got}/{len(numbers)}", f"mt.key {len(numbers) - got}",
                 f"{requests} requests"])
    valid.add("second")
    place.environment["VERBALE_MT_KEY_OFFICE"] = "second"
    after = place.draft(target="c.xlf")
    check(after.machine.get("targets") == len(numbers), f"key, changed: {after}")
    check(after.machine.get("fromCache") == got, f"key, changed: {after}")
    paid = [text for body, headers in zip(service.bodies[requests:], service.headers[requests:])
            for text in texts_of(json.loads(body))]
    check(len(paid) == len(numbers) - got, f"key, changed: {len(paid)} sent for {len(numbers) - got} that were missing")
    compare("key", place, service, lost_allowed=False)
    rows.append(["new key", "", f"{after.machine.get('targets')}/{len(numbers)}", "translated",
                 f"{len(paid)} texts sent, {got} from the cache"])
    place.remove()


def main():
    with live.Peers() as peers:
        for name, test in {"kill": killed, "disk": lambda: disk_full(peers), "clock": clock_jumps,
                           "key": key_changed}.items():
            if not sys.argv[2:] or name in sys.argv[2:]:
                test()
    live.table("Survival", ["what", "how", "targets", "state", "requests"], rows)
    live.end()


if __name__ == "__main__":
    main()
