"""A service in this process, for tests that have to see a request at the very moment, or answer when they like."""
import http.server
import json
import threading
import time

import live


class Service(http.server.ThreadingHTTPServer):
    """Answers as DeepL, LibreTranslate and the chat protocol do. `bodies`: all that came, in order; `keys`: the
    headers that may carry one. `answer(service, body)` may give (status, text) instead of a translation."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, delay=0.0, answer=None):
        self.bodies, self.headers, self.delay, self.answer = [], [], delay, answer
        self.arrived = threading.Condition()
        super().__init__(("127.0.0.1", 0), Exchange)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def took(self, headers, body):
        with self.arrived:
            self.bodies.append(body)
            self.headers.append(headers)
            self.arrived.notify_all()

    def wait_for(self, count, seconds=30):
        with self.arrived:
            return self.arrived.wait_for(lambda: len(self.bodies) >= count, seconds)

    def texts(self):
        """Every text that came, in order."""
        return [text for body in self.bodies for text in texts_of(json.loads(body))]

    def handle_error(self, request, client_address):
        pass  # whoever is killed hangs up


def texts_of(body):
    if "text" in body:
        return body["text"]
    if "q" in body:
        return body["q"]
    return [segment["text"] for segment in json.loads(body["messages"][1]["content"])["segments"]]


def english_of(text):
    number = live.NUMBER.search(text)
    return live.english(number.group() if number else "of today")


def answer_to(body):
    texts = [english_of(text) for text in texts_of(body)]
    if "text" in body:
        return {"translations": [{"text": text, "billed_characters": len(text)} for text in texts]}
    if "q" in body:
        return {"translatedText": texts}
    segments = json.loads(body["messages"][1]["content"])["segments"]
    content = {"translations": [{"id": one["id"], "text": text} for one, text in zip(segments, texts)]}
    return {"choices": [{"finish_reason": "stop", "message": {"role": "assistant", "content": json.dumps(content)}}]}


class Exchange(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        whole = self.rfile.read(length)
        if len(whole) < length:  # whoever asked was killed in the middle
            self.close_connection = True
            return
        body = whole.decode()
        self.server.took(dict(self.headers), body)
        time.sleep(self.server.delay)
        own = self.server.answer(self.server, body) if self.server.answer else None
        status, text = own or (200, json.dumps(answer_to(json.loads(body))))
        told = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_):
        pass
