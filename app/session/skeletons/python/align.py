"""Pairs sentences by their lengths: one with one, or with more where that comes nearer."""
from verbale_plugin import serve


def align(request):
    source, target = [[len(text) for text in request[side]] for side in ("source", "target")]
    scale = sum(target) / max(1, sum(source))
    parts, s, t = [], 0, 0
    while s < len(source) and t < len(target):
        begin, ahead, s, t = (s, t), scale * source[s] - target[t], s + 1, t + 1
        while t < len(target) and abs(ahead - target[t]) < abs(ahead):
            ahead, t = ahead - target[t], t + 1
        while s < len(source) and abs(ahead + scale * source[s]) < abs(ahead):
            ahead, s = ahead + scale * source[s], s + 1
        parts.append({"source": [begin[0], s], "target": [begin[1], t], "confidence": 10 / (10 + abs(ahead))})
    left_over = {"source": [s, len(source)], "target": [t, len(target)]}
    return {"parts": parts + [left_over] * (s < len(source) or t < len(target))}


serve({"verbale.align/1": align})
