"""The interviewer's own moves: the opening, the next question, follow-ups, verdicts, the way to the end."""

from collections.abc import Sequence
from typing import Final

from interview import budget, coverage
from interview.arranging import with_role
from interview.commands import (
    AskFollowUp,
    CloseEditor,
    Command,
    Forget,
    JudgeAnswer,
    OpenEditor,
    Say,
    SetTimer,
    ShowContext,
    StopTimer,
)
from interview.events import SILENCE_TIMERS, Line
from interview.facts import eligible, facts
from interview.spec import Indicator, Intent, Question, Section
from interview.summary import sentences
from interview.turn import Turn
from interview.words import stems

THINKING_MS: Final = 500
"""A follow-up later than this after the turn's end is bridged by a short line: with the silence that ended the turn it
makes a gap of over a second, and longer ones read as trouble (Jefferson 1989, the "standard maximum silence")."""
LONG_WORDS: Final = 300
"""A turn of two minutes at 150 words a minute: the next line may say that time is going by."""
UNSOLVED_MS: Final = 300_000
"""After this long with one question an interview that tells verdicts moves on."""

SILENCE: Final[tuple[Command, ...]] = tuple(StopTimer(timer=timer) for timer in SILENCE_TIMERS)


def opening(turn: Turn) -> list[Command]:
    """Greeting, context, first prompt; shorter when an interviewer takes over in the middle of it."""
    state, persona = turn.state, turn.persona
    commands: list[Command] = []
    if state.kinds.get("greeting"):
        commands.append(turn.line(persona.back, "reply", "back"))
    elif state.candidate:
        ways = persona.greeting
        commands.append(turn.line(ways, "greeting", "greeting", interruptible=False, name=state.candidate))
    else:
        commands.append(turn.line(persona.greeting_unnamed, "greeting", "greeting", interruptible=False))
    spoken = with_role(turn.spec.context.spoken, turn.spec, state.arrangement)
    context = turn.say(spoken, "context", "context", interruptible=False)
    first = _following(turn)
    asked = prompt(turn, *first) if first else close(turn)
    return [*commands, ShowContext(), context, *asked]


def prompt(turn: Turn, section: Section, question: Question) -> list[Command]:
    """A main question, and in a coding section the editor."""
    hears_fact = any(fact.source == "heard" and fact.section == section.id for fact in turn.spec.facts)
    line = Line(
        text=question.prompt.aloud, kind="prompt", section=section.id, question=question.id,
        opens_editor=section.coding is not None, takes_questions=section.takes_questions,
        brief_answer=hears_fact or section.takes_questions,
    )  # fmt: skip
    commands: list[Command] = [Say(line=line)]
    if section.coding:
        pointer = turn.line(turn.persona.pointer, "pointer", "pointer").line.model_copy(update={"section": section.id})
        commands += [OpenEditor(section=section.id), Say(line=pointer)]
    return commands


def after_answer(turn: Turn) -> list[Command]:
    """The move after an answer: a verdict where the interview tells them, a follow-up, the next question, the end."""
    state, section = turn.state, turn.section
    if state.passed or not _in_time(turn):
        return [*SILENCE, *advance(turn, passing_line(turn))]
    if state.gave_up and (guide := guiding(turn)):
        return [*SILENCE, *guide]
    if section.judged and state.gave_up:
        return [*SILENCE, *advance(turn, _moving_on(turn))]
    if state.gave_up and (going_on := _without_answer(turn)):
        return [*SILENCE, *going_on]
    if section.judged and _awaits_verdict(turn):
        return _with_verdict(turn) if state.verdict else [*SILENCE, _judge(turn), _thinking()]
    return _go_on(turn, None)


