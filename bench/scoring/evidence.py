"""Whether the clauses that a report would show speak to their points, by labels that a reader gave."""

from pydantic import TypeAdapter

from bench.scoring.data import DATA, Kind, labelled, prepared
from bench.scoring.measures import Desk, TimeIsUp
from interview.model import Frozen
from viva.catalogue import read_yaml


class Label(Frozen):
    """One clause attached to one point."""

    question: str
    kind: Kind
    point: str
    clause: str
    relevant: bool


class Attached(Frozen):
    """Of the clauses attached to points."""

    attached: int
    relevant: float
    """Share of them that speaks to the point, before anything is judged."""
    shown: int
    """Those whose point is then judged met or partly met: what a report shows. 0 without a language model."""
    shown_relevant: float
    shown_of_set: int
    shown_of_set_relevant: float
    """The same without the prepared answers: they borrow many a phrase of the points' wordings, which is easy."""
    verbatim: float
    """Share of all attached that stands word for word in the answer."""
    unlabelled: int
    """Attached without a label, because another clause was chosen since; they are in no share of relevant ones."""


def labels() -> tuple[Label, ...]:
    """All there are; pydantic.ValidationError names what is wrong in them."""
    return TypeAdapter(tuple[Label, ...]).validate_python(read_yaml(DATA / "attachments.yaml"))


def attached(desk: Desk) -> Attached:
    """Over the answers that could be judged in the time: those of the set that have labels, then the prepared ones."""
    by_place = {(label.question, label.kind, label.point, label.clause): label.relevant for label in labels()}
    relevant: list[bool] = []
    shown: list[bool] = []
    shown_of_set: list[bool] = []
    verbatim: list[bool] = []
    for item in (*labelled(), *prepared()):
        for kind, text in item.answers.items():
            try:
                found = desk.judge(item, text)
            except TimeIsUp:
                continue
            told = {point.indicator.id for point in found.points if point.status in ("met", "partly")}
            # Without a language model no point is judged, but what it would be judged by is attached all the same.
            for point, evidence in desk.attached(item, text) if found.measured else ():
                verbatim.append(evidence.clause.text in text)
                label = by_place.get((item.question, kind, point.id, evidence.clause.text))
                if label is not None:
                    relevant.append(label)
                    if point.id in told:
                        shown.append(label)
                        shown_of_set += [label] if kind != "prepared" else []
    return Attached(
        attached=len(verbatim),
        relevant=_share(relevant),
        shown=len(shown),
        shown_relevant=_share(shown),
        shown_of_set=len(shown_of_set),
        shown_of_set_relevant=_share(shown_of_set),
        verbatim=_share(verbatim),
        unlabelled=len(verbatim) - len(relevant),
    )


def _share(held: list[bool]) -> float:
    return sum(held) / len(held) if held else 0.0
