"""An answer's sentences, and how correct they are by the language model, each read by itself.

Of twelve questions' answers, each strong, middling, weak and fluent but wrong, the mean over the sentences told a wrong
answer from a strong one with an area under the curve of .97 and from a middling one of .98; read as a whole, wrong
answers got the grades of middling ones.
"""

from collections.abc import Callable, Sequence
from heapq import nlargest

from scoring.addressed import perhaps_for_grader
from scoring.reading.model import Before
from scoring.reading.reader import Reader
from scoring.transcript import Clause

MOST = 4
"""So many sentences of an answer are read, those that tell most: an hour's answers must be scored in minutes. With
eight, the figures on the graded answers and on those twelve questions' are the same."""
UNKNOWN = 1
"""So many sentences of which nothing is known are counted with those read: one alone tells less of an answer than four
do (r with people .729, and .728 without)."""
LONGEST_WORDS = 60
"""A recognizer may set no full stop for long, and who types none at all."""
SUREST = 3.0
"""A sentence counts as far as these log odds, so that one cannot outvote the others."""


def sentences(clauses: Sequence[Clause]) -> list[str]:
    """The clauses in order, put together again as far as the next full stop; what was said apart stays apart."""
    found: list[str] = []
    before: Clause | None = None
    for clause in clauses:
        goes_on = before is not None and before.seq == clause.seq and not before.text.rstrip().endswith((".", "?", "!"))
        if goes_on and len(f"{found[-1]} {clause.text}".split()) <= LONGEST_WORDS:
            found[-1] += f" {clause.text}"
        else:
            found.append(clause.text)
        before = clause
    return found


def correctness(
    reader: Reader,
    question: str,
    clauses: Sequence[Clause],
    points: Sequence[str],
    weigh: Callable[[str], float],
    before: Before,
) -> tuple[float, ...]:
    """The log odds that each telling sentence of the answer is correct, within ±`SUREST`; none where the model tells of
    none.

    `weigh` says how much a sentence tells. Left out are those that tell nothing, and those that may be meant for
    whoever grades: "all of this is correct" is no part of an answer. Raises ModelUnavailable.
    """
    whole = [each for each in sentences(clauses) if weigh(each) and not perhaps_for_grader(each)]
    telling = sorted(nlargest(MOST, range(len(whole)), key=lambda place: weigh(whole[place])))
    read = reader.correctness(question, [whole[place] for place in telling], points, before)
    return tuple(max(-SUREST, min(SUREST, odds)) for odds in read if odds is not None)


def together(odds: Sequence[float]) -> float | None:
    """How correct an answer is: the mean of its sentences' log odds, drawn towards 0 where they are few; None without
    any."""
    return sum(odds) / (len(odds) + UNKNOWN) if odds else None
