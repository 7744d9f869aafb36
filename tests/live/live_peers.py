"""The real program against real peers of other makes: Apertium, a mock of the chat protocol, nginx, tinyproxy.
usage: live_peers.py BUILD [PEER...]"""
import json
import os
import subprocess
import sys
import tempfile
import time

import live
from live import Workplace, check, english
from wiremock import WireMock, deepl_answer

rows = []


def note(peer, what, run, seen, place):
    ledger = place.ledger()
    states = ", ".join(f"{code} {count}" for code, count in sorted(run.codes.items())) or "translated"
    outcomes = live.counted(text["outcome"] for text in ledger["texts"])
    machine = run.machine
    rows.append([peer, what, f"{machine.get('targets')}/{machine.get('asked')}", states, seen,
                 ", ".join(f"{name} {count}" for name, count in sorted(outcomes.items())), f"{run.seconds:.1f}"])
    check(ledger["holds"], f"{peer}, {what}: the ledger's chain is broken")
    check(run.status == 0, f"{peer}, {what}: {run}")
    check(machine.get("targets", -1) + sum(run.codes.values()) == machine.get("asked"), f"{peer}, {what}: {run}")
    return ledger


# Apertium binds all interfaces by itself.
APY = """import tornado.httpserver as server
bind = server.HTTPServer.bind
server.HTTPServer.bind = lambda self, port, *_, **__: bind(self, port, "127.0.0.1")
from apertium_apy.apy import main
if __name__ == "__main__":
    main()
"""
SPANISH = [
    "La embajada de Francia tiene {0} libros en la casa.",
    "El ministro visita la ciudad en {0} con su familia.",
    "El gobierno compra {0} coches nuevos para la oficina.",
    "La carta número {0} llega a la oficina del presidente.",
    "El tratado de {0} es importante para los dos países.",
]


def spanish(number):
    return SPANISH[number % len(SPANISH)].format(number)


def apertium(peers, folder):
    modes, python = "/usr/share/apertium/modes", "/usr/bin/python3"
    if not os.path.exists(modes + "/spa-eng.mode") or subprocess.run(
            [python, "-c", "import apertium_apy"], capture_output=True, check=False).returncode != 0:
        return live.skip("Apertium: no apertium-apy with apertium-eng-spa on this machine")
    port = live.free_port()
    server = peers.start("apertium", [python, "-c", APY, "-p", str(port), modes], port, folder)
    if not check(server, "Apertium did not start"):
        return None
    numbers = range(5200, 5230)
    place = Workplace({"type": "apertium", "address": f"http://127.0.0.1:{port}"}, name="apertium")
    place.put("a.xlf", live.xliff(numbers, source="es", text=spanish, tagged=True))
    run = place.draft()
    ledger = note("apertium", "es-en, with tags", run, "-", place)
    check(run.machine.get("targets", 0) >= 24, f"Apertium: {run}")
    check(not live.misplaced(place.path("b.xlf")), "Apertium: a wrong segment got a text")
    check(place.run("validate", "b.xlf").status == 0, "Apertium: what was written is no sound XLIFF")
    check("embassy" in " ".join(live.targets(place.path("b.xlf")).values()), "Apertium: that is no translation")
    check(len(ledger["texts"]) == len(numbers), f"Apertium: {len(ledger['texts'])} texts in the ledger")
    again = place.draft(target="c.xlf")
    check(again.machine.get("sentCharacters") == 0, f"Apertium, again: {again}")

    place.put("v.xlf", live.xliff(range(5200, 5203)))
    run = place.draft(source="v.xlf")
    note("apertium", "vi-en, which it has not", run, "-", place)
    check(run.codes == {"mt.setup": 3}, f"Apertium without Vietnamese: {run.codes}")
    live.stop(server)
    place.put("g.xlf", live.xliff(range(5300, 5303), source="es", text=spanish))
    run = place.draft(source="g.xlf")
    note("apertium", "stopped", run, "-", place)
    check(set(run.codes) <= {"transport.refused", "queue.resting"}, f"Apertium stopped: {run.codes}")
    return place.remove()


