"""The worker's log: what happened and how long it took, never what was said."""

import logging
import traceback

logger = logging.getLogger("viva.agent")

PRIVATE_PREFIX = "lk.pii"
"""LiveKit marks speech and names in its log records with keys that begin so."""


class NoPersonalData(logging.Filter):
    """Takes everything LiveKit marks as personal out of log records, and what exceptions say: it may quote a person."""

    def filter(self, record: logging.LogRecord) -> bool:
        for key in [key for key in record.__dict__ if key.startswith(PRIVATE_PREFIX)]:
            delattr(record, key)
        if record.exc_info and record.exc_info[1]:
            record.exc_text, record.exc_info = kind_and_place(record.exc_info[1]), None
            if record.name == "asyncio":  # it puts the exception into the message, too
                record.msg, record.args = record.getMessage().splitlines()[0], None
        return True


def kind_and_place(error: BaseException) -> str:
    """What an exception was and where it came from, without its words."""
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}".rstrip()


def quiet() -> None:
    """Sets this process's logs up: warnings of the libraries, our own information, nothing personal."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in ("livekit", "livekit.agents", "asyncio", logger.name):
        logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger(name).addFilter(NoPersonalData())
    logger.setLevel(logging.INFO)
