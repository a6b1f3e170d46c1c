"""The recorder's outages as events: the journal says when the call was not recorded, and the page can say so, too."""

import asyncio
from collections.abc import Callable

from agent.log import logger
from interview.events import Event, RecordingFailed, RecordingResumed
from voice.errors import RecorderError


class Outages:
    """Hands each beginning and each end of an outage on, once; an outage may outlast the interviewer it began with."""

    def __init__(self, clock: Callable[[], int], unrecorded: Callable[[], bool], happen: Callable[[Event], object]):
        """`clock` gives `at_ms`, `unrecorded` what the journal says; `happen` is called on this event loop."""
        self._clock, self._unrecorded, self._happen = clock, unrecorded, happen
        self._loop = asyncio.get_running_loop()
        self._out: bool | None = None
        """What was handed on last; None before that, when only the journal knows."""

    def changed(self, failure: RecorderError | None) -> None:
        """The recorder's `on_change`: comes from its thread."""
        self._loop.call_soon_threadsafe(self._tell, failure)

    def _tell(self, failure: RecorderError | None) -> None:
        if failure is not None:
            logger.error("not recorded: %s", failure)
        was_out = self._unrecorded() if self._out is None else self._out
        self._out = failure is not None
        if failure is not None and not was_out:
            self._happen(RecordingFailed(at_ms=self._clock(), reason=failure.reason))
        elif failure is None and was_out:
            self._happen(RecordingResumed(at_ms=self._clock()))
