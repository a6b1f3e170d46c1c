"""The sound of a call, as both sides hear it and as it is recorded: mono for each side, int16."""

RATE_HZ = 48_000
"""Opus's own rate, so nothing is resampled on the way through LiveKit or into the recording."""
FRAME = RATE_HZ // 50
"""Samples in a frame: 20 ms, Opus's usual packet."""
SENTENCE_GAP_S = 0.25
"""Speakers leave about this much between sentences; the silence that Piper puts around each is cut off."""
