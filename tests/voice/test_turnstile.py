"""Decodes that somebody waits for go first."""

import threading
import time

import pytest

from voice.turnstile import Turnstile


def test_the_urgent_pass_first_and_equals_in_the_order_in_which_they_came() -> None:
    turnstile, passed = Turnstile(), []
    threads = []

    def come(name: str, *, urgent: bool) -> None:
        def go() -> None:
            with turnstile.passed(urgent=urgent):
                passed.append(name)

        threads.append(threading.Thread(target=go))
        threads[-1].start()
        while len(turnstile._waiting) < len(threads):
            time.sleep(0.001)

    with turnstile.passed(urgent=False):
        come("first", urgent=False)
        come("second", urgent=False)
        come("urgent", urgent=True)
        come("as urgent", urgent=True)
        assert passed == []
    for thread in threads:
        thread.join(5)
    assert passed == ["urgent", "as urgent", "first", "second"]


def test_trouble_inside_lets_the_next_one_pass() -> None:
    turnstile = Turnstile()
    with pytest.raises(ValueError, match="trouble"), turnstile.passed(urgent=False):
        raise ValueError("trouble")
    with turnstile.passed(urgent=False):
        pass
