"""A real database and store for the whole job."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from records.database import open_database
from records.invites import Invites
from records.journal import Journal
from records.recordings import Recordings
from records.reports import Reports
from scoring.calibrating.calibration import Calibration, read_calibration
from scoring.code.sandbox import Sandbox
from scoring.code.walls import Limits
from scoring.job import Parts
from tests.interview.material import voice
from tests.scoring.calls import Call, GivenReader, small_spec

PROMPTS = {"point": "0" * 64}


def fitted_with(model: str, prompts: dict[str, str]) -> Calibration:
    """The shipped constants as if they came from this model and these prompts."""
    shipped = read_calibration()
    provenance = shipped.provenance.model_copy(update={"model": model, "prompts": prompts})
    return shipped.model_copy(update={"provenance": provenance})


class Desk:
    """Records of one installation, and the parts that score its interviews."""

    def __init__(self, data: Path) -> None:
        self.url = f"sqlite:///{data}/viva.db"
        self.data = data
        self.engine = open_database(self.url)
        self.parts = Parts(
            engine=self.engine,
            journal=Journal(self.engine),
            reports=Reports(self.engine),
            recordings=Recordings(data / "recordings", self.engine),
            sandbox=Sandbox(Limits(wall_s=2, cpu_s=2)),
            reader=GivenReader(lambda *_: 2.0),
            prompts=PROMPTS,
            calibration=fitted_with(GivenReader.name, PROMPTS),
        )

    def invited(self, candidate: str = "Ada") -> Call:
        """A call of an invited candidate, to be filled and held."""
        invite = Invites(self.engine).create(small_spec(), voice(), candidate)
        return Call(interview_id=invite.id, candidate=candidate)

    def hold(self, call: Call) -> str:
        """Writes the call to the journal; returns its id."""
        self.parts.journal.begin(call.began)
        for event in call.rest:
            self.parts.journal.append(call.began.interview_id, event)
        return call.began.interview_id


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "data")
    yield desk
    desk.engine.dispose()
