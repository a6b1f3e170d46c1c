"""A real OpenAI-compatible server without a model: it counts what it is asked and answers by a rule."""

import hashlib
import json
import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class StandIn(ThreadingHTTPServer):
    """Leans to Yes as far as a hash of the prompt says, so that equal prompts get equal answers, whatever the model."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []
        """A hash of every prompt it was asked, in their order."""
        self.pause_s = 0.0
        """How long it thinks before it answers."""
        self.gone = False
        """True: it takes nothing any more."""
        self.instead: tuple[str, bytes] | None = None
        """What it sends with status 200 instead of completions: its type and its body."""
        self.good = 0
        """So many completions it gives before that."""
        self.nameless: tuple[str, bytes] | None = None
        """The same instead of the models' names."""
        self.url = f"http://127.0.0.1:{self.server_address[1]}/v1"

    def answer(self, messages: list[dict[str, str]]) -> dict[str, Any]:
        """Notes the prompt and returns a completion of one token."""
        key = hashlib.sha256(json.dumps(messages).encode()).hexdigest()
        self.asked.append(key)
        time.sleep(self.pause_s)
        yes = 0.05 + 0.9 * int(key[:4], 16) / 0xFFFF
        # Whatever was asked for: a yes or no, or a grade.
        chances = {"Yes": yes / 2, "No": (1 - yes) / 2, **{str(n): 1 / 12 for n in range(6)}}
        top = [{"token": token, "logprob": math.log(p), "bytes": None} for token, p in chances.items()]
        content = [{**top[0], "top_logprobs": top}]
        message = {"role": "assistant", "content": "Yes"}
        choice = {"index": 0, "finish_reason": "length", "message": message, "logprobs": {"content": content}}
        return {"id": "0", "object": "chat.completion", "created": 0, "model": "stand-in", "choices": [choice]}

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: whoever asks may be killed while asking."""


class _Handler(BaseHTTPRequestHandler):
    server: StandIn
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._send(
            self.server.nameless
            or {"object": "list", "data": [{"id": "stand-in", "object": "model", "created": 0, "owned_by": "me"}]}
        )

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.server.gone:
            self.send_error(400)
        else:
            answer = self.server.answer(body["messages"])
            late = len(self.server.asked) > self.server.good
            self._send(self.server.instead if self.server.instead and late else answer)

    def _send(self, body: dict[str, Any] | tuple[str, bytes]) -> None:
        kind, data = body if isinstance(body, tuple) else ("application/json", json.dumps(body).encode())
        with suppress(ConnectionError):
            self._write(kind, data)

    def _write(self, kind: str, data: bytes) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        return


@contextmanager
def stand_in(server: StandIn | None = None) -> Iterator[StandIn]:
    """The server, or another of its kind, answering for the block."""
    with server or StandIn() as serving:
        thread = threading.Thread(target=serving.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield serving
        finally:
            serving.shutdown()
            thread.join()
