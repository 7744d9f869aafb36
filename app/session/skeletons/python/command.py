"""A command for the menu: writes "Viet Nam" in two words. Put your own in its place."""
from verbale_plugin import serve

TITLES = {"en": "Write “Viet Nam” in two words", "vi": "Viết rời “Viet Nam”"}


def commands(request):
    return {"commands": [{"id": "two-words", "title": TITLES.get(request["locale"][:2], TITLES["en"])}]}


def run(request):
    if request["command"] != "two-words":
        raise ValueError(f'There is no command {request["command"]}.')
    edits = [{"segmentId": segment["id"], "revision": segment["revision"],
              "text": segment["target"].replace("Vietnam", "Viet Nam")}
             for segment in request["segments"] if "Vietnam" in segment["target"]]
    return {"edits": edits, "message": f"Segments changed: {len(edits)}."}


serve({"verbale.command/1/list": commands, "verbale.command/1/run": run})
