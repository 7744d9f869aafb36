"""Every way in which a service can fail, by the real program against WireMock and peers of the kernel's: each ends
in a translation or a named state, nothing comes to a wrong segment, what may have been charged is not sent again, and
the ledger has what the service's journal has.
usage: live_faults.py BUILD [CASE...]"""
import collections
import concurrent.futures
import email.utils
import functools
import gzip
import json
import os
import socket
import ssl
import sys
import tempfile
import threading
import time

import live
from live import Workplace, check, english, sentence
from wiremock import MARK, WireMock, chat_answer, deepl_answer, deepl_fixed, raw, reply

NUMBERS = range(4101, 4107)
COUNT = len(NUMBERS)
CHARGED = "mt.may-have-been-charged"
good = functools.partial(deepl_answer, english)
good_chat = functools.partial(chat_answer, english)


def tagged(number):
    return english(f"<g1>{number}</g1>")


class Case:
    """stubs: what WireMock is told, each {"response": ...} and how. codes: the troubles with their segments. outcomes:
    of the ledger's texts. requests: how many the service saw, exactly or at least and at most; again: how many more
    when the same draft is asked for once more."""

    def __init__(self, *stubs, kind="deepl", targets=0, codes=None, outcomes=None, requests=1, again=0, address=None,
                 tls=False, engine=None, least=0, most=170, prepare=None, judge=None, numbers=NUMBERS, **settings):
        self.stubs = [stub if "response" in stub else {"response": stub} for stub in stubs]
        self.kind, self.targets, self.codes, self.outcomes = kind, targets, codes or {}, outcomes or {}
        self.requests = requests if isinstance(requests, tuple) else (requests, requests)
        self.again = again if isinstance(again, tuple) else (again, again)
        self.address, self.tls, self.engine, self.settings = address, tls, engine or {}, settings
        self.least, self.most, self.prepare, self.judge, self.numbers = least, most, prepare, judge, numbers


def whole(*stubs, **more):
    more.setdefault("outcomes", {"translated": COUNT})
    return Case(*stubs, targets=COUNT, **more)


def lost(*stubs, **more):
    more.setdefault("outcomes", {"ambiguous": COUNT})
    return Case(*stubs, codes={CHARGED: COUNT}, **more)


def bad(code, *stubs, **more):
    return Case(*stubs, codes={code: COUNT}, outcomes={"bad-answer": COUNT}, **more)


def first_then_good(response, **more):
    more.setdefault("outcomes", {"unbilled": COUNT, "translated": COUNT})
    return whole({"response": response, "scenario": ("Started", "later")},
                 {"response": good(), "scenario": ("later", "later")}, requests=2, **more)


def refused(code, response, outcome="unbilled", **more):
    more.setdefault("again", 1)
    return Case(response, codes={code: COUNT}, outcomes={outcome: COUNT}, **more)


def error(status, message="no", **more):
    return reply(json.dumps({"message": message}), status, **more)


def faults():
    return {name.lower().replace("_", "-"): lost({"fault": name}) for name in
            ("CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE")}


def slow():
    late = {"model": "m", "firstByteSeconds": 1}
    dribble = {"numberOfChunks": 900, "totalDuration": 900_000}
    return {
        "delay-2s": whole(good(fixedDelayMilliseconds=2000), least=2),
        "first-byte-late": lost(good_chat(fixedDelayMilliseconds=4000), kind="chat", engine=late, most=60),
        "dribble-2s": whole(good(chunkedDribbleDelay={"numberOfChunks": 20, "totalDuration": 2000}), least=2),
        "dribble-1-byte-a-second": lost(good(chunkedDribbleDelay=dribble), least=9, most=60),
    }


def limits():
    soon = email.utils.formatdate(time.time() + 8, usegmt=True)
    return {
        "429-seconds": first_then_good(error(429, headers={"Retry-After": "3"}), least=3),
        "429-date": first_then_good(error(429, headers={"Retry-After": soon}), least=1),
        "429-nothing": first_then_good(error(429)),
        "429-an-hour": refused("mt.limited", error(429, headers={"Retry-After": "3600"})),
        "529": first_then_good(error(529)),
        "500": first_then_good(error(500)),
        "503": first_then_good(error(503)),
        "504": first_then_good(error(504)),
        "502": lost(reply("<html>Bad Gateway</html>", 502, "text/html")),
        "503-for-ever": Case(error(503), codes={"mt.unbilled": COUNT}, outcomes={"unbilled": 5 * COUNT}, requests=5,
                             again=5, least=5),
        "429-quota-of-a-model": refused("mt.quota", reply(
            '{"error":{"code":"insufficient_quota","message":"no credit"}}', 429), kind="chat", engine={"model": "m"}),
    }