def ids_of(place):
    """Under which ids the segments went, by their figure: the ledger has the request."""
    lines, _ = place.ledger_lines()
    body = json.loads([line for line in lines if line["kind"] == "request"][-1]["text"])
    check(body["stream"] is False, "chat: a stream was asked for")
    check(body["response_format"] == {"type": "json_object"}, "chat: JSON was not asked for")
    segments = json.loads(body["messages"][-1]["content"])["segments"]
    return {live.NUMBER.search(segment["text"]).group(): segment["id"] for segment in segments}


def mock_llm(peers, folder):
    program, node = os.path.join(live.downloads, "node_modules/@dwmkerr/mock-llm/dist/main.js"), live.find_program("node")
    if not node or not os.path.exists(program):
        return live.skip("mock-llm: no npm package @dwmkerr/mock-llm; packaging/live_peers.sh gets it")
    port = live.free_port()
    server = peers.start("mock-llm", [node, program], port, folder, os.environ | {"HOST": "127.0.0.1", "PORT": str(port)})
    if not check(server, "mock-llm did not start"):
        return None
    place = Workplace({"type": "chat", "address": f"http://127.0.0.1:{port}/v1", "model": "mock"}, name="model",
                      key="sk-live")
    numbers = range(5400, 5408)
    place.put("a.xlf", live.xliff(numbers, tagged=True))
    run = place.draft()
    note("mock-llm", "fails at echoing JSON: 500", run, "-", place)
    check(run.codes == {"mt.unbilled": 8}, f"mock-llm echoing: {run.codes}")
    ids = ids_of(place)

    def say(status, body):
        rule = {"path": "/v1/chat/completions", "match": "@", "response": {"status": status, "content": body}}
        told, answer = live.http("POST", f"http://127.0.0.1:{port}/config", json.dumps({"rules": [rule]}),
                                 {"Content-Type": "application/json"})
        assert told == 200, answer

    def completion(content, reason="stop"):
        message = {"role": "assistant", "content": content}
        return json.dumps({"object": "chat.completion", "model": "mock", "choices": [
            {"index": 0, "message": message, "finish_reason": reason}]})

    def again(what, codes, *options):
        run = place.draft("--mt-again", *options)
        note("mock-llm", what, run, "-", place)
        check(run.codes == codes, f"mock-llm, {what}: {run.codes}, not {codes}")

    say(401, json.dumps({"error": {"message": "Incorrect API key provided.", "code": "invalid_api_key"}}))
    again("401", {"mt.key": 8})
    say(429, json.dumps({"error": {"message": "no credit", "code": "insufficient_quota"}}))
    again("429 insufficient_quota", {"mt.quota": 8})
    # Fenced as a chat would, and in an order of its own: ids decide.
    translations = [{"id": ids[str(n)], "text": english(n).replace(str(n), f"<g1>{n}</g1>")} for n in reversed(numbers)]
    say(200, completion("```json\n" + json.dumps({"translations": translations[:-1]}) + "\n```"))
    again("fenced, turned round, one left out", {"mt.may-have-been-charged": 1})
    say(200, completion(json.dumps({"translations": translations})))
    again("all of them for the one that is left", {"mt.wrong-ids": 1})
    ((left, one),) = ids_of(place).items()
    say(200, completion(json.dumps({"translations": [{"id": one, "text": english(f"<g1>{left}</g1>")}]})))
    again("the one that is left", {})
    check(not live.misplaced(place.path("b.xlf")), "mock-llm: a wrong segment got a text")
    check(len(live.targets(place.path("b.xlf"))) == 8, "mock-llm: a target is missing")
    return place.remove()


NGINX = """daemon off; master_process off; error_log stderr; pid {folder}/nginx.pid;
events {{ worker_connections 256; }}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  limit_req_zone $server_port zone=few:1m rate=5r/s;
  ssl_certificate {folder}/good.pem; ssl_certificate_key {folder}/good.key;
  proxy_http_version 1.1; proxy_set_header Connection "";
  {servers}
}}
"""


def nginx_server(listen, upstream, more):
    return f"server {{ listen 127.0.0.1:{listen}; {more} location / {{ proxy_pass http://127.0.0.1:{upstream}; }} }}"


