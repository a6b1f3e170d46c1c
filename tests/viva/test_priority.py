"""Who waits for whom when the processor is short."""

import os
import subprocess
import sys

IDLE = hasattr(os, "SCHED_IDLE")
LAST = os.SCHED_IDLE if IDLE else 19


def placed(doing: str) -> int:
    """Where a process stands that does this."""
    ask = f"import os; {doing}; print({'os.sched_getscheduler(0)' if IDLE else 'os.nice(0)'})"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return int(told.stdout)


def test_a_process_that_gives_way_takes_only_what_is_left() -> None:
    assert placed("from viva.priority import give_way; give_way()") == LAST != placed("pass")
