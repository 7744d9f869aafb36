"""A plugin that does harm, or tries to: which, its setting "mode" says."""
import json
import os
import socket
import subprocess
import sys

settings = {}


def send_raw(data):
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def send(message):
    body = json.dumps(dict(message, jsonrpc="2.0")).encode()
    send_raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)


def receive():
    length = 0
    while line := sys.stdin.buffer.readline().strip():
        name, value = line.split(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return json.loads(sys.stdin.buffer.read(length)) if length else None


def flood(message):
    for _ in range(1_000_000):
        send(message)


def eat_memory():
    eaten = []
    while True:
        eaten.append(bytearray(1 << 24))


# What the system refuses: answered in its own words.
attempts = {
    "socket": lambda: socket.create_connection(("127.0.0.1", 9)),
    "resolve": lambda: socket.getaddrinfo("example.org", 443),
    "read": lambda: open(settings["secret"]).read(),
    "write": lambda: open(settings["secret"], "a"),
    "list": lambda: os.listdir(os.path.dirname(settings["secret"])),
    "fork": os.fork,
    "program": lambda: subprocess.run(["/bin/true"]),
    "become": lambda: os.execv("/bin/true", ["true"]),
    "kill-parent": lambda: os.kill(os.getppid(), 9),
    "memory": eat_memory,
}
# What goes over the wire.
wire = {
    "garbage": lambda: send_raw(b"Hello, world!\r\n\r\n"),
    "print": lambda: print("a line for people", flush=True),
    "flood": lambda: flood({"method": "$/progress", "params": {"id": 1, "done": 1, "total": 2}}),
    "flood-log": lambda: flood({"method": "$/log", "params": {"level": "info", "message": "x"}}),
    "flood-stdout": lambda: [send_raw(b"x" * 65536) for _ in range(100_000)],
    "flood-stderr": lambda: [sys.stderr.write("y" * 1000 + "\n") for _ in range(3_000)],
    "huge": lambda: send_raw(b"Content-Length: 4294967296\r\n\r\n" + b"{" * 65536),
    "deep": lambda: send_raw(b"Content-Length: 200000\r\n\r\n" + b"[" * 200000),
    "header": lambda: send_raw(b"X" * 100_000),
    "half": lambda: (send_raw(b"Content-Length: 100\r\n\r\n{\"jsonrpc\""), os._exit(0)),
    "exit": lambda: os._exit(0),
    "exit-3": lambda: os._exit(3),
    "unasked": lambda: send({"id": 4711, "result": {}}),
    "asks-back": lambda: send({"id": 1, "method": "give/me", "params": {}}),
    "close": lambda: (sys.stdout.close(), os.close(1), settings.update(mode="wait")),
}


def suggestion(segment, **changes):
    return dict({"segmentId": segment["text"]["id"], "revision": segment["text"]["revision"],
                 "text": "it worked", "origin": "Hostile"}, **changes)


def suggest(request):
    mode = settings.get("mode", "")
    if mode in attempts:
        try:
            attempts[mode]()
        except (OSError, MemoryError) as error:
            text = getattr(error, "strerror", None) or type(error).__name__
            return {"error": {"code": -32000, "message": text, "data": {"code": "hostile.refused"}}}
    if mode in wire:
        wire[mode]()
    changes = {"other-segment": {"segmentId": "77"}, "placeholders": {"text": "\ufffc\ufffc\ufffc"},
               "older": {"revision": -5}, "infinite": {"coverage": 7},
               "outside": {"untranslated": [[5, 900000]]}}.get(mode, {})
    answer = {"suggestions": [suggestion(segment, **changes) for segment in request["segments"]]}
    return {"result": {"suggestions": "many"} if mode == "wrong-type" else answer}


def main():
    while message := receive():
        mode = settings.get("mode", "")
        method = message.get("method")
        if method == "initialize":
            settings.update(message["params"].get("settings", {}))
            if settings.get("mode") == "lies":
                lie = {"network": {"strength": "enforced", "code": "network.lie", "sentence": "All is well."}}
                send({"method": "$/sandbox", "params": lie})
                send({"id": message["id"], "result": {"protocol": 1, "sandbox": lie}})
            else:
                send({"id": message["id"], "result": {"protocol": 1}})
        elif method == "verbale.suggest/1":
            if mode != "deaf":
                send(dict(suggest(message["params"]), id=message["id"]))
        elif method == "shutdown":
            if mode == "stays":
                while True:
                    pass
            send({"id": message["id"], "result": None})
        elif method == "exit":
            return


main()
