"""One recognizer and one voice for all calls: who waits for whom in their process."""

import threading

import pytest
from livekit.agents.ipc.inference_proc_lazy_main import _InferenceProc

from agent.inference import RecognizerRunner, VoiceRunner
from agent.worker import CALLS


def test_last_words_are_not_kept_waiting_by_lines_that_wait_for_the_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUM_CPUS", "2")
    process = _InferenceProc({runner.INFERENCE_METHOD: runner for runner in (RecognizerRunner, VoiceRunner)})
    spoken = threading.Event()
    try:
        for _ in range(2 * CALLS):
            process._executor.submit(spoken.wait)
        assert process._executor.submit(lambda: "heard").result(timeout=5) == "heard"
    finally:
        spoken.set()
        process._executor.shutdown()