def refusals():
    one_bad = [{"response": error(400, "Bad text"), "body_patterns": [{"contains": "4103"}], "priority": 1}, good()]
    large = [{"response": error(413), "body_patterns": [{"matchesJsonPath": "$.text[2]"}], "priority": 1}, good()]
    return {
        "400-one-bad-text": Case(*one_bad, targets=COUNT - 1, codes={"mt.bad-request": 1}, requests=(3, 7),
                                 outcomes=None, again=(1, 2)),
        "400-all": Case(error(400, "no"), codes={"mt.bad-request": COUNT}, requests=(2, 40), outcomes=None,
                        again=(2, 40)),
        "400-settings": refused("mt.setup", error(400, "Value for 'target_lang' not supported.")),
        "401-empty": refused("mt.key", reply("", 401)),
        "403": refused("mt.key", error(403, "Forbidden")),
        "404": refused("mt.setup", error(404)),
        "413-halves": whole(*large, requests=(3, 9), outcomes=None),
        "456": refused("mt.quota", error(456, "Quota for this billing period has been exceeded.")),
        "307-elsewhere": refused("transport.redirect", reply("", 307, headers={
            "Location": "http://localhost:PORT/not-here/v2/translate"})),
        "302-sign-in": refused("transport.redirect", reply("", 302, headers={
            "Location": "https://portal.example.org/login"})),
        "captive-portal": bad("mt.web-page", reply(
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Accept the terms</body></html>",
            kind="text/html")),
    }


def garbage():
    swollen = gzip.compress(b'{"translations":[' + b" " * (50 << 20) + b"]}", 9)
    answer = json.dumps({"translations": [{"text": tagged(n)} for n in NUMBERS]}).encode()
    return {
        "50-mib": bad("transport.too-large", {"status": 200, "bodyFileName": "large"}),
        "gzip-bomb": bad("transport.too-large", raw(swollen, Content_Encoding="gzip")),
        "deep-nesting": bad("transport.too-deep", raw(b'{"translations":' + b"[" * 100_000 + b"]" * 100_000 + b"}")),
        "truncated-json": bad("mt.not-json", raw(answer[:-40])),
        "invalid-utf-8": bad("mt.not-json", raw(answer.replace(b"Discussion", b"Discus\xffion"))),
        "lone-surrogate": bad("mt.not-json", raw(answer.replace(b"Discussion", b"Discus\\ud800ion"))),
        "bom": whole(raw(b"\xef\xbb\xbf" + answer)),
        "empty-200": bad("mt.empty", reply("")),
        "error-as-text": Case(deepl_fixed(["QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"] * COUNT),
                              codes={"mt.error-text": COUNT}, outcomes={"translated": COUNT}),
    }


def items():
    texts = [tagged(number) for number in NUMBERS]
    model = {"kind": "chat", "engine": {"model": "m"}}
    once = '{{#unless @first}}{"id":"{{s.id}}","text":"%s"}{{else}}%s{{/unless}}'
    other = english("{{{regexExtract s.text '%s'}}}" % MARK)
    turned = [texts[1], texts[0]] + texts[2:]
    few = {"targets": COUNT - 1, "codes": {CHARGED: 1}, "outcomes": {"translated": COUNT - 1, "ambiguous": 1}}
    return {
        "too-few": bad("mt.wrong-count", deepl_fixed(texts[:-1])),
        "too-many": bad("mt.wrong-count", deepl_fixed(texts + texts[:1])),
        "shuffled": Case(deepl_fixed(turned), targets=COUNT - 2, codes={"mt.moved": 2},
                         outcomes={"translated": COUNT - 2, "bad-answer": 2}),
        "null-text": bad("mt.wrong-shape", reply(json.dumps(
            {"translations": [{"text": None}] + [{"text": text} for text in texts[1:]]}))),
        "source-echoed": Case(deepl_fixed([sentence(f"<g1>{number}</g1>") for number in NUMBERS]),
                              codes={"mt.echo": COUNT}, outcomes={"translated": COUNT}),
        "chat": whole(good_chat(), **model),
        "chat-null": Case(good_chat(each=once % (other, '{"id":"{{s.id}}","text":null}')), **few, **model),
        "chat-too-many": bad("mt.wrong-ids", good_chat(after=',{"id":"more","text":"One more."}'), **model),
        "chat-duplicate-ids": bad("mt.wrong-ids", good_chat(
            each='{"id":"{{data.segments.[0].id}}","text":"%s"}' % other), **model),
        "chat-cut-short": Case(good_chat(finish="length"), codes={"mt.truncated": COUNT},
                               outcomes={"translated": COUNT}, **model),
        "chat-no-json": bad("mt.not-json", reply(json.dumps({"choices": [{"finish_reason": "stop", "message": {
            "role": "assistant", "content": "Here are your translations!"}}]})), **model),
    }


