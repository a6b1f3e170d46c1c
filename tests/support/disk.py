"""A disk that fails in the middle of deleting."""

import errno
import os
from typing import Any

import pytest


def failing(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """From the file after the first `after` on, nothing can be deleted."""
    deleted, unlink = 0, os.unlink

    def unlink_some(*args: Any, **more: Any) -> None:
        nonlocal deleted
        if deleted == after:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        deleted += 1
        unlink(*args, **more)

    monkeypatch.setattr(os, "unlink", unlink_some)
