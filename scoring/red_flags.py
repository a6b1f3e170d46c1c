"""Which of an answer's red flags are raised: a false accusation weighs more than a missed flag.

Nearness of words cannot tell a statement from its denial, and a small model says Yes to either too easily: "I would
start with a simple baseline." has the words of the flag that no baseline is built. So the model is asked once more, of
the clause that would be shown, and the flag has to win clearly against its authored opposite.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from interview.spec import Indicator
from scoring.evidence import Evidence
from scoring.judge import Contrast, JudgedPoint, PointStatus
from scoring.reading.model import Before
from scoring.reading.reader import Reader
from scoring.transcript import Clause

RAISED = 0.7
"""From this probability on a red flag is weighed against its opposite; below it, it is not raised."""
LEAST_MARGIN = 0.15
"""By so much, in log odds, the model has to lean to a red flag more than to its opposite. Of 65 sentences for 31 flags
of the shipped interviews, each asked alone, that tells 32 that show their flag from 33 near misses (denials, and good
answers in its words) with an area under the curve of .92, the leaning to the flag alone with .76. No near miss comes to
.14, and 12 of the 32 lie above; at 0 it would be 2 and 19. A false accusation weighs more.
`python -m bench.scoring --only flags` measures the rule on sentences that it was not chosen on."""

Contrasting = Callable[[Indicator, Clause], Contrast]
"""Asks what a clause says: a red flag's point, or its opposite."""


class RedFlags(NamedTuple):
    """The red flags that were looked for in an answer."""

    raised: tuple[JudgedPoint, ...]
    not_raised: tuple[JudgedPoint, ...]
    """Absent, or unscored where it could not be told."""


def contrast(reader: Reader | None, question: str, before: Before) -> Contrasting:
    """By the model's leanings; nothing is told without a model, or of a flag without an opposite."""

    def asked(flag: Indicator, clause: Clause) -> Contrast:
        if reader is None or not flag.opposite:
            return Contrast()
        point, opposite = reader.read(question, [clause.text], [flag.point, flag.opposite], before)
        return Contrast(point=point, opposite=opposite)

    return asked


def red_flags(
    judged: Iterable[JudgedPoint], clear: Mapping[str, Evidence | None], contrasting: Contrasting
) -> RedFlags:
    """Of judged points the red flags; `clear` is the nearest clause, by the flag's id, among those heard clearly.

    Raises ModelUnavailable.
    """
    weighed = [
        _weighed(point, clear[point.indicator.id], contrasting)
        for point in judged
        if point.indicator.kind == "red_flag"
    ]
    return RedFlags(
        raised=tuple(flag for flag in weighed if flag.status == "met"),
        not_raised=tuple(flag for flag in weighed if flag.status != "met"),
    )


def _weighed(flag: JudgedPoint, clear: Evidence | None, contrasting: Contrasting) -> JudgedPoint:
    """Met: raised. Absent: with its probability if words came near enough to ask. Unscored: those were not heard
    clearly, or no model told whether they state it."""
    if flag.unheard:
        return flag
    if clear is not None and flag.probability is None:
        return flag.model_copy(update={"evidence": clear})
    if flag.evidence is None or (flag.probability or 0) < RAISED:
        return flag.model_copy(update={"status": "absent"})
    found = contrasting(flag.indicator, flag.evidence.clause)
    return flag.model_copy(update={"status": _status(found), "contrast": found})


def _status(found: Contrast) -> PointStatus:
    if found.point is None or found.opposite is None:
        return "unscored"
    return "met" if found.point - found.opposite >= LEAST_MARGIN else "absent"
