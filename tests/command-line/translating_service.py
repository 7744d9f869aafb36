"""A service in the manner of LibreTranslate: says its port, answers, and keeps a journal of what it was sent.

Its answers have the tags of the text behind the words; with "deaf" they have none.
"""
import http.server
import json
import re
import sys

ENGLISH = "The two sides have agreed to continue their cooperation in this field"


def tags(text):
    return "" if sys.argv[2:] == ["deaf"] else "".join(" " + tag for tag in re.findall("<span[^>]*></span>", text))


class Service(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with open(sys.argv[1], "ab") as journal:
            journal.write(body + b"\n")
        texts = json.loads(body)["q"]
        answer = json.dumps({"translatedText": [ENGLISH + tags(text) + "." for text in texts]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
print(server.server_address[1], flush=True)
server.serve_forever()
