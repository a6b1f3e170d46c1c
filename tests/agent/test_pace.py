"""What a wait went to."""

import time

from agent.pace import Pace


def test_a_reply_tells_when_text_turn_and_question_were_ready() -> None:
    pace, last_word = Pace(), time.time() - 2
    pace.heard(last_word, last_word + 0.2)
    pace.turn_ended()
    pace.decided("Why clicks?")
    latency_ms, timings = pace.first_sound("Why clicks?", time.time() + 0.3)
    assert latency_ms is not None
    assert timings["transcription"] == 200
    assert timings["transcription"] < timings["endpointing"] <= timings["question_ready"] < latency_ms
    assert timings["endpointing"] + timings["reply"] in range(latency_ms - 1, latency_ms + 2)  # each is rounded


def test_only_the_first_line_after_a_turn_is_timed() -> None:
    pace = Pace()
    assert pace.first_sound("Hello.", time.time()) == (None, {})
    pace.heard(time.time() - 1, time.time())
    pace.turn_ended()
    pace.decided("A moment.")
    pace.decided("Why clicks?")
    assert pace.first_sound("A moment.", time.time())[0] is not None
    assert pace.first_sound("Why clicks?", time.time()) == (None, {})