def _go_on(turn: Turn, lead: Say | None) -> list[Command]:
    """A follow-up while one is left, the evidence still lacks something and the candidate has not asked to go on."""
    state, section = turn.state, turn.section
    leading = _unsaid(turn, lead)
    if _used_up(turn) or _covered(turn) or state.request == "skip":
        return [*SILENCE, *advance(turn, lead)]
    if state.written:
        return follow_up(turn)
    if len(state.last_turn.split()) >= LONG_WORDS and lead is None and not state.purposes & {"long_answer", "verdict"}:
        leading = [turn.line(turn.persona.long_answer, "acknowledgement", "long_answer")]
    ask = AskFollowUp(
        section=section.id,
        intents=tuple(intent.id for intent in _intents(turn)),
        question=_asked_aloud(turn),
        answer=state.answer,
        number=state.answers,
    )
    return [*SILENCE, *leading, ask, _thinking()]


def _asked_aloud(turn: Turn) -> str:
    """What was answered, for the writer of follow-ups: a verdict names a point of the rubric, so it is left out."""
    asked = turn.state.question
    if asked is None:
        return ""
    return turn.question.prompt.aloud if asked.purpose == "verdict" else asked.text


def _thinking() -> SetTimer:
    return SetTimer(timer="thinking", after_ms=THINKING_MS)


def follow_up(turn: Turn) -> list[Command]:
    """The follow-up that stands ready."""
    written = turn.state.written
    if written is None:
        return []
    line = Line(
        text=written.question, kind="follow_up", section=written.section, question=turn.question.id,
        intent=written.intent, source=written.source,
    )  # fmt: skip
    return [StopTimer(timer="thinking"), Say(line=line)]


def guiding(turn: Turn) -> list[Command]:
    """A guiding question for a candidate who is stuck, once a question; none when none is left."""
    state = turn.state
    fresh = _unasked(turn, turn.question.guides) if turn.section.questions else []
    if not fresh or (state.question is not None and state.question.purpose == "guide"):
        return []
    return [_own_follow_up(turn, fresh[0], "guide")]


def _without_answer(turn: Turn) -> list[Command]:
    """Past a main question that got no answer: a follow-up would ask about one. Part of it may be tried, once, in words
    that were not used for another question."""
    asked = turn.state.question
    if asked is None or asked.brief_answer or not (asked.kind == "prompt" or asked.purpose in ("try_part", "guide")):
        return []
    fresh = _unasked(turn, turn.persona.try_part)
    if asked.kind == "prompt" and fresh:
        return [_own_follow_up(turn, fresh[0], "try_part")]
    return advance(turn, passing_line(turn))


def _unasked(turn: Turn, questions: Sequence[str]) -> list[str]:
    said = {asked.text for asked in turn.state.asked}
    return [question for question in questions if question not in said]


def _own_follow_up(turn: Turn, text: str, purpose: str, intent: str = "") -> Say:
    line = Line(
        text=text, kind="follow_up", section=turn.section.id, question=turn.question.id, intent=intent, purpose=purpose
    )
    return Say(line=line)


# Verdicts


def _awaits_verdict(turn: Turn) -> bool:
    """The answer to the main question, and what was added after its first verdict, are judged; follow-ups are not."""
    asked = turn.state.question
    return asked is not None and (asked.kind == "prompt" or asked.purpose in ("verdict", "guide"))


def _judge(turn: Turn) -> JudgeAnswer:
    state, verdicts = turn.state, turn.spec.verdicts
    assert verdicts is not None  # a spec with a judged section has them
    return JudgeAnswer(
        number=state.answers,
        section=turn.section.id,
        question=turn.question.id,
        asked=turn.question.prompt.aloud,
        answer=state.told,
        bar=verdicts.bars[facts(turn.spec, state)[verdicts.level]],
    )


