"""Which of the stack's processes goes first when all want the processor."""

import os
from contextlib import suppress
from pathlib import Path

BEHIND = 10
"""Of 0 to 19. A thread gets a tenth of a core that one at 0 wants as well, and all of it otherwise: at 15 it would get
3 %, and on a machine that also does other work no follow-up would be written in time."""


def give_way() -> None:
    """Puts this process, and threads it starts from now on, behind those that somebody waits for.

    Linux shares the processor out between sessions first where its autogroups are on, and each service is a session of
    its own: there the number counts for the session.
    """
    os.nice(BEHIND - os.nice(0))
    with suppress(OSError):  # another system, or one that lets nobody
        Path("/proc/self/autogroup").write_text(str(BEHIND), encoding="ascii")
