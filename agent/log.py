"""The worker's log: what happened and how long it took, never what was said."""

import logging

logger = logging.getLogger("viva.agent")

PRIVATE_PREFIX = "lk.pii"
"""LiveKit marks speech and names in its log records with keys that begin so."""


class NoPersonalData(logging.Filter):
    """Takes everything LiveKit marks as personal out of log records."""

    def filter(self, record: logging.LogRecord) -> bool:
        for key in [key for key in record.__dict__ if key.startswith(PRIVATE_PREFIX)]:
            delattr(record, key)
        return True


def quiet() -> None:
    """Sets this process's logs up: warnings of the libraries, our own information, nothing personal."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in ("livekit", "livekit.agents"):
        logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger(name).addFilter(NoPersonalData())
    logger.setLevel(logging.INFO)
