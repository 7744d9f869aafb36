"""Drafts what its table of set phrases knows. Put your own phrases, memory or engine in its place."""
from verbale_plugin import serve

PHRASES = {"Xin trân trọng cảm ơn": "Thank you", "Bộ Ngoại giao": "the Ministry of Foreign Affairs"}


def suggest(request):
    suggestions = []
    for segment in [item["text"] for item in request["segments"]]:
        draft = unknown = segment["source"]  # each inline code is a U+FFFC in it, and stays
        for vietnamese, english in PHRASES.items():
            draft, unknown = draft.replace(vietnamese, english), unknown.replace(vietnamese, "")
        if draft != segment["source"]:
            suggestions.append({
                "segmentId": segment["id"], "revision": segment["revision"], "text": draft,
                "origin": "@TITLE@", "coverage": 1 - len(unknown) / len(segment["source"]),
                "complete": not any(character.isalnum() for character in unknown)})
    return {"suggestions": suggestions}


serve({"verbale.suggest/1": suggest})
