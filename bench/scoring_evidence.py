"""Whether the clauses that a report would show speak to their points, by labels that a reader gave."""

from pydantic import TypeAdapter

from bench.scoring_data import DATA, Kind, items
from bench.scoring_measures import Desk, TimeIsUp
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
    verbatim: float
    """Share of all attached that stands word for word in the answer."""
    unlabelled: int
    """Attached without a label, because another clause was chosen since; they are in no share of relevant ones."""


def attached(desk: Desk) -> Attached:
    """Over the answers that could be judged in the time."""
    labels = TypeAdapter(tuple[Label, ...]).validate_python(read_yaml(DATA / "attachments.yaml"))
    by_place = {(label.question, label.kind, label.point, label.clause): label.relevant for label in labels}
    relevant: list[bool] = []
    shown: list[bool] = []
    verbatim: list[bool] = []
    for item in items():
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
                    shown += [label] if point.id in told else []
    return Attached(
        attached=len(verbatim),
        relevant=_share(relevant),
        shown=len(shown),
        shown_relevant=_share(shown),
        verbatim=_share(verbatim),
        unlabelled=len(verbatim) - len(relevant),
    )


def _share(held: list[bool]) -> float:
    return sum(held) / len(held) if held else 0.0