def _with_verdict(turn: Turn) -> list[Command]:
    """The verdict's template, then on: an incomplete answer may be completed once. Where no template would say what is
    true of the answer, none is said."""
    state, verdicts = turn.state, turn.spec.verdicts
    assert verdicts is not None
    assert state.verdict is not None
    stop_thinking = StopTimer(timer="thinking")
    first = state.question is not None and state.question.kind == "prompt"
    match state.verdict.band:
        case "correct":
            return [stop_thinking, *_go_on(turn, _verdict(turn, verdicts.correct))]
        case "incomplete" if first and (lacking := _first_missing(turn)) and not _unsolved(turn):
            text = verdicts.incomplete.format(missing=lacking.missing)
            return [stop_thinking, _own_follow_up(turn, text, "verdict", lacking.intent)]
        case "incorrect" if first and (mistake := _mistake(turn)):
            text = verdicts.incorrect.format(error=mistake.error, approach=mistake.approach)
            return [stop_thinking, *advance(turn, _verdict(turn, text))]
        case "incorrect" if not state.verdict.met:
            return [stop_thinking, *advance(turn, _moving_on(turn))]
        case "incomplete" if _unsolved(turn):
            return [stop_thinking, *advance(turn)]
        case _:
            return [stop_thinking, *_go_on(turn, None)]


def _verdict(turn: Turn, text: str) -> Say:
    return turn.say(text, "acknowledgement", "verdict")


def _mistake(turn: Turn) -> Indicator | Question | None:
    """Where the words for what is wrong stand: with the red flag that was raised, or with the question when the answer
    states none of its points. An error that was not made is never told."""
    verdict = turn.state.verdict
    raised = verdict.flags if verdict else ()
    flags = [point for point in turn.section.rubric(turn.question.id) if point.id in raised]
    ways = [*flags, *(() if flags or (verdict and verdict.met) else (turn.question,))]
    return next((way for way in ways if way.error and way.approach), None)


def _first_missing(turn: Turn) -> Indicator | None:
    verdict = turn.state.verdict
    by_id = {indicator.id: indicator for indicator in turn.section.rubric(turn.question.id)}
    missing = [by_id[point] for point in (verdict.missing if verdict else ()) if point in by_id]
    return next((indicator for indicator in missing if indicator.missing), None)


def _unsolved(turn: Turn) -> bool:
    return turn.state.at_ms - turn.state.prompted_ms > turn.patience_ms(UNSOLVED_MS)


def _moving_on(turn: Turn) -> Say | None:
    verdicts, technique = turn.spec.verdicts, turn.question.technique
    if verdicts is None or not technique:
        return None
    return _verdict(turn, verdicts.moving_on.format(technique=technique))


# What is left to ask


def _in_time(turn: Turn) -> bool:
    return budget.section_left_ms(turn.section, turn.state) > 0 and not turn.over


def _used_up(turn: Turn) -> bool:
    state, section, question = turn.state, turn.section, turn.question
    intents = {intent.id for intent in section.intents}
    asked = [a for a in state.asked if (a.section, a.question) == (section.id, question.id) and a.intent in intents]
    return len(asked) >= (min(section.follow_ups, 1) if state.brief else section.follow_ups)


def _covered(turn: Turn) -> bool:
    """Whether the words already touch every strong point: nothing is left for a follow-up to bring up."""
    touched = coverage.share(turn.section.rubric(turn.question.id), turn.state.said.get(turn.section.id, ""))
    return touched == 1.0


def _intents(turn: Turn) -> list[Intent]:
    """Those allowed now: not used in this section before, and first those whose points the answers still lack."""
    section, state = turn.section, turn.state
    used = [asked.intent for asked in state.asked if asked.section == section.id]
    fresh = [intent for intent in section.intents if intent.id not in used] or list(section.intents)
    strong = [indicator for indicator in section.rubric(turn.question.id) if indicator.kind != "red_flag"]
    done = {indicator.id for indicator in coverage.touched(strong, state.said.get(section.id, ""))}
    lacking = [indicator.intent for indicator in strong if indicator.id not in done]
    return sorted(fresh, key=lambda intent: -lacking.count(intent.id))


