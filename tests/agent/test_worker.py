"""What the worker does about its own parts."""

import asyncio
from dataclasses import dataclass
from typing import cast

import pytest
from livekit.agents import AgentServer

from agent import worker


@dataclass
class Models:
    """The process of recognizer and voice, as LiveKit shows it."""

    started: bool
    alive: bool

    def is_alive(self) -> bool:
        """Whether it runs."""
        return self.alive


@dataclass
class Server:
    """As much of a worker as is looked at."""

    _inference_executor: Models | None = None


async def test_the_death_of_recognizer_and_voice_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LOOK_S", 0.01)
    server = Server()
    watching = asyncio.create_task(worker._without_models(cast("AgentServer", server)))
    models = server._inference_executor = Models(started=False, alive=False)
    await asyncio.sleep(0.05)
    assert not watching.done(), "what has not started yet is not dead"
    models.started = models.alive = True
    await asyncio.sleep(0.05)
    assert not watching.done()
    models.alive = False
    await asyncio.wait_for(watching, 1)
