"""Reads and writes files of lines "key = text", such as .properties. Put your own format in its place."""
import base64
import re
from verbale_plugin import serve

LINE = re.compile(rb"^([^=\n]+=[ \t]*)([^\r\n]*\S)", re.MULTILINE)


def read(file):
    texts = enumerate(match[2].decode() for match in LINE.finditer(base64.b64decode(file["bytes"])))
    return {"sourceLanguage": "vi", "units": [{"id": str(number), "source": text} for number, text in texts]}


def write(file):
    targets, lines = {target["id"]: target["text"] for target in file["targets"]}, iter(range(10**9))
    changed = LINE.sub(lambda match: match[1] + targets.get(str(next(lines)), match[2].decode()).encode(),
                       base64.b64decode(file["bytes"]))
    return {"bytes": base64.b64encode(changed).decode()}


serve({"verbale.format/1/detect": lambda file: {"confidence": 0.9 * file["fileName"].endswith(".properties")},
       "verbale.format/1/read": read, "verbale.format/1/write": write})