def _following(turn: Turn) -> tuple[Section, Question] | None:
    """The next main question: of this section while it has time and questions left, then of those after it."""
    state, spec = turn.state, turn.spec
    sections, here = list(spec.sections), 0
    if state.section:
        here = sections.index(turn.section) + 1
        asked = sum(where == state.section for where, _ in state.prompts)
        more = asked < (1 if state.brief else turn.section.ask) and _in_time(turn) and not turn.section.coding
        if more and (left := eligible(turn.section, spec, state)):
            return turn.section, left[0]
    for section in sections[here:]:
        if turn.over and not (section.takes_questions and budget.left_ms(spec, state) > -budget.WRAP_UP_MS):
            continue
        if left := eligible(section, spec, state):
            return section, left[0]
    return None


# On and to the end


def advance(turn: Turn, lead: Say | None = None) -> list[Command]:
    """To the next main question, or to the closing; `lead` stands in for the usual words between."""
    following = _following(turn)
    if following is None:
        return close(turn, lead=lead)
    section, question = following
    leading = _unsaid(turn, lead or _between(turn, section))
    ends = _coding_ends(turn) if section.id != turn.state.section else []
    return [*ends, *leading, *prompt(turn, section, question)]


def _between(turn: Turn, section: Section) -> Say:
    persona = turn.persona
    if section.id != turn.state.section:
        return turn.line(persona.transitions, "acknowledgement", "transition")
    if warm := _rapport(turn):
        return turn.say(warm, "acknowledgement", "rapport")
    return turn.line(persona.acknowledgements, "acknowledgement", "acknowledgement")


def _rapport(turn: Turn) -> str:
    """A warm line, once, whose longest word is in answers that touched a point of the question; empty: none fits."""
    state = turn.state
    if turn.spec.conduct.validation != "warm" or not coverage.share(turn.section.rubric(turn.question.id), state.told):
        return ""
    said = stems(state.told)
    return next(
        (way for way in turn.persona.rapport if way not in state.rapport and max(stems(way), key=len) in said), ""
    )


def _unsaid(turn: Turn, lead: Say | None) -> list[Command]:
    """Nothing is said twice where a request or a broken connection came between it and the next question."""
    return [lead] if lead is not None and lead.line.purpose not in turn.state.purposes else []


def passing_line(turn: Turn) -> Say | None:
    """What leads over when the question was not left by answering it."""
    state, persona = turn.state, turn.persona
    if turn.section.coding and state.code is not None and state.code.submitted:
        return turn.line(persona.code_received, "acknowledgement", "code_received")
    if turn.section.judged and state.passed and (verdict := _moving_on(turn)):
        return verdict
    if state.request == "skip":
        return turn.line(persona.replies["skip"], "reply", "skip")
    return None if _in_time(turn) else time_up(turn)


def time_up(turn: Turn) -> Say:
    """Thanks for the answer that was let end, and on."""
    persona = turn.persona
    ways = persona.interview_time_up if turn.over else persona.section_time_up
    return turn.line(ways, "warning", "interview_time_up" if turn.over else "section_time_up")


def _coding_ends(turn: Turn) -> list[Command]:
    if not turn.state.section or turn.section.coding is None:
        return []
    return [CloseEditor(), StopTimer(timer="code_warning"), StopTimer(timer="code_time")]


def close(turn: Turn, *, early: bool = False, lead: Say | None = None) -> list[Command]:
    """The last words: the spoken summary where the interview has one, then the closing."""
    persona, state = turn.persona, turn.state
    told = [] if early else [turn.say(text, "closing", "summary") for text in sentences(turn.spec, state)]
    ways = persona.closing_early if early else persona.closing
    closing = _named(ways[state.kinds.get("closing", 0) % len(ways)], state.candidate)
    last = [*told, Say(line=Line(text=closing, kind="closing", interruptible=False))]
    outside = [Say(line=say.line.model_copy(update={"section": ""})) for say in last]
    leading = _unsaid(turn, lead)
    return [Forget(), *SILENCE, *budget.stop(), *_coding_ends(turn), *leading, *outside]


def _named(text: str, name: str) -> str:
    """The line with the candidate's name, or without the place for it."""
    return text.replace("{name}", name) if name else text.replace(", {name}", "")
