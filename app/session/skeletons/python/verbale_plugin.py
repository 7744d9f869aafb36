"""Speaks Verbale's plugin protocol over the standard streams."""
import json
import sys


def units(text):  # the length of a text as Verbale counts: in UTF-16 code units
    return len(text.encode("utf-16-le")) // 2


def receive():
    length = 0
    while line := sys.stdin.buffer.readline().strip():
        length = int(line[15:]) if line.lower().startswith(b"content-length:") else length
    return json.loads(sys.stdin.buffer.read(length)) if length else {"method": "exit"}


def serve(methods):
    """Answers requests by method until Verbale says goodbye. What a function raises, the translator reads."""
    methods = {"initialize": lambda hello: {"protocol": 1}, "shutdown": lambda nothing: None, **methods}
    while (message := receive())["method"] != "exit":
        if "id" not in message:
            continue  # a notification, such as $/cancel
        try:
            outcome = {"result": methods[message["method"]](message["params"])}
        except Exception as error:
            outcome = {"error": {"code": -32000, "message": str(error)}}
        body = json.dumps({"jsonrpc": "2.0", "id": message["id"], **outcome}).encode()
        sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        sys.stdout.buffer.flush()
