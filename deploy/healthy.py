"""A container's health: `healthy.py URL` asks a page, `healthy.py --connected PORT` looks for a live connection."""

import sys
import urllib.request
from pathlib import Path

ESTABLISHED = "01"
"""The state's number in /proc/net/tcp."""


def page_answers(url: str) -> bool:
    """Whether a GET answers with success."""
    try:
        with urllib.request.urlopen(url, timeout=4) as answer:
            return bool(200 <= answer.status < 300)
    except OSError:
        return False


def connected(port: int, table: str) -> bool:
    """Whether the container holds a connection to this port; `table` is the text of /proc/net/tcp."""
    rows = [line.split() for line in table.splitlines()[1:]]
    return any(int(row[2].split(":")[1], 16) == port and row[3] == ESTABLISHED for row in rows)


if __name__ == "__main__":
    if sys.argv[1] == "--connected":
        well = connected(int(sys.argv[2]), Path("/proc/net/tcp").read_text())
    else:
        well = page_answers(sys.argv[1])
    sys.exit(0 if well else 1)
