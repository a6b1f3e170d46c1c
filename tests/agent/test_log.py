"""The worker's logs say what happened, never what was said."""

import io
import logging
from collections.abc import Iterator

import pytest

from agent.log import NoPersonalData, quiet


@pytest.fixture
def untouched_logging() -> Iterator[None]:
    """Other tests keep their loggers as they were."""
    names = ("", "livekit", "livekit.agents", "asyncio", "viva.agent")
    loggers = [logging.getLogger(name) for name in names]
    before = [(logger.level, list(logger.filters), list(logger.handlers)) for logger in loggers]
    yield
    for logger, (level, filters, handlers) in zip(loggers, before, strict=True):
        logger.setLevel(level)
        logger.filters[:], logger.handlers[:] = filters, handlers


def test_what_livekit_marks_as_personal_is_taken_out() -> None:
    record = logging.makeLogRecord(
        {"msg": "user turn", "lk.pii.user_transcript": "my salary", "lk.pii": "Robin", "speech_id": "s1"}
    )
    assert NoPersonalData().filter(record)
    assert not [key for key in record.__dict__ if key.startswith("lk.pii")]
    assert record.__dict__["speech_id"] == "s1"
    assert "my salary" not in repr(record.__dict__)


@pytest.mark.usefixtures("untouched_logging")
def test_no_handler_behind_livekits_loggers_sees_it() -> None:
    quiet()
    seen = io.StringIO()
    handler = logging.StreamHandler(seen)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s %(said)s", defaults={"said": ""}))

    def show(record: logging.LogRecord) -> bool:
        record.said = getattr(record, "lk.pii.text", "")
        return True

    handler.addFilter(show)
    for name in ("livekit", "livekit.agents"):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.debug("received user transcript", extra={"lk.pii.text": "my salary"})
        logger.warning("slow", extra={"lk.pii.text": "my salary"})
        logger.removeHandler(handler)
    assert "slow" in seen.getvalue()
    assert "my salary" not in seen.getvalue()
    assert "received user transcript" not in seen.getvalue()


@pytest.mark.usefixtures("untouched_logging")
def test_our_own_information_is_kept() -> None:
    quiet()
    assert logging.getLogger("viva.agent").isEnabledFor(logging.INFO)


@pytest.mark.usefixtures("untouched_logging")
@pytest.mark.parametrize("name", ["livekit.agents", "asyncio", "viva.agent"])
def test_an_exception_is_logged_by_its_kind_and_place_alone(name: str) -> None:
    quiet()
    seen = io.StringIO()
    logger, handler = logging.getLogger(name), logging.StreamHandler(seen)
    said = "my salary"
    logger.addHandler(handler)
    try:
        raise ValueError(said)
    except ValueError as error:
        # As asyncio tells of a task whose failure nobody asked for.
        logger.error(
            "Task exception was never retrieved" + (f"\nfuture: {error!r}" if name == "asyncio" else ""), exc_info=error
        )
    logger.removeHandler(handler)
    assert "ValueError" in seen.getvalue()
    assert "test_log.py" in seen.getvalue()
    assert "my salary" not in seen.getvalue()
