"""Finds words of the English that stand there twice, as in "of of". Put your own checks in its place."""
import re
from verbale_plugin import serve, units


def check(request):
    findings = []
    for segment in [item["text"] for item in request["segments"]]:
        text = segment["target"]
        for match in re.finditer(r"\b(\w+)\s+\1\b", text, re.IGNORECASE):
            findings.append({
                "segmentId": segment["id"], "revision": segment["revision"], "code": "@LIBRARY@.twice",
                "message": f'"{match[1]}" stands here twice.', "suggestion": match[1],
                "target": [units(text[:match.start()]), units(text[:match.end()])]})
    return {"findings": findings}


serve({"verbale.check/1": check})
