"""Who waits for whom when the processor is short."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viva.priority import BEHIND

ASK = "from viva.priority import give_way; give_way(); import os; print(os.getpriority(os.PRIO_PROCESS, 0))"


@pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="a system without such groups")
def test_a_process_that_gives_way_stands_behind_the_others_in_its_session_and_with_it() -> None:
    asked = f"{ASK}; print(open('/proc/self/autogroup').read())"
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, start_new_session=True
    )
    priority, _, group = told.stdout.partition("\n")
    assert int(priority) == BEHIND > os.getpriority(os.PRIO_PROCESS, 0)
    assert group.strip().endswith(f"nice {BEHIND}")
