"""HTTP ranges (RFC 9110, section 14): one stretch of a recording, so that a player can jump."""

import re

_ONE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


class Unsatisfiable(Exception):
    """The stretch lies outside what there is."""


def stretch(header: str | None, size: int) -> tuple[int, int] | None:
    """Start and end (without) of the one range asked for; None for the whole. Raises Unsatisfiable.

    No range, several, and what does not read as a range all give the whole.
    """
    match = _ONE.fullmatch((header or "").replace(" ", ""))
    if match is None or match.group(1) == match.group(2) == "":
        return None
    first, last = match.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < start:
            return None
    if start >= end:
        raise Unsatisfiable
    return start, end