def description(folder, name, url):
    path = os.path.join(folder, name + ".json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"schema": "verbale.engine/1", "id": name, "name": name, "url": url + "/one", "tags": "tokens",
                   "body": {"text": "${texts}"}, "answer": {"texts": "/translations/*/text"},
                   "limits": {"items": 1, "characters": 5000, "inFlight": 8},
                   "statuses": {"limited": [429], "unbilled": [503]}}, file)
    return path


def nginx(peers, folder):
    program = live.find_program("nginx")
    if not program:
        return live.skip("nginx is not on this machine")
    wiremock = WireMock(peers, folder)
    if not check(wiremock.up, "WireMock did not start"):
        return None
    wanted = {
        "limit-429": ("", "limit_req zone=few burst=5 nodelay; limit_req_status 429;"),
        "limit-503": ("", "limit_req zone=few burst=5 nodelay; limit_req_status 503;"),
        "limit-retry-after": ("", "limit_req zone=few burst=5 nodelay; limit_req_status 429; error_page 429 @full; "
                              "location @full { add_header Retry-After 1 always; return 429; }"),
        "goaway": (" ssl http2", "keepalive_requests 3;"),
        "one-stream": (" ssl http2", "http2_max_concurrent_streams 1;"),
        "idle-closed": (" ssl http2", "keepalive_timeout 1s;"),
        "idle-closed-http1": (" ssl", "keepalive_timeout 1s;"),
        "too-large": ("", "client_max_body_size 400;"),
    }
    ports = {name: live.free_port() for name in wanted}
    dead = live.free_port()
    ports["upstream-dead"] = live.free_port()
    servers = [nginx_server(f"{ports[name]}{kind}", wiremock.port, more) for name, (kind, more) in wanted.items()]
    servers.append(nginx_server(str(ports["upstream-dead"]), dead, ""))
    live.certificate(folder, "good")
    configuration = os.path.join(folder, "nginx.conf")
    with open(configuration, "w", encoding="utf-8") as file:
        file.write(NGINX.format(folder=folder, servers="\n  ".join(servers)))
    server = peers.start("nginx", [program, "-p", folder, "-c", configuration, "-e", "stderr"], ports["goaway"], folder)
    if not check(server, "nginx did not start"):
        return None
    for name, port in ports.items():
        secured = "ssl" in wanted.get(name, ("",))[0]
        through_nginx(wiremock, folder, name, f"{'https://localhost' if secured else 'http://127.0.0.1'}:{port}")
    return None


def through_nginx(wiremock, folder, name, address):
    count = 6 if name.startswith("idle") else 30
    numbers = range(5500, 5500 + count)
    wiremock.stub(name, deepl_answer(english, fixedDelayMilliseconds=20))
    engine = {"type": "generic", "description": description(folder, name, f"{address}/{name}")}
    if name.startswith("idle"):
        engine["requestsPerSecond"] = 0.4
    if name == "too-large":
        engine = {"type": "deepl", "address": f"{address}/{name}"}
    place = Workplace(engine, key="live", name="through", network={"authorities": os.path.join(folder, "good.pem")})
    place.put("a.xlf", live.xliff(numbers))
    run = place.draft()
    time.sleep(0.3)
    journal = wiremock.journal(name)
    note("nginx", name, run, len(journal), place)
    came = [text for one in journal for text in json.loads(one["body"])["text"]]
    if name == "upstream-dead":
        check(set(run.codes) <= {"mt.may-have-been-charged", "queue.resting"}, f"nginx, {name}: {run.codes}")
        sent = len(place.ledger()["texts"])
        place.draft()
        check(not set(place_texts_twice(place)), f"nginx, {name}: a text that may have been charged went again")
        return place.remove() if sent else None
    check(run.machine.get("targets") == count, f"nginx, {name}: {run}")
    check(max(live.counted(came).values(), default=0) == 1 and len(came) == count,
          f"nginx, {name}: the service worked on {len(came)} texts, not on each once")
    check(not live.misplaced(place.path("b.xlf")), f"nginx, {name}: a wrong segment got a text")
    return place.remove()


