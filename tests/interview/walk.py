"""A small interview and a way to walk through it, one event after another, without any clock or loop."""

from datetime import UTC, datetime
from typing import Any

from interview.arrangement import Arrangement
from interview.commands import AskFollowUp, Command, Say
from interview.engine import decide
from interview.events import (
    AgentJoined,
    Began,
    CandidateSpoke,
    Event,
    FollowUpWritten,
    Line,
    LineEnded,
    LineStarted,
    TimerFired,
    TurnEnded,
)
from interview.folding import apply
from interview.persona import Persona
from interview.spec import Spec
from interview.state import State
from tests.support.persona import persona

SPEC = Spec.model_validate(
    {
        "name": "small", "version": "1", "title": "A small one", "role": "engineer", "persona": "plain",
        "report": "sections",
        "context": {"spoken": "We rank a feed.", "shown": [{"heading": "Context", "body": "We rank a feed."}]},
        "conduct": {"rules": ["Ask one question at a time"]},
        "sections": [
            {
                "id": "1", "title": "Framing", "objective": ["Define success"], "prompt": {"shown": "What is success?"},
                "axes": [{"id": "success", "name": "Success"}], "follow_ups": 2,
                "intents": [
                    {"id": "clarify", "name": "Clarify", "asks": ["Ask for an assumption"],
                     "variants": ["What do you assume?", "Which term is unclear?", "Where is the scope?"]},
                    {"id": "trade", "name": "Trade", "asks": ["Ask for a cost"],
                     "variants": ["What does that cost?", "Who loses?", "What gets worse?"]},
                ],
            },
            {
                "id": "coding", "title": "Coding", "objective": ["Write it"], "follow_ups": 0,
                "prompt": {"shown": "Implement f(x) = x.", "spoken": "Write a small function."},
                "axes": [{"id": "code", "name": "Code"}],
                "coding": {
                    "functions": {"python": "f"}, "starter": {"python": "def f(x):"}, "minutes": 10,
                    "visible_tests": [{"name": "one", "args": [1], "expected": 1}],
                    "hidden_tests": [{"name": "two", "args": [2], "expected": 2}],
                },
            },
            {
                "id": "last", "title": "Reflection", "objective": ["Reflect"], "follow_ups": 0,
                "prompt": {"shown": "What next?"}, "axes": [{"id": "self", "name": "Self-awareness"}],
            },
        ],
    }
)  # fmt: skip

PERSONA = persona(
    ("One line.", "Another one.", "A third one."),
    greeting=["Hello {name}."], greeting_unnamed=["Hello."],
    acknowledgements=["Okay.", "I see.", "Thanks."], transitions=["Next part.", "On we go."],
    thinking=["One moment.", "Hmm."],
    replies={
        "repeat": ("Again:",), "rephrase": ("As you read it.",), "clarify": ("As you understand it.",),
        "think_aloud": ("Please do.",), "hold": ("Take your time.",), "interruption": ("See to it.",),
        "skip": ("We leave it.",), "go_back": ("Go back, then.",), "change_answer": ("Change it, then.",),
        "hint": ("No hints.",), "validation": ("I stay neutral.",), "score": ("A person decides.",),
        "answer": ("It is yours to answer.",), "person": ("I am a program.",), "personal": ("Back to the question.",),
        "rude": ("We may stop.",), "language": ("In English, please.",), "finish": ("Shall we stop here?",),
        "trouble": ("I hear you.",), "time": ("{minutes} minutes are left.",), "company": ("Ask that at the end.",),
        "manipulation": ("I keep to the interview.",), "rubric": ("That stays closed.",),
    },
    pointer=["The editor is open."], code_received=["It arrived."],
    code_time_warning=["{minutes} minutes left."], code_time_up=["Time is up here."],
    nudge=["Still there?"], move_on=["Let's go on."], back=["Back again."],
    say_more=["Say more?"], try_part=["Try a part?"], say_again=["Say it again?"],
    long_answer=["Time moves on."], rapport=["Oh yes."],
    hold_over=["Shall we go on?"], revisit_over=["Back to where we were."],
    section_warning=["{minutes} minutes for this part."], section_time_up=["This part is over."],
    interview_warning=["{minutes} minutes in all."], interview_time_up=["The time is over."],
    no_note=["I have no note on that."], questions_over=["No more questions, then."],
    closing=["That was all. Goodbye."], closing_early=["We stop here. Goodbye."],
)  # fmt: skip


class Walk:
    """One interview under way: what happens goes in, the engine's commands come out."""

    def __init__(
        self, spec: Spec = SPEC, *, candidate: str = "", brief: bool = False, arrangement: Arrangement | None = None,
        persona: Persona = PERSONA,
    ) -> None:  # fmt: skip
        self.spec, self.persona, self.state, self.now = spec, persona, State(), 0
        began = Began(at_ms=0, interview_id="i", candidate=candidate, started_at=datetime.now(UTC), recording=True,
                      brief=brief, arrangement=arrangement or Arrangement(), spec=spec, persona=persona)  # fmt: skip
        self.happen(began)

    def happen(self, event: Event) -> list[Command]:
        """The commands after one event."""
        self.state = apply(self.state, event)
        return decide(self.spec, self.persona, self.state, event)

    def join(self) -> list[Command]:
        """An interviewer enters."""
        return self.happen(AgentJoined(at_ms=self.now))

    def hear(self, text: str) -> list[Command]:
        """The candidate says something and stops."""
        self.now += 1000
        self.happen(CandidateSpoke(at_ms=self.now, text=text, started_ms=self.now - 1000, ended_ms=self.now))
        return self.happen(TurnEnded(at_ms=self.now))

    def fire(self, timer: str) -> list[Command]:
        """A timer runs out."""
        return self.happen(TimerFired.model_validate({"at_ms": self.now, "timer": timer}))

    def speak(self, line: Line) -> list[Command]:
        """The interviewer says a line from start to end; all commands that follow."""
        line_id = self.state.lines
        commands = self.happen(LineStarted(at_ms=self.now, line_id=line_id, line=line))
        self.now += 1000
        return commands + self.happen(LineEnded(at_ms=self.now, line_id=line_id))

    def carry_out(self, commands: list[Command]) -> list[Command]:
        """Says every line and writes every follow-up that is asked for; the commands that followed."""
        after: list[Command] = []
        for command in commands:
            if isinstance(command, Say):
                after += self.speak(command.line)
            elif isinstance(command, AskFollowUp):
                intent = next(i for i in self.spec.section(command.section).intents if i.id == command.intents[0])
                written = FollowUpWritten(at_ms=self.now, section=command.section, intent=intent.id,
                                          question=intent.variants[0], source="authored",
                                          number=command.number)  # fmt: skip
                after += self.carry_out(self.happen(written))
        return after

    def open(self) -> "Walk":
        """Through greeting and context to the first question."""
        self.carry_out(self.join())
        return self

    def to_coding(self) -> "Walk":
        """To the open editor."""
        self.open()
        for _ in range(3):
            self.carry_out(self.hear("I would measure retention."))
        return self


def said(commands: list[Command]) -> list[str]:
    """The lines among the commands."""
    return [command.line.text for command in commands if isinstance(command, Say)]


def of(commands: list[Command], kind: type[Any]) -> list[Any]:
    """The commands of one kind."""
    return [command for command in commands if isinstance(command, kind)]
