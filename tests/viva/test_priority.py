"""Who waits for whom when the processor is short."""

import os
import subprocess
import sys

import pytest

ASK = "from viva.priority import give_way; give_way(); import os; print(os.sched_getscheduler(0))"


@pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="a system without such a policy")
def test_a_process_that_gives_way_takes_only_what_is_left() -> None:
    told = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert int(told.stdout) == os.SCHED_IDLE != os.sched_getscheduler(0)
