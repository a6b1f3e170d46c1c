"""A service that is told to stop does so whatever it is doing."""

import signal
import subprocess
import sys

import pytest

WAITING = """
import signal
from viva.stopping import asked_to_stop
stop = asked_to_stop()
# Another thread gets the signal and this one sleeps on, as where it comes just before the wait begins.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
print("waiting", flush=True)
stop.wait()
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_also_where_the_signal_does_not_wake_its_main_thread(number: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        try:
            assert service.stdout.readline() == "waiting\n"
            service.send_signal(number)
            assert service.wait(20) == 0
        finally:
            service.kill()
