"""`viva score --repeat`: an interview graded several times by fresh readings of the model, to show how they vary.

A server's readings do; the embedded model, read in the scorer's own process, gives the same each time.
"""

import asyncio

from interview.model import Frozen
from scoring.job import grade_anew, open_parts
from viva.settings import Settings
from viva.stack import with_language_model
from viva.terminal import Steps
from viva.wiring import scoring_config


class Repeated(Frozen):
    """One question's grades."""

    section: str
    question: str
    grades: tuple[float, ...]
    uncertainty: float | None
    """What its report would show: half the spread over the prompt's wordings."""

    @property
    def spread(self) -> float:
        """The largest grade less the smallest."""
        return max(self.grades) - min(self.grades)


async def repeat(settings: Settings, interview_id: str, times: int, show: Steps) -> list[Repeated]:
    """The graded questions. Nothing is kept. Raises NothingToScore, RecordsError."""
    async with with_language_model(settings, show) as settings:
        return await asyncio.to_thread(_grades, settings, interview_id, times, show)


def _grades(settings: Settings, interview_id: str, times: int, show: Steps) -> list[Repeated]:
    with open_parts(scoring_config(settings)) as parts:
        runs = []
        for number in range(times):
            show.at(f"grading {number + 1} of {times}", number / times)
            runs.append(grade_anew(interview_id, parts))
    found = []
    for finding in runs[0]:
        same = [
            each for run in runs for each in run if (each.section, each.question) == (finding.section, finding.question)
        ]
        grades = tuple(each.grade.value for each in same if each.grade)
        if grades and finding.grade:
            uncertainty = finding.grade.uncertainty
            found.append(
                Repeated(section=finding.section, question=finding.question, grades=grades, uncertainty=uncertainty)
            )
    return found
