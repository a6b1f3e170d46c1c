"""A real LiveKit server for tests."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from viva import livekit
from viva.probes import http_ok
from viva.settings import Settings

START_S = 30
STOP_S = 10


@contextmanager
def serving(settings: Settings) -> Iterator[Settings]:
    """Runs the server while the block runs, as `viva up` would set it up."""
    binary = livekit.ensure(settings, lambda _line: None)
    config = livekit.write_config(settings)
    with (config.parent / "livekit.log").open("wb") as log:
        process = subprocess.Popen([binary, "--config", config], stdout=log, stderr=log)
    try:
        until = time.monotonic() + START_S
        while not http_ok(f"http://127.0.0.1:{settings.livekit_port}/"):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the LiveKit server did not start: {(config.parent / 'livekit.log').read_text()}")
            time.sleep(0.05)
        yield settings
    finally:
        process.terminate()
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
