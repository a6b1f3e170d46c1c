"""`viva up` from the outside: it tells where to go in, Ctrl-C ends it, and nothing of it is left."""

from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from tests.calls.stack import LAST_WORDS, stack_settings, up

pytestmark = [pytest.mark.call, pytest.mark.models, pytest.mark.slow]


def test_ctrl_c_ends_everything_and_the_next_start_offers_the_same_link(
    data_folder: Path, record_property: Callable[[str, object], None]
) -> None:
    settings = stack_settings(data_folder)
    links = []
    for start in ("first", "second"):
        with up(settings) as stack:
            record_property(f"{start}_start_s", round(stack.ready_s, 1))
            print(f"{start} start: {stack.ready_s:.1f} s")
            (link,) = [line.strip() for line in stack.printed if "/i/" in line]
            links.append(link)
            assert any("/review" in line and settings.review_password in line for line in stack.printed)
            assert httpx2.get(link).status_code == 200
            assert httpx2.get(f"{settings.site}/readyz").status_code == 200
            parts = " ".join(stack.processes().values())
            for part in ("livekit-server", "viva worker", "viva web", "viva scorer"):
                assert part in parts
            assert stack.interrupt() == 0
            assert stack.processes() == {}
        assert LAST_WORDS in " ".join(stack.printed)
        assert stack.printed[-1].endswith("Everything is stopped.")
    assert links[0] == links[1]
