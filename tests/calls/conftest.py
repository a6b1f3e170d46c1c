"""One real stack for all whole-call tests: LiveKit server, worker, web, scorer, no language model."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from records.erasure import erase
from tests.calls.stack import Stack, stack_settings, up
from tests.calls.watching import Watcher
from viva.caller import Caller
from viva.commands.common import recordings
from viva.talker import CandidateVoice
from viva.wiring import speech_models


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Started once, by `viva up`."""
    with up(stack_settings(tmp_path_factory.mktemp("stack"))) as running:
        yield running


@pytest.fixture(scope="session")
def voice(stack: Stack) -> CandidateVoice:
    """The synthetic candidate's."""
    return CandidateVoice(speech_models(stack.settings).voice)


@pytest.fixture
def call(stack: Stack, voice: CandidateVoice) -> Iterator[Callable[[str], tuple[Caller, Watcher]]]:
    """A caller with a fresh invite, not joined yet, and the journal of its interview, which is erased after the test:
    scoring would wait for the end of a call that was just left."""
    made: list[str] = []

    def make(candidate: str = "") -> tuple[Caller, Watcher]:
        invite = stack.invite(candidate)
        made.append(invite.id)
        return Caller(site=stack.settings.site, code=invite.code, voice=voice), Watcher(stack.journal, invite.id)

    yield make
    for interview_id in made:
        erase(stack.engine, recordings(stack.settings, stack.engine), interview_id)


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For a stack of one's own."""
    return tmp_path_factory.mktemp("another")
