"""A real OpenAI-compatible server without a model: it counts what it is asked and answers by a rule."""

import hashlib
import json
import math
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class StandIn(ThreadingHTTPServer):
    """Leans to Yes as far as a hash of the prompt says, so that equal prompts get equal answers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        """How often each prompt was answered, by its sha256."""
        self.gone = False
        """True: it takes nothing any more."""
        self.url = f"http://127.0.0.1:{self.server_address[1]}/v1"

    def answer(self, prompt: str) -> dict[str, Any]:
        """Counts the prompt and returns a completion of one token."""
        key = hashlib.sha256(prompt.encode()).hexdigest()
        self.asked[key] += 1
        yes = 0.05 + 0.9 * int(key[:4], 16) / 0xFFFF
        top = [{"token": token, "logprob": math.log(p), "bytes": None} for token, p in (("Yes", yes), ("No", 1 - yes))]
        content = [{**top[0], "top_logprobs": top}]
        message = {"role": "assistant", "content": "Yes"}
        choice = {"index": 0, "finish_reason": "length", "message": message, "logprobs": {"content": content}}
        return {"id": "0", "object": "chat.completion", "created": 0, "model": "stand-in", "choices": [choice]}


class _Handler(BaseHTTPRequestHandler):
    server: StandIn
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._send({"object": "list", "data": [{"id": "stand-in", "object": "model", "created": 0, "owned_by": "me"}]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.server.gone:
            self.send_error(400)
        else:
            self._send(self.server.answer(json.dumps(body["messages"])))

    def _send(self, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        return


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """The server, answering for the block."""
    with StandIn() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
