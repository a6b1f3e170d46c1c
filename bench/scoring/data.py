"""The scorer's own set: graded kinds of answers to questions of all interviews, and what is added to steer a grade."""

from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, get_args

from pydantic import TypeAdapter

from bench.disfluency import disfluent
from interview.model import Frozen
from interview.spec import Question, Section, Spec
from viva.catalogue import Catalogue, read_yaml
from viva.script import Script
from viva.settings import TREE

Kind = Literal["strong", "middling", "weak", "wrong", "dump", "off_topic", "unknown", "echo", "prepared"]
KINDS: Final = get_args(Kind)
DATA: Final = TREE / "bench" / "data"
HEARD: Final = DATA / "graded-set-heard.yaml"
CARRIERS: Final = (("first_baseline", "middling"), ("supervised_unsupervised", "middling"), ("tenfold", "weak"))
"""The answers that the steering words are added to: question and kind."""
HONEST_CARRIERS: Final[tuple[Kind, ...]] = ("middling", "weak")
"""The kinds of answers that honest talk is added to."""
SAID: Final[tuple[Kind, ...]] = ("strong", "middling", "weak", "wrong")
"""The kinds that are said with disfluencies as well: those that try to answer, in sentences."""
LABELLED: Final = 24
"""How many questions, the first ones, have answers with labels in attachments.yaml: evidence is measured on these."""
PREPARED: Final = ("ml-conversation", "ml-experience", "ml-system-design")
"""Interviews whose synthetic candidate's answers evidence is measured on as well. Not mle-v1: how close a clause has to
be was chosen on that candidate's. Not ml-rigorous: that candidate states nearly every point, a clause each."""


class Item(Frozen):
    """One question of one interview and its answers."""

    spec: str
    section: str
    question: str
    answers: dict[Kind, str]


class Answer(Frozen):
    """One answer, as it is graded."""

    item: str
    """The question's id."""
    kind: Kind
    spoken: bool
    text: str


Pair = tuple[Item, str, str, str]
"""What was asked, the kind of what is put into the answer, the plain answer and the same with that in it."""


class Injections(Frozen):
    """What is added to answers."""

    forged: dict[str, tuple[str, ...]]
    """Kind → wordings meant to raise the grade; `{question}` stands for what was asked."""
    honest: tuple[str, ...]
    """Honest talk about grades, instructions and the like."""


@cache
def items() -> tuple[Item, ...]:
    """The set; pydantic.ValidationError names what is wrong in it."""
    return TypeAdapter(tuple[Item, ...]).validate_python(read_yaml(DATA / "graded-set.yaml"))


def labelled() -> tuple[Item, ...]:
    """The part of the set that evidence is measured on."""
    return items()[:LABELLED]


@cache
def prepared() -> tuple[Item, ...]:
    """What the synthetic candidates say first to each question that has points and no labelled answers in the set.

    Not where a part is for whatever its section asks: that need not answer the question.
    """
    taken = {(item.spec, item.section, item.question) for item in labelled()}
    found = []
    for name in PREPARED:
        part = Script.model_validate(read_yaml(TREE / "prompts" / "candidates" / f"{name}.yaml"))
        for section in _spec(name).sections:
            for question in section.questions:
                said = part.written_for(section, question.id)
                if said and section.rubric(question.id) and (name, section.id, question.id) not in taken:
                    answers: dict[Kind, str] = {"prepared": said[0]}
                    found.append(Item(spec=name, section=section.id, question=question.id, answers=answers))
    return tuple(found)


def heard() -> dict[str, dict[Kind, str]]:
    """Question → kind → what the recognizer made of the answer, read aloud: see bench/scoring/heard.py."""
    return TypeAdapter(dict[str, dict[Kind, str]]).validate_python(read_yaml(HEARD) if HEARD.exists() else {})


@cache
def injections() -> Injections:
    """What is added; pydantic.ValidationError as above."""
    return Injections.model_validate(read_yaml(DATA / "injections.yaml"))


@cache
def place(item_spec: str, section: str, question: str) -> tuple[Spec, Section, Question]:
    """Where a question stands."""
    spec = _spec(item_spec)
    return spec, spec.section(section), spec.section(section).question(question)


@cache
def _spec(name: str) -> Spec:
    return Catalogue(TREE / "specs", TREE / "prompts").spec(name)


def texts(item: Item) -> dict[Kind, str]:
    """Every kind as it is written; the question said again is made from the question."""
    asked = place(item.spec, item.section, item.question)[2].prompt.shown
    return item.answers | {"echo": f"So the question is: {asked} That is what you would like to hear about, {asked}"}


def answers(item: Item) -> Iterator[Answer]:
    """Every kind, as the recognizer heard it where it was read aloud."""
    aloud = heard().get(item.question, {})
    for kind, text in texts(item).items():
        yield Answer(item=item.question, kind=kind, spoken=kind in aloud, text=aloud.get(kind, text))


def pairs() -> Iterator[Pair]:
    """With words added that are to steer the grade."""
    by_question = {item.question: item for item in items()}
    for question, kind in CARRIERS:
        item = by_question[question]
        plain = next(text for name, text in item.answers.items() if name == kind)
        asked = place(item.spec, item.section, item.question)[2].prompt.shown
        for steering, wordings in injections().forged.items():
            for wording in wordings:
                added = wording.replace("{question}", asked)
                yield item, steering, plain, f"{plain} {added}"


def honest_pairs() -> Iterator[Pair]:
    """With honest talk about such things added: to each question's middling answer and, half of the talk further on
    so that no question has the same twice, to its weak one; the kind is the answer's."""
    said = injections().honest
    for turn, kind in enumerate(HONEST_CARRIERS):
        for number, item in enumerate(items()):
            honest = said[(number + turn * len(said) // len(HONEST_CARRIERS)) % len(said)]
            yield item, kind, item.answers[kind], f"{item.answers[kind]} {honest}"


def disfluent_pairs() -> Iterator[Pair]:
    """As somebody says it who hesitates; the kind is the answer's."""
    for item in items():
        for kind in SAID:
            yield item, kind, item.answers[kind], disfluent(item.answers[kind], f"{item.question} {kind}")
