"""Finds words of the English that stand there twice, as in "of of"."""
import json
import re
import sys


def units(text):
    """The length of a text as Verbale counts: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def check(request):
    findings = []
    for segment in request["segments"]:
        text = segment["text"]["target"]
        for match in re.finditer(r"\b(\w+)\s+\1\b", text, re.IGNORECASE):
            findings.append({
                "segmentId": segment["text"]["id"],
                "revision": segment["text"]["revision"],
                "code": "doubled.word",
                "message": f'"{match[1]}" stands here twice.',
                "target": [units(text[:match.start()]), units(text[:match.end()])],
                "suggestion": match[1]})
    return {"findings": findings}


METHODS = {
    "initialize": lambda params: {"protocol": 1},
    "verbale.check/1": check,
    "shutdown": lambda params: None}


def send(message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    sys.stdout.buffer.flush()


def receive():
    length = None
    while line := sys.stdin.buffer.readline().strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return None if length is None else json.loads(sys.stdin.buffer.read(length))


while (message := receive()) and message.get("method") != "exit":
    if "id" not in message:
        continue  # a notification, such as $/cancel: each of our answers takes no time at all
    method = METHODS.get(message["method"])
    try:
        if method:
            send({"id": message["id"], "result": method(message.get("params"))})
        else:
            send({"id": message["id"], "error": {"code": -32601, "message": "no such method"}})
    except Exception as error:  # tell the translator, and stay
        send({"id": message["id"], "error": {"code": -32000, "message": str(error)}})
