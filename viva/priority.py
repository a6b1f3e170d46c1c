"""Which of the stack's processes goes first when all want the processor."""

import os
from contextlib import suppress
from pathlib import Path

BEHIND = 15
"""Of 0 to 19. A thread gets 3 % of a core that one of ours at 0 wants as well, and all of it otherwise."""


def give_way() -> None:
    """Puts this process, and threads it starts from now on, behind those that somebody waits for.

    Linux shares the processor out between sessions first where its autogroups are on, and each service is a session of
    its own: there the number counts for the session.
    """
    os.nice(BEHIND - os.nice(0))
    with suppress(OSError):  # another system, or one that lets nobody
        Path("/proc/self/autogroup").write_text(str(BEHIND), encoding="ascii")