def connections(folder, names):
    hole, hole_port = black_hole()
    names["hole"] = hole
    closed = live.free_port()
    away = {"requests": 0, "outcomes": {"not-sent": COUNT}}
    cases = {
        "no-such-name": Case(address="https://no-such-service.invalid", codes={"transport.dns": COUNT},
                             requests=0, outcomes={"not-sent": 2 * COUNT}),
        "refused": Case(address=f"http://127.0.0.1:{closed}", codes={"transport.refused": COUNT}, requests=0,
                        outcomes={"not-sent": 2 * COUNT}),
        "black-hole": Case(address=f"http://127.0.0.1:{hole_port}", codes={"transport.timeout-connect": COUNT},
                           least=9, **away),
        "self-signed": Case(good(), tls=True, codes={"transport.certificate-self-signed": COUNT}, **away),
        "tls-trusted": whole(good(), tls=True, network={"authorities": os.path.join(folder, "good.pem")},
                             judge=lambda requests: requests[0].get("protocol") == "HTTP/2.0"),
    }
    for name, code in (("expired", "certificate-expired"), ("wrong-host", "certificate-host")):
        if (port := shows_certificate(folder, name, names)) is not None:
            cases[name] = Case(address=f"https://localhost:{port}", codes={"transport." + code: COUNT}, **away,
                               network={"authorities": os.path.join(folder, name + ".pem")})
    return cases


def black_hole():
    """A queue of connections that is full: whoever comes next gets no answer at all."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(0)
    filling = []
    for _ in range(8):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex(listening.getsockname())
        filling.append(one)
    return (listening, filling), listening.getsockname()[1]


def shows_certificate(folder, name, names):
    """A server that shows a certificate and counts what it is told after that."""
    before = ()
    if name == "expired":
        if not (faketime := live.find_program("faketime")):
            live.skip("an expired certificate needs faketime")
            return None
        before = (faketime, "5 days ago")
    pem, key = live.certificate(folder, name, "other.example.org" if name == "wrong-host" else "localhost", before)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    listening = socket.create_server(("127.0.0.1", 0))
    names["told " + name] = told = []

    def serve():
        while True:
            connection, _ = listening.accept()
            try:
                with context.wrap_socket(connection, server_side=True) as secured:
                    told.append(secured.recv(65536))
            except OSError:
                pass

    threading.Thread(target=serve, daemon=True).start()
    return listening.getsockname()[1]


def texts_of(case, body):
    told = json.loads(body)
    if case.kind == "deepl":
        return told["text"]
    return [segment["text"] for segment in json.loads(told["messages"][1]["content"])["segments"]]


def compare_with_journal(name, case, place, journal):
    """The ledger's requests that left are those that came, to the byte; its texts too."""
    lines, last = place.ledger_lines()
    check(last["holds"], f"{name}: the ledger's chain is broken")
    outcomes = {line["about"]: line["outcome"] for line in lines if line["kind"] == "outcome"}
    texts = [line for line in lines if line["kind"] == "text"]
    left = {line["request"] for line in texts if outcomes.get(line["number"]) != "not-sent"}
    bodies = [line["text"] for line in lines if line["kind"] == "request" and line["number"] in left]
    check(live.counted(bodies) == live.counted(one["body"] for one in journal),
          f"{name}: the ledger has {len(bodies)} requests that left, the service {len(journal)}, or others")
    sent = [line["text"] for line in texts if line["request"] in left]
    came = [text for one in journal for text in texts_of(case, one["body"])]
    check(live.counted(sent) == live.counted(came), f"{name}: the ledger's texts are not those that came")
    check(all(line["number"] in outcomes for line in texts), f"{name}: a text has no outcome")
    return collections.Counter(outcomes[line["number"]] for line in texts if line["number"] in outcomes), len(lines)


