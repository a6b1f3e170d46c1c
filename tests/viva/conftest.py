"""The `viva` command in this process."""

import sys
from typing import Protocol

import pytest

from viva import terminal
from viva.cli import main
from viva.settings import Settings


class Command(Protocol):
    """Runs the command with these settings; returns what it printed, stdout for code 0 and stderr otherwise."""

    def __call__(self, settings: Settings, *words: str, code: int = 0) -> str: ...


@pytest.fixture
def viva(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command in this process, from its entry point on: a process of its own costs seconds each time."""

    def run(settings: Settings, *words: str, code: int = 0) -> str:
        for name, value in settings.environment().items():
            monkeypatch.setenv(name, value)
        # Not by COLUMNS: a test process that has it sees the console made with it.
        for console in (terminal.out, terminal.err):
            monkeypatch.setattr(console, "width", 200)
        monkeypatch.setattr(sys, "argv", ["viva", *words])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capfd.readouterr()
        assert (ended.value.code or 0) == code, printed
        return printed.err if code else printed.out

    return run


def one_sentence(printed: str) -> bool:
    return printed.startswith("viva: ") and len(printed.strip().splitlines()) == 1
