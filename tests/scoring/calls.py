"""Builds the journal of a held interview, and a reader whose leanings are given."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Self

from interview.events import (
    AgentJoined,
    Began,
    CandidateSpoke,
    CandidateTyped,
    CodeChanged,
    CodeRefused,
    CodeSubmitted,
    Ended,
    EndReason,
    Event,
    Line,
    LineStarted,
    Word,
)
from interview.spec import (
    Axis,
    CodeTest,
    CodingTask,
    Conduct,
    Context,
    ContextBlock,
    Indicator,
    Language,
    Prompt,
    Question,
    Section,
    Spec,
)
from scoring.assessing import Assessor
from scoring.calibrating.calibration import read_calibration
from scoring.evidence import Finder
from scoring.judge import JudgedSection, judge_axes
from scoring.overlap import Overlap
from scoring.reading.anchoring import NOTHING
from scoring.reading.model import Memory
from scoring.reading.reader import Reader
from scoring.transcript import Clause
from tests.interview.material import voice

DCG = """import math

def dcg(relevances):
    return sum(rel / math.log2(place + 2) for place, rel in enumerate(relevances))
"""


def dcg_task() -> CodingTask:
    """DCG with a visible and four hidden tests."""
    return CodingTask(
        functions={"python": "dcg", "javascript": "dcg"},
        starter={"python": "def dcg(relevances):\n    pass\n"},
        visible_tests=(CodeTest(name="two items", args=([3, 2],), expected=4.2618595071429155),),
        hidden_tests=(
            CodeTest(name="empty list", args=([],), expected=0),
            CodeTest(name="zeros", args=([0, 0, 0],), expected=0),
            CodeTest(name="order matters", args=([0, 0, 3],), expected=1.5),
            CodeTest(name="floats", args=([0.5, 0.25],), expected=0.6577324383928644),
        ),
    )


def small_spec() -> Spec:
    """Two spoken sections and a coding one."""
    return Spec(
        name="small",
        version="1",
        title="A small interview",
        role="engineer",
        persona="voice",
        report="sections",
        context=Context(spoken="There is a feed.", shown=(ContextBlock(heading="The feed"),)),
        conduct=Conduct(rules=("Ask one question.",)),
        sections=(
            Section(
                id="1",
                title="Framing",
                objective=("hear how they frame it",),
                questions=(Question(id="only", prompt=Prompt(shown="What should the feed achieve?")),),
                follow_ups=0,
                axes=(Axis(id="goal", name="Goal"), Axis(id="metrics", name="Metrics")),
                indicators=(
                    Indicator(id="retention", axis="goal", point="Users keep coming back over months."),
                    Indicator(id="creators", axis="goal", point="Creators of content get exposure."),
                    Indicator(
                        id="proxy",
                        axis="metrics",
                        point="Clicks are only a proxy for value.",
                        wordings=("Click-through rate can be gamed by clickbait.",),
                    ),
                    Indicator(
                        id="accuracy",
                        axis="metrics",
                        point="Accuracy is enough.",
                        opposite="Accuracy tells too little.",
                        kind="red_flag",
                    ),
                ),
            ),
            Section(
                id="coding",
                title="Coding",
                objective=("write a metric",),
                questions=(Question(id="only", prompt=Prompt(shown="Write DCG.")),),
                follow_ups=0,
                axes=(
                    Axis(id="correctness", name="Correctness"),
                    Axis(id="edge_cases", name="Edge cases"),
                    Axis(id="conciseness", name="Conciseness"),
                ),
                coding=dcg_task(),
            ),
            Section(
                id="2",
                title="Reflection",
                objective=("hear what they would improve",),
                questions=(Question(id="only", prompt=Prompt(shown="What would you improve?")),),
                follow_ups=0,
                axes=(Axis(id="weak_spot", name="Weak spot"),),
                indicators=(
                    Indicator(id="cold_start", axis="weak_spot", point="New items have no history: a cold start."),
                ),
            ),
        ),
    )


class Call:
    """An interview as it happens; every step takes ten seconds."""

    def __init__(self, spec: Spec | None = None, interview_id: str = "0" * 32, candidate: str = "Ada") -> None:
        self.began = Began(
            at_ms=0,
            interview_id=interview_id,
            candidate=candidate,
            started_at=datetime(2026, 11, 22, 15, 30, tzinfo=UTC),
            recording=True,
            spec=spec or small_spec(),
            persona=voice(),
        )
        self.rest: list[Event] = [AgentJoined(at_ms=100)]
        self.now = 0
        self._lines = 0

    @property
    def events(self) -> list[tuple[int, Event]]:
        """With their numbers, as the journal gives them."""
        return list(enumerate([self.began, *self.rest], 1))

    def prompt(self, section: str) -> "Call":
        asked = self.began.spec.section(section)
        opens = asked.coding is not None
        line = Line(text=asked.prompt.aloud, kind="prompt", section=section, opens_editor=opens)
        self._lines += 1
        return self._add(LineStarted(at_ms=self._tick(), line_id=self._lines, line=line))

    def say(self, text: str, words: bool = True) -> "Call":
        start = self._tick()
        spoken = text.split()
        timed = [
            Word(text=word, start_ms=start + 300 * n, end_ms=start + 300 * n + 200, confidence=0.9)
            for n, word in enumerate(spoken)
        ]
        end = start + 300 * len(spoken)
        self.now = end
        return self._add(
            CandidateSpoke(at_ms=end, text=text, started_ms=start, ended_ms=end, words=tuple(timed) if words else ())
        )

    def type(self, text: str) -> "Call":
        return self._add(CandidateTyped(at_ms=self._tick(), text=text))

    def write(self, source: str, language: Language = "python") -> "Call":
        return self._add(CodeChanged(at_ms=self._tick(), language=language, source=source))

    def submit(self, source: str, language: Language = "python") -> "Call":
        return self._add(CodeSubmitted(at_ms=self._tick(), language=language, source=source))

    def refuse(self, size: int, submitted: bool = True) -> "Call":
        return self._add(CodeRefused(at_ms=self._tick(), size=size, submitted=submitted))

    def end(self, reason: EndReason = "completed") -> "Call":
        return self._add(Ended(at_ms=self._tick(), reason=reason))

    def _tick(self) -> int:
        self.now += 10_000
        return self.now

    def _add(self, event: Event) -> "Call":
        self.rest.append(event)
        return self


class GivenReader:
    """Leans as told, without a model."""

    name = "given"

    def __init__(self, leaning: Callable[[str, str], float | None]) -> None:
        """`leaning(point, answer)` is in log odds."""
        self._leaning = leaning

    def read(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        leanings = []
        for point in points:
            before()
            leanings.append(self._leaning(point, " ".join(answer)))
        return leanings

    def grades(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        return [2.0, 2.5, 3.0, 3.5, 4.0]

    def last_grade(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> float | None:
        return 0.0 if list(answer) == [NOTHING] else 5.0

    def correctness(
        self, question: str, sentences: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        return [1.0] * len(sentences)

    def remembering(self, memory: Memory) -> Self:
        return self

    def for_all(self) -> Self:
        return self

    def rest(self) -> None:
        return


def judge(section: Section, clauses: Sequence[Clause], finder: Finder, reader: Reader) -> JudgedSection:
    """A section with a single question, judged as the job does it."""
    assessor = Assessor(finder, Overlap(finder), read_calibration(), reader)
    found = assessor.assess(section.prompt.shown, section.rubric(), clauses)
    return JudgedSection(axes=judge_axes(section, found.points), red_flags=found.red_flags)
