"""WireMock, a server that can be told how to fail, and keeps a journal of all that it was sent."""
import base64
import json
import os

import live

JAR = os.path.join(live.downloads, "node_modules/wiremock/build/wiremock-standalone-3.13.2.jar")


class WireMock:
    def __init__(self, peers, folder, certificate=None):
        """certificate: a PKCS12 file with the password "live"."""
        java = live.find_program("java")
        if java is None or not os.path.exists(JAR):
            live.skip("WireMock needs Java and the npm package wiremock: packaging/live_peers.sh gets both")
        self.port, self.tls_port = live.free_port(), live.free_port()
        root = os.path.join(folder, "wiremock")
        os.makedirs(os.path.join(root, "__files"), exist_ok=True)
        command = [java, "-Xmx1g", "-jar", JAR, "--port", str(self.port), "--bind-address", "127.0.0.1",
                   "--root-dir", root, "--disable-gzip", "--async-response-enabled", "true",
                   "--container-threads", "60"]
        if certificate:
            command += ["--https-port", str(self.tls_port), "--https-keystore", certificate,
                        "--keystore-type", "pkcs12", "--keystore-password", "live",
                        "--key-manager-password", "live"]
        self.up = peers.start("wiremock", command, self.port, folder) is not None

    def address(self, case, tls=False):
        return f"https://localhost:{self.tls_port}/{case}" if tls else f"http://127.0.0.1:{self.port}/{case}"

    def stub(self, case, response, body_patterns=None, scenario=None, priority=5):
        """What every POST below /CASE gets. scenario: (state before, state after)."""
        request = {"method": "POST", "urlPathPattern": f"/{case}/.*"}
        if body_patterns:
            request["bodyPatterns"] = body_patterns
        mapping = {"request": request, "response": response, "priority": priority}
        if scenario:
            mapping |= {"scenarioName": case, "requiredScenarioState": scenario[0], "newScenarioState": scenario[1]}
        status, answer = live.http("POST", f"http://127.0.0.1:{self.port}/__admin/mappings", json.dumps(mapping))
        assert status == 201, answer

    def journal(self, case):
        """The requests below /CASE as they came, the oldest first."""
        pattern = json.dumps({"method": "ANY", "urlPathPattern": f"/{case}/.*"})
        _, answer = live.http("POST", f"http://127.0.0.1:{self.port}/__admin/requests/find", pattern)
        return sorted(json.loads(answer)["requests"], key=lambda one: one["loggedDate"])


def reply(text, status=200, kind="application/json", **more):
    headers = {"Content-Type": kind} | more.pop("headers", {})
    return {"status": status, "headers": headers, "body": text} | more


def raw(body, status=200, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"status": status, "headers": {"Content-Type": "application/json"} | named,
            "base64Body": base64.b64encode(body).decode()}


def templated(response):
    return response | {"transformers": ["response-template"]}


MARK = "(<g1>)?[0-9]{4,}(</g1>)?"


def deepl_answer(english, **more):
    """English for each text, about that text's own number, in its order."""
    one = '{"detected_source_language":"VI","text":"%s","billed_characters":70}' % english(
        "{{{regexExtract t '%s'}}}" % MARK)
    text = ('{"translations":[{{#each (jsonPath request.body \'$.text\') as |t|}}' + one +
            "{{#unless @last}},{{/unless}}{{/each}}]}")
    return templated(reply(text, **more))


def deepl_fixed(texts, **more):
    return reply(json.dumps({"translations": [{"text": text} for text in texts]}), **more)


def chat_answer(english, before="", each=None, after="", finish="stop", **more):
    """The same under each text's id. `each` instead of an object a segment; segments are `s`."""
    one = each or '{"id":"{{s.id}}","text":"%s"}' % english("{{{regexExtract s.text '%s'}}}" % MARK)
    content = ('{"translations":[' + before + "{{#each data.segments as |s|}}" + one +
               "{{#unless @last}},{{/unless}}{{/each}}" + after + "]}").replace('"', '\\"')
    text = ("{{#parseJson 'data'}}{{{jsonPath request.body '$.messages[1].content'}}}{{/parseJson}}"
            '{"choices":[{"index":0,"finish_reason":"%s","message":{"role":"assistant","content":"%s"}}]}'
            % (finish, content))
    return templated(reply(text, **more))
