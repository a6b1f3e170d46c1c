"""A candidate whom the model plays hears what everybody hears, and answers in time."""

import asyncio
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from agent.language_model import connect
from interview.arrangement import Arrangement
from viva.commands.practice import Played
from viva.played import SILENT
from viva.rehearsal import Held, player, rehearsal
from viva.settings import Settings
from viva.wiring import catalogue


class Server(ThreadingHTTPServer):
    """A language model that says what it is told to and remembers what it was sent."""

    says = "I would start with a baseline. Then"
    heard: list[dict[str, Any]]


class _Answers(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        message = {"role": "assistant", "content": server.says}
        body = {"id": "1", "object": "chat.completion", "created": 1, "model": "m"}
        answer = json.dumps(body | {"choices": [{"index": 0, "finish_reason": "stop", "message": message}]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), _Answers)
    server.heard = []
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


async def play(settings: Settings, server: Server, manner: str, most: int, seed: int = 3) -> list[str]:
    """What the candidate said."""
    held = Held(*catalogue(settings).interview("mle-v1"), Arrangement(role="Staff engineer"))
    client = connect(f"http://127.0.0.1:{server.server_port}/v1", "")
    holds = rehearsal(settings, held, None)
    await holds.run(player(settings, held, client, manner, seed).turns(holds, most))
    return [event.text for event in holds.events if event.type == "candidate_spoke"]


def test_the_candidate_hears_only_what_is_said_and_what_is_public(settings: Settings, server: Server) -> None:
    asyncio.run(play(settings, server, "strong", 4))
    spec = catalogue(settings).spec("mle-v1")
    sent = json.dumps(server.heard, ensure_ascii=False)
    assert spec.sections[0].prompt.aloud in sent
    hidden = [indicator.point for section in spec.sections for indicator in section.rubric()]
    hidden += [ask for section in spec.sections for intent in section.intents for ask in intent.asks]
    assert hidden
    assert [text for text in hidden if text in sent] == []


def test_a_candidate_speaks_whole_sentences_and_at_most_so_often(settings: Settings, server: Server) -> None:
    assert asyncio.run(play(settings, server, "weak", 3)) == ["I would start with a baseline."] * 3


def test_a_model_that_says_nothing_is_a_candidate_who_does_not_know(settings: Settings, server: Server) -> None:
    server.says = ""
    assert asyncio.run(play(settings, server, "terse", 1)) == [SILENT]


def test_each_turn_has_a_seed_of_its_own(settings: Settings, server: Server) -> None:
    asyncio.run(play(settings, server, "fishing", 3))
    seeds = [request["seed"] for request in server.heard]
    assert seeds == [3000, 3001, 3002]


@pytest.mark.parametrize("manner", list(Played))
def test_every_candidate_that_may_be_named_has_a_part(settings: Settings, server: Server, manner: Played) -> None:
    assert asyncio.run(play(settings, server, manner.value, 1))
