"""Provides everything, and is as good or as bad at it as its setting "mode" says."""
import base64
import json
import os
import sys

settings = {}
asked = 0
PATIENCE = {"verbale.format/1/read": 4, "verbale.command/1/run": 14}  # calls until it tires, just before the last ones


def send(**message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    sys.stdout.buffer.flush()


def receive():
    length = 0
    while line := sys.stdin.buffer.readline().strip():
        length = int(line[15:]) if line.lower().startswith(b"content-length:") else length
    return json.loads(sys.stdin.buffer.read(length)) if length else {"method": "exit"}


def segments(request):
    return [segment.get("text", segment) for segment in request["segments"]]


def parts(request, **more):
    return [{"segmentId": s["id"], "revision": s["revision"], **more} for s in segments(request)]


def read(request):
    text = base64.b64decode(request["bytes"]).decode()  # of bytes that are no text this is an error, rightly
    return {"units": [{"id": str(n), "source": line} for n, line in enumerate(text.splitlines())]}


def write(request):
    lines = base64.b64decode(request["bytes"]).decode().splitlines(keepends=True)
    for target in request["targets"]:
        lines[int(target["id"])] = target["text"] + "\n"
    return {"bytes": base64.b64encode("".join(lines).encode()).decode()}


def run(request):
    if request["command"] != "shout":
        raise ValueError("there is no such command")
    return {"edits": [{"segmentId": s["id"], "revision": s["revision"], "text": s["target"].upper()}
                      for s in segments(request) if "\ufffc" not in s["target"]]}


def translate(request):
    if request["engine"] == "no-such-service":
        raise ValueError("there is no such service")
    return {"translations": parts(request, text="x"), "engineName": "Liar"}


GOOD = {
    "verbale.terms/1": lambda request: {"segments": parts(request, hits=[])},
    "verbale.suggest/1": lambda request: {"suggestions": [
        {"segmentId": s["id"], "revision": s["revision"], "text": s["source"], "origin": "Liar"}
        for s in segments(request)]},
    "verbale.translate/1": translate,
    "verbale.check/1": lambda request: {"findings": parts(request, code="liar.x", message="Look at this.")},
    "verbale.receipts/1": lambda request: {"segments": parts(request, receipts=[])},
    "verbale.align/1": lambda request: {"parts": [
        {"source": [n, n + 1], "target": [n, n + 1], "confidence": 1}
        for n in range(min(len(request["source"]), len(request["target"])))]},
    "verbale.format/1/detect": lambda request: {"confidence": 0.9 if request["fileName"] == "a.liar" else 0},
    "verbale.format/1/read": read,
    "verbale.format/1/write": write,
    "verbale.command/1/list": lambda request: {"commands": [{"id": "shout", "title": "Shout"}]},
    "verbale.command/1/run": run,
}
# About segments and places that nobody has asked about.
WRONG = {
    "verbale.terms/1": lambda request: {"segments": parts(request, hits=[{"span": [0, 1000000]}]) or [
        {"segmentId": "?", "revision": 0}]},
    "verbale.suggest/1": lambda request: {"suggestions": [{"segmentId": "?", "revision": 0, "text": "x"}]},
    "verbale.translate/1": lambda request: {"translations": [{"segmentId": "?", "revision": 0, "text": "x"}]},
    "verbale.check/1": lambda request: {"findings": [
        {"segmentId": "?", "revision": 0, "code": "x", "message": "x"}]},
    "verbale.receipts/1": lambda request: {"segments": [{"segmentId": "?", "revision": 0}]},
    "verbale.align/1": lambda request: {"parts": [{"source": [5, 1000000], "target": [0, 1]}]},
    "verbale.format/1/detect": lambda request: {"confidence": 7},
    "verbale.format/1/read": lambda request: {"units": [{"id": "1", "source": "a"}, {"id": "1", "source": "b"}]},
    "verbale.format/1/write": lambda request: {"bytes": "no base64!"},
    "verbale.command/1/run": lambda request: {"edits": [{"segmentId": "?", "revision": 0, "text": "x"}]},
}


def answer(message):
    global asked
    asked += 1
    mode, method, params = settings.get("mode", "good"), message["method"], message["params"]
    if method == "initialize":
        settings.update(params["settings"])
        if settings.get("mode") == "start":
            raise ValueError("no licence was found")
        return {"protocol": 1}
    if method == "shutdown":
        return os._exit(4) if mode == "stop" else None
    if mode == "error":
        raise ValueError("nothing works today")
    if mode == "form":
        return {key: 7 for key in ("segments", "suggestions", "translations", "findings", "parts", "confidence",
                                   "units", "bytes", "commands", "edits", "warnings")}
    if mode == "unsure":
        return {**GOOD[method](params), "warnings": [str(asked)]}
    if mode == "forgets-codes" and method == "verbale.suggest/1":
        return {"suggestions": [{"segmentId": s["id"], "revision": s["revision"], "text": "x", "origin": "Liar"}
                                for s in segments(params)]}
    if mode == "bad-writer" and method == "verbale.format/1/write":
        return WRONG[method](params)
    if mode == "tires" and method in PATIENCE:
        PATIENCE[method] -= 1
        if PATIENCE[method] < 0:
            raise ValueError("enough for today")
    if mode == "peeks":
        print("PermissionError: [Errno 13] Permission denied: '/home/anna'", file=sys.stderr)
    return (WRONG if mode == "wrong" and method in WRONG else GOOD)[method](params)


while (message := receive())["method"] != "exit":
    if "id" in message and settings.get("mode") == "dies-of-many" and message["method"] == "verbale.terms/1":
        if len(message["params"]["segments"]) > 1:
            os._exit(3)
    if "id" in message:
        try:
            send(id=message["id"], result=answer(message))
        except Exception as error:
            send(id=message["id"], error={"code": -32000, "message": str(error)})
