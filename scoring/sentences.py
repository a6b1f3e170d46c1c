"""An answer's sentences, and how right they are by the language model, each read by itself.

Of twelve questions' answers, each strong, middling, weak and fluent but wrong, the mean over the sentences told a wrong
answer from a strong one with an area under the curve of .97 and from a middling one of .98; read as a whole, wrong
answers got the grades of middling ones.
"""

from collections.abc import Callable, Sequence

from scoring.indicators import Before, Reader

MOST = 8
"""So many sentences of an answer are read, those that tell most: an hour's answers must be scored in minutes."""
SUREST = 3.0
"""A sentence counts as far as these log odds, so that one cannot outvote the others."""


def sentences(clauses: Sequence[str]) -> list[str]:
    """The clauses in order, put together again as far as the next full stop."""
    found: list[str] = []
    ended = True
    for clause in clauses:
        if ended:
            found.append(clause)
        else:
            found[-1] += f" {clause}"
        ended = clause.rstrip().endswith((".", "?", "!"))
    return found


def correctness(
    reader: Reader,
    question: str,
    clauses: Sequence[str],
    points: Sequence[str],
    weigh: Callable[[str], float],
    before: Before,
) -> float | None:
    """The mean log odds that a sentence of the answer is right; None where the model tells it of none.

    `weigh` says how much a sentence tells. Raises ModelUnavailable.
    """
    whole = sentences(clauses)
    telling = sorted(sorted(range(len(whole)), key=lambda place: -weigh(whole[place]))[:MOST])
    read = reader.right(question, [whole[place] for place in telling], points, before)
    told = [max(-SUREST, min(SUREST, odds)) for odds in read if odds is not None]
    return sum(told) / len(told) if told else None