def judge(name, case, place, run, journal):
    machine = run.machine
    check(run.status == 0, f"{name}: {run}")
    check(machine.get("asked") == COUNT, f"{name}: {run}")
    named = sum(run.codes.values())
    check(machine.get("targets", 0) + named == COUNT, f"{name}: a segment has neither a target nor a state: {run}")
    check(machine.get("targets") == case.targets, f"{name}: {machine.get('targets')} targets, not {case.targets}: {run}")
    if case.codes is not None:
        check(run.codes == case.codes, f"{name}: {run.codes}, not {case.codes}: {run.err}")
    written = live.targets(place.path("b.xlf")) if run.status == 0 else {}
    check(len(written) == case.targets, f"{name}: {len(written)} targets in the file")
    check(not written or not live.misplaced(place.path("b.xlf")), f"{name}: a wrong segment got a text: {written}")
    check(case.requests[0] <= len(journal) <= case.requests[1], f"{name}: {len(journal)} requests, not {case.requests}")
    check(case.least <= run.seconds <= case.most, f"{name}: it took {run.seconds:.1f} s")
    check(case.judge is None or case.judge(journal), f"{name}: the requests were not as they should be")


def settled_journal(wiremock, name):
    """A request is in the journal when it has been answered, which can be after we have given up."""
    journal = wiremock.journal(name)
    for _ in range(50):
        time.sleep(0.1)
        now = wiremock.journal(name)
        if len(now) == len(journal) and now:
            break
        journal = now
    return wiremock.journal(name)


def try_case(wiremock, name, case):
    for stub in case.stubs:
        if "headers" in stub["response"]:
            for header, value in stub["response"]["headers"].items():
                stub["response"]["headers"][header] = value.replace("PORT", str(wiremock.port))
        wiremock.stub(name, **stub)
    address = case.address or wiremock.address(name, case.tls)
    engine = {"type": case.kind, "address": address} | case.engine
    place = Workplace(engine, key="live-key", name="peer", **case.settings)
    place.put("a.xlf", live.xliff(case.numbers, tagged=True))
    run = place.draft()
    here = case.address is None
    journal = settled_journal(wiremock, name) if here and case.requests[1] > 0 else wiremock.journal(name)
    judge(name, case, place, run, journal)
    outcomes, lines = compare_with_journal(name, case, place, journal)
    if case.outcomes:
        check(dict(outcomes) == case.outcomes, f"{name}: outcomes {dict(outcomes)}, not {case.outcomes}")
    # Once more: what may have been charged stays here, what has an answer comes from the cache.
    second = place.draft(target="c.xlf")
    check(second.machine.get("targets") == case.targets or case.again != (0, 0), f"{name}, again: {second}")
    after = wiremock.journal(name)
    more = len(after) - len(journal)
    check(case.again[0] <= more <= case.again[1], f"{name}: {more} more requests when asked again, not {case.again}")
    compare_with_journal(name + ", again", case, place, after)
    states = ", ".join(f"{code} {count}" for code, count in sorted(run.codes.items()))
    row = [name, f"{run.machine.get('targets')}/{COUNT}", states or "translated", len(journal), more,
           ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items())), lines, f"{run.seconds:.1f}"]
    place.remove()
    return row


def main():
    with live.Peers() as peers:
        folder = tempfile.mkdtemp(prefix="verbale-faults-")
        live.certificate(folder, "good")
        wiremock = WireMock(peers, folder, live.key_store(folder, "good"))
        with open(os.path.join(folder, "wiremock", "__files", "large"), "wb") as large:
            large.write(b" " * (50 << 20))
        if not check(wiremock.up, "WireMock did not start"):
            live.end()
        kept = {}
        cases = {"good": whole(good())} | faults() | slow() | limits() | refusals() | garbage() | items()
        cases |= connections(folder, kept)
        chosen = {name: case for name, case in cases.items() if not sys.argv[2:] or name in sys.argv[2:]}
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            rows = list(pool.map(lambda item: try_case(wiremock, *item), chosen.items()))
        check(not wiremock.journal("not-here"), "a redirect was followed")
        for name in ("expired", "wrong-host"):
            check(not any(kept.get("told " + name, [])), f"{name}: something was sent")
        live.table("Faults", ["fault", "targets", "state", "requests", "again", "ledger's outcomes", "lines", "s"], rows)
    live.end()


if __name__ == "__main__":
    main()
