"""One scorer at a time on a data folder: a second would take up what the first is still at."""

import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOOK_S = 1.0
"""How often a waiting scorer looks whether the other has gone."""


@contextmanager
def the_only_one(data_dir: Path, stop: threading.Event) -> Iterator[bool]:
    """Waits until no other scorer works on the folder; True then and for the block, False when `stop` came first."""
    with _lock_file(data_dir) as lock:
        while not (mine := _taken(lock)) and not stop.wait(LOOK_S):
            pass
        yield mine


def scorer_works(data_dir: Path) -> bool:
    """Whether a scorer works on the folder now."""
    with _lock_file(data_dir) as lock:
        return not _taken(lock)


def _lock_file(data_dir: Path) -> IO[str]:
    data_dir.mkdir(parents=True, exist_ok=True)
    return (data_dir / "scorer.lock").open("w")


def _taken(lock: IO[str]) -> bool:
    """Whether the lock is ours now; the system gives it back when the file is closed, however the process ends."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
