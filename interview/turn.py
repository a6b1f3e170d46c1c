"""What one decision looks at: the spec, the persona, the state after the event, and the lines they give."""

import re

from interview import budget
from interview.commands import Command, Say
from interview.events import Line, LineKind
from interview.persona import Lines, Persona
from interview.spec import Question, Section, Spec
from interview.state import State


class Turn:
    """What rules look at. Nothing in it changes."""

    def __init__(self, spec: Spec, persona: Persona, state: State) -> None:
        self.spec, self.persona, self.state = spec, persona, state

    @property
    def section(self) -> Section:
        """The section under way. KeyError in the opening."""
        return self.spec.section(self.state.section)

    @property
    def question(self) -> Question:
        """The main question under way, whether it or a follow-up to it is open."""
        line = self.state.question
        return self.section.question(line.question if line and line.section == self.section.id else "")

    def line(self, ways: Lines, kind: LineKind, purpose: str, *, interruptible: bool = True, **values: object) -> Say:
        """The next of these authored ways, in turn by how many lines of the kind were said."""
        text = ways[self.state.kinds.get(kind, 0) % len(ways)].format(**values)
        text = re.sub(r"\b1 minutes\b", "1 minute", text)
        return self.say(text, kind, purpose, interruptible=interruptible)

    def say(self, text: str, kind: LineKind, purpose: str, *, interruptible: bool = True) -> Say:
        """An authored line that is no question of a section."""
        line = Line(text=text, kind=kind, section=self.state.section, purpose=purpose, interruptible=interruptible)
        return Say(line=line)

    def again(self) -> list[Command]:
        """The open question once more."""
        question = self.state.question
        if question is None:
            return []
        return [Say(line=question.model_copy(update={"kind": "reply", "intent": "", "purpose": "question_again"}))]

    def minutes(self, ms: int) -> int:
        """Milliseconds as the count of minutes that is said aloud, at least one."""
        return max(1, round(ms / 60_000))

    def patience_ms(self, ms: int) -> int:
        """A wait, longer for whom more time was granted."""
        return round(ms * self.state.arrangement.extra_time)

    @property
    def over(self) -> bool:
        """Whether the interview's time is up."""
        return budget.left_ms(self.spec, self.state) <= 0
