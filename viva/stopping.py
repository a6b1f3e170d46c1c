"""The end of a service that is told to stop."""

import os
import signal
import threading


def asked_to_stop() -> threading.Event:
    """An event that SIGTERM and SIGINT set from now on; to be made once, on the main thread.

    A thread sets it, woken by the signal itself. Python runs a handler when the main thread takes its next step: where
    the signal comes just before that thread begins to wait, or to another thread, this would be never.
    """
    stop = threading.Event()
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)

    def wait() -> None:
        os.read(read, 1)
        stop.set()

    threading.Thread(target=wait, name="asked-to-stop", daemon=True).start()
    return stop
