"""How every measurement starts from the command line: what the user may mend is one sentence, and exit code 1."""

import sys
from collections.abc import Callable
from typing import Any

import typer

from viva.cli import EXPECTED
from viva.terminal import err


def start(main: Callable[..., Any]) -> None:
    """Runs `main` with its options from the command line."""
    try:
        typer.run(main)
    except EXPECTED as error:
        err.print(f"bench: {error}", markup=False)
        sys.exit(1)
