"""A plugin with every interface that does its work, slowly or badly where behaviour.json beside it says so:
{"verbale.terms/1": {"delay": 0.2, "hang": true, "crash": true, "error": "...", "log": "...", "answer": {}}}, where
the members of "answer" take the place of what it would answer."""
import base64
import json
import os
import re
import sys
import time

OBJECT = "\ufffc"
CODE = re.compile(r"%[sd]|</?b>")


def units(text):
    """The length of a text as Verbale counts: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def spans(text, word):
    return [[units(text[:found.start()]), units(text[:found.end()])] for found in re.finditer(re.escape(word), text)]


def terms(request):
    segments = []
    for segment in request["segments"]:
        hits = [{"span": span, "entryId": "v1", "target": "joint work", "glossary": "Versatile"}
                for span in spans(segment["source"], "tăng cường")]
        segments.append({"segmentId": segment["id"], "revision": segment["revision"], "hits": hits})
    return {"segments": segments}


def suggest(request):
    suggestions = []
    for segment in request["segments"]:
        text = segment["text"]
        suggestions.append({"segmentId": text["id"], "revision": text["revision"], "kind": "machineTranslation",
                            "text": f"{len(segment['terms'])} terms: {text['source']}", "origin": "Versatile",
                            "coverage": 0.01})
    return {"suggestions": suggestions}


def translate(request, progress):
    """Has no translation of a question."""
    translations, sent = [], 0
    for number, segment in enumerate(request["segments"]):
        progress(number, len(request["segments"]))
        text = segment["text"]
        found = {"segmentId": text["id"], "revision": text["revision"]}
        if "?" in text["source"]:
            found["error"] = {"code": "versatile.question", "message": "Questions are not translated."}
        else:
            found |= {"text": f"{request['engine']}: {text['source']}", "codes": list(range(len(text["codes"]))),
                      "remarks": [f"{len(segment['terms'])} terms"]}
            sent += len(text["source"])
        translations.append(found)
    return {"translations": translations, "engineName": f"Versatile {request['engine']}", "sentCharacters": sent}


def receipts(request):
    segments = []
    for segment in request["segments"]:
        text = segment["text"]
        found = [{"hit": -1, "state": "avoided", "status": "forbidden", "spans": [span], "found": "utilise",
                  "expected": "use", "reason": "plain words"} for span in spans(text["target"], "utilise")]
        segments.append({"segmentId": text["id"], "revision": text["revision"], "receipts": found})
    return {"segments": segments}


def align(request):
    pairs = min(len(request["source"]), len(request["target"]))
    return {"parts": [{"source": [i, i + 1], "target": [i, i + 1], "confidence": 0.5} for i in range(pairs)]}


def coded(text):
    """The text with its codes as U+FFFC, and the codes."""
    codes, number, opened = [], 0, []
    for code in CODE.findall(text):
        kind = {"<b>": "opening", "</b>": "closing"}.get(code, "standalone")
        if kind == "closing":
            codes.append({"kind": kind, "number": opened.pop(), "data": code})
            continue
        number += 1
        if kind == "opening":
            opened.append(number)
        codes.append({"kind": kind, "number": number, "data": code})
    return CODE.sub(OBJECT, text), codes


def lines(request):
    return base64.b64decode(request["bytes"]).decode().splitlines()


def detect(request):
    start = base64.b64decode(request["start"])
    return {"confidence": 0.9 if start.startswith(b"#kv") else 0.0, "format": "Key and value"}


def read(request):
    found = []
    for line in lines(request):
        if line.startswith("#") or "=" not in line:
            continue
        key, _, value = line.partition("=")
        source, _, target = value.partition(" || ")
        text, codes = coded(source)
        found.append({"id": key, "source": text, "target": coded(target)[0], "note": f"The key is {key}.",
                      "codes": codes})
    return {"sourceLanguage": "vi", "targetLanguage": "en", "units": found,
            "warnings": ["The file has a remark."] if "#!" in "".join(lines(request)) else []}


def write(request):
    targets = {target["id"]: target for target in request["targets"]}
    out = []
    for line in lines(request):
        key, _, value = line.partition("=")
        if key in targets and not line.startswith("#"):
            codes = coded(value.partition(" || ")[0])[1]
            text, places = targets[key]["text"], iter(targets[key]["codes"])
            line = key + "=" + "".join(codes[next(places)]["data"] if c == OBJECT else c for c in text)
        out.append(line)
    return {"bytes": base64.b64encode(("\n".join(out) + "\n").encode()).decode()}


def commands(request):
    vi = request["locale"] == "vi"
    return {"commands": [
        {"id": "upper", "title": "Chữ hoa" if vi else "Upper case", "description": "Writes it all in capitals."},
        {"id": "slow", "title": "Chậm" if vi else "Slow upper case", "description": "The same, with time."},
        {"id": "lose", "title": "Mất thẻ" if vi else "Lose the tags", "description": "Forgets them."},
        {"id": "fail", "title": "Hỏng" if vi else "Fail", "description": "Does not work."}]}


def run(request, progress):
    edits = []
    if request["command"] == "fail":
        raise ValueError("it does not work today")
    for number, segment in enumerate(request["segments"]):
        if request["command"] == "slow":
            progress(number, len(request["segments"]))
            time.sleep(0.1)
        text = segment["target"].upper()
        if request["command"] == "lose":
            text = text.replace(OBJECT, "")
        edits.append({"segmentId": segment["id"], "revision": segment["revision"], "text": text})
    return {"edits": edits, "message": f"{len(edits)} looked at."}


METHODS = {
    "initialize": lambda params: {"protocol": 1},
    "verbale.terms/1": terms, "verbale.suggest/1": suggest, "verbale.receipts/1": receipts,
    "verbale.align/1": align,
    "verbale.format/1/detect": detect, "verbale.format/1/read": read, "verbale.format/1/write": write,
    "verbale.command/1/list": commands,
    "shutdown": lambda params: None}
SLOW_METHODS = {"verbale.command/1/run": run, "verbale.translate/1": translate}


def behave(method):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "behaviour.json")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        how = json.load(file).get(method, {})
    time.sleep(how.get("delay", 0))
    while how.get("hang"):
        time.sleep(1)
    if how.get("crash"):
        os._exit(9)
    if "error" in how:
        raise ValueError(how["error"])
    if "log" in how:
        print(how["log"], file=sys.stderr, flush=True)
    return how.get("answer", {})


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


def main():
    while (message := receive()) and message.get("method") != "exit":
        if "id" not in message:
            continue
        identity, method, params = message["id"], message["method"], message.get("params")
        try:
            instead = behave(method)
            if method in SLOW_METHODS:
                tell = lambda done, total: send(
                    {"method": "$/progress", "params": {"id": identity, "done": done, "total": total}})
                send({"id": identity, "result": {**SLOW_METHODS[method](params, tell), **instead}})
            elif method in METHODS:
                send({"id": identity, "result": {**(METHODS[method](params) or {}), **instead}})
            else:
                send({"id": identity, "error": {"code": -32601, "message": "no such method"}})
        except Exception as error:  # tell the translator, and stay
            send({"id": identity, "error": {"code": -32000, "message": str(error)}})


main()
