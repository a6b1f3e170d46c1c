"""A small interview with canary words in everything a candidate must not see, and a walk through it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from interview.events import (
    AgentJoined,
    Began,
    CandidateSpoke,
    Ended,
    Event,
    FollowUpWritten,
    Line,
    LineEnded,
    LineStarted,
    TurnEnded,
)
from interview.persona import Persona
from interview.spec import Spec
from records.invites import Invite
from records.journal import Journal
from tests.support.persona import persona as every_line

CANARY = "canary7341"
"""In indicators, hidden tests, intents, disallowed behaviours and conduct rules."""
LATER = "latercanary"
"""In what comes later than the first section: prompts, starter code, visible tests."""
CODE = "def total(xs):\n    return sum(xs)\n"


def spec(**changes: Any) -> Spec:
    """Two sections and a coding task between them."""
    intent = {"id": "probe", "name": "Probe", "asks": [f"{CANARY} asks"], "variants": [f"{CANARY} {n}?" for n in "abc"]}
    indicator = {"id": "point", "axis": "depth", "point": f"{CANARY} point", "wordings": [f"{CANARY} wording"]}

    def section(name: str, title: str, prompt: dict[str, str], **more: Any) -> dict[str, Any]:
        return {
            "id": name,
            "title": title,
            "objective": [f"{CANARY} objective"],
            "prompt": prompt,
            "axes": [{"id": "depth", "name": f"{CANARY} axis"}],
            "intents": [intent],
            "disallowed": [f"{CANARY} disallowed"],
            "withheld_terms": [f"{CANARY} term"],
            "terms": [f"{CANARY} vocabulary"],
            "indicators": [indicator],
        } | more

    coding = {
        "functions": {"python": "total", "javascript": "total"},
        "starter": {"python": f"# {LATER}\n", "javascript": f"// {LATER}\n"},
        "visible_tests": [{"name": f"{LATER} empty", "args": [[]], "expected": 0}],
        "hidden_tests": [{"name": f"{CANARY} hidden", "args": [[73417341]], "expected": 73417341}],
        "minutes": 10,
    }
    data = {
        "name": "small",
        "version": "1",
        "title": "A small interview",
        "role": "Engineer",
        "persona": "plain",
        "report": "sections",
        "context": {
            "spoken": f"You sort things, {LATER}.",
            "shown": [{"heading": "Problem", "body": f"{LATER} body", "points": [f"{LATER} one"]}],
        },
        "conduct": {"rules": [f"{CANARY} rule"], "forbidden": [f"{CANARY} forbidden"]},
        "sections": [
            section("1", "Approach", {"shown": "How would you sort ∑x?", "spoken": "How would you sort these?"}),
            section(
                "coding",
                "Coding",
                {"shown": f"Write total, {LATER}.", "spoken": f"Please write the function, {LATER}."},
                coding=coding,
                follow_ups=0,
                intents=[],
            ),
            section("2", "Reflection", {"shown": f"What would you change, {LATER}?"}),
        ],
    }
    return Spec.model_validate(data | changes)


def persona() -> Persona:
    """A persona whose unused lines are canaries too."""
    return every_line((f"{CANARY} a.", f"{CANARY} b.", f"{CANARY} c."), interviewer="Sam", style=(f"{CANARY} style",))


def began(invite: Invite, ago: timedelta = timedelta()) -> Began:
    """Consent to this invite's interview, some time ago."""
    return Began(
        at_ms=0,
        interview_id=invite.id,
        started_at=datetime.now(UTC) - ago,
        recording=True,
        arrangement=invite.arrangement,
        spec=invite.spec,
        persona=invite.persona,
    )


class Interviewer:
    """Writes what the agent would write, straight into the journal."""

    def __init__(self, journal: Journal, interview_id: str, spec: Spec) -> None:
        self._journal, self._id, self._spec = journal, interview_id, spec
        self._line = 0
        self._clock = journal.clock(interview_id)

    def write(self, event: Event) -> int:
        """Any event."""
        return self._journal.append(self._id, event)

    def enter(self) -> None:
        """Joins the call."""
        self.write(AgentJoined(at_ms=self._clock()))

    def say(self, line: Line) -> None:
        """A line from beginning to end."""
        at_ms = self._clock()
        self.write(LineStarted(at_ms=at_ms, line_id=self._line, line=line))
        self.write(LineEnded(at_ms=at_ms, line_id=self._line))
        self._line += 1

    def open(self) -> None:
        """Greets and introduces the problem."""
        self.enter()
        self.say(Line(text="Hello, I am Sam.", kind="greeting"))
        self.say(Line(text=self._spec.context.spoken, kind="context"))

    def ask(self, section_id: str) -> None:
        """A section's prompt."""
        section = self._spec.section(section_id)
        self.say(
            Line(
                text=section.prompt.aloud,
                kind="prompt",
                section=section_id,
                opens_editor=section.coding is not None,
            )
        )

    def follow_up(self, section_id: str, question: str) -> None:
        """A follow-up of the section's intent."""
        at_ms = self._clock()
        self.write(
            FollowUpWritten(at_ms=at_ms, section=section_id, intent="probe", question=question, source="authored")
        )
        self.say(Line(text=question, kind="follow_up", section=section_id, intent="probe"))

    def hear(self, text: str) -> None:
        """The candidate's turn."""
        at_ms = self._clock()
        self.write(CandidateSpoke(at_ms=at_ms, text=text, started_ms=at_ms, ended_ms=at_ms))
        self.write(TurnEnded(at_ms=at_ms))

    def end(self) -> None:
        """The end."""
        self._journal.append(self._id, Ended(at_ms=self._clock(), reason="completed"))
