"""With the network cut off a call is held all the same: nothing needs another host."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from viva.settings import TREE

pytestmark = [pytest.mark.call, pytest.mark.models, pytest.mark.slow]

ALONE = """
ip link set lo up
ip link add card type veth peer name nobody
ip address add 10.99.0.1/30 dev card
ip link set card up
ip link set nobody up
exec "$0" "$@"
"""
"""Loopback, and a network card that leads nowhere: WebRTC offers no address on a machine without any card, so not even
a connection to the same machine would come about. There is no route to anywhere and nobody to answer."""
CUT = ["unshare", "--net", "--", "sh", "-ec", ALONE]


def missing() -> str:
    """What this machine lacks to cut a network off; empty when it can."""
    if absent := [program for program in ("unshare", "ip") if not shutil.which(program)]:
        return f"{' and '.join(absent)} missing; install util-linux and iproute2"
    if subprocess.run([*CUT, "true"], capture_output=True, check=False).returncode:
        return "this user may not make a network namespace; run the tests as root"
    return ""


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_a_call_is_held_without_any_other_host(data_folder: Path) -> None:
    held = subprocess.run(
        [*CUT, sys.executable, "-m", "tests.calls.alone", str(data_folder)],
        cwd=TREE, env=dict(os.environ), capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert held.returncode == 0, held.stdout[-2000:] + held.stderr[-2000:]
    told = json.loads(held.stdout.splitlines()[-1])
    assert set(told["interfaces"]) == {"lo", "card", "nobody"}
    assert told["routes"] == ["10.99.0.0/30"]
    assert told["lines"][:3] == ["greeting", "context", "prompt"]
    assert "follow_up" in told["lines"]
    assert told["word_error_rate"] <= 0.3
    assert told["reason"] == "left"