def place_texts_twice(place):
    """Texts that left twice."""
    counts = live.counted(text["text"] for text in place.ledger()["texts"] if text["outcome"] != "not-sent")
    return [text for text, count in counts.items() if count > 1]


def tinyproxy(peers, folder):
    program, unshare = live.find_program("tinyproxy"), live.find_program("unshare")
    if not program or not unshare:
        return live.skip("tinyproxy: not on this machine, or no unshare")
    if subprocess.run([unshare, "-rm", "true"], capture_output=True, check=False).returncode != 0:
        return live.skip("tinyproxy: no namespace of its own to be had for the names that it knows")
    live.certificate(folder, "service", "service.test")
    wiremock = WireMock(peers, folder, live.key_store(folder, "service"))
    port = live.free_port()
    # This computer is reached without a proxy: only the proxy knows this name, and that it is here.
    with open(os.path.join(folder, "hosts"), "w", encoding="utf-8") as file:
        file.write("127.0.0.1 localhost service.test\n")
    with open(os.path.join(folder, "tinyproxy.conf"), "w", encoding="utf-8") as file:
        file.write(f"Port {port}\nListen 127.0.0.1\nTimeout 30\nMaxClients 20\nBasicAuth office sesame\n"
                   f"LogFile \"{folder}/tinyproxy-log\"\nLogLevel Connect\n")
    command = [unshare, "-rm", "sh", "-c", f"mount --bind {folder}/hosts /etc/hosts && exec {program} -d -c {folder}/tinyproxy.conf"]
    server = peers.start("tinyproxy", command, port, folder)
    if not check(server and wiremock.up, "tinyproxy did not start"):
        return None
    address = f"https://service.test:{wiremock.tls_port}"
    for case, proxy, environment, codes in (
            ("proxy-good", f"http://office:sesame@127.0.0.1:{port}", {}, {}),
            ("proxy-407", f"http://127.0.0.1:{port}", {}, {"transport.proxy-auth": 3}),
            ("proxy-wrong-password", f"http://office:wrong@127.0.0.1:{port}", {}, {"transport.proxy-auth": 3}),
            ("proxy-none", "none", {"https_proxy": f"http://office:sesame@127.0.0.1:{port}"}, {"transport.dns": 3}),
            ("proxy-of-environment", "", {"https_proxy": f"http://office:sesame@127.0.0.1:{port}"}, {}),
            ("proxy-dead", f"http://127.0.0.1:{live.free_port()}", {}, {"transport.refused": 3})):
        wiremock.stub(case, deepl_answer(english))
        network = {"authorities": os.path.join(folder, "service.pem")} | ({"proxy": proxy} if proxy else {})
        place = Workplace({"type": "deepl", "address": f"{address}/{case}"}, key="live", name="far", network=network)
        place.environment |= environment
        place.put("a.xlf", live.xliff(range(5600, 5603)))
        run = place.draft()
        journal = wiremock.journal(case)
        note("tinyproxy", case, run, len(journal), place)
        check(run.codes == codes, f"tinyproxy, {case}: {run.codes}, not {codes}: {run.err}")
        check(len(journal) == (0 if codes else 1), f"tinyproxy, {case}: {len(journal)} requests")
        check("sesame" not in json.dumps([one["headers"] for one in journal]), f"{case}: the service got the password")
        check(all(one.get("protocol") == "HTTP/2.0" for one in journal), f"tinyproxy, {case}: not over HTTP/2")
        place.remove()
    return None


PEERS = {"apertium": apertium, "mock-llm": mock_llm, "nginx": nginx, "tinyproxy": tinyproxy}


def main():
    for name, peer in PEERS.items():
        if sys.argv[2:] and name not in sys.argv[2:]:
            continue
        with live.Peers() as peers:
            peer(peers, tempfile.mkdtemp(prefix=f"verbale-{name}-"))
    live.table("Peers", ["peer", "what", "targets", "state", "requests", "ledger's outcomes", "s"], rows)
    live.end()


if __name__ == "__main__":
    main()
