"""How candidates put their requests to an interviewer, as a recognizer writes it down: data for `interview.requests`.

One file for each theme. Phrases are in the notation of `interview.phrases.pattern`; contractions are written out there,
and fillers, "please" and the like are left out.
"""

from typing import Final

from interview.persona import Request
from interview.request_phrases import (
    again,
    company,
    course,
    help,
    language,
    machine,
    manners,
    pauses,
    tampering,
    task,
    trouble,
    verdicts,
)
from interview.request_phrases.notation import Phrases, Words

ORDER: Final[tuple[Request, ...]] = (
    "manipulation", "finish", "interruption", "trouble", "language", "rubric", "person", "score", "answer", "hint",
    "change_answer", "go_back", "skip", "rude", "time", "company", "validation", "clarify", "rephrase", "repeat",
    "think_aloud", "personal", "hold",
)  # fmt: skip
"""Of two requests in one turn the earlier wins."""
_THEMES: Final = (
    again, company, course, help, language, machine, manners, pauses, tampering, task, trouble, verdicts,
)  # fmt: skip
_ALL: Final = {request: theme for theme in _THEMES for request in theme.WHOLE}

WHOLE: Final[Phrases] = {request: _ALL[request].WHOLE[request] for request in ORDER}
"""A turn is the request when phrases of it, with those said around it, explain all of it."""
_UNUSUAL: Final[tuple[Request, ...]] = (
    "manipulation", "finish", "interruption", "language", "repeat", "rephrase", "think_aloud", "change_answer",
    "go_back", "hint", "answer", "rubric", "score", "personal", "validation", "time", "company", "clarify", "skip",
    "rude", "person", "trouble", "hold",
)  # fmt: skip
"""The order in which a clause is compared with the cues: those with words of their own first."""
CUES: Final[Phrases] = {request: _ALL[request].CUES[request] for request in _UNUSUAL}
"""The words that make a clause the request, in this order, when all the others in it are empty: `EMPTY` or `BESIDE`."""
BESIDE: Final[Words] = {request: _ALL[request].BESIDE[request] for request in ORDER}
"""Words that tell nothing beside a cue of the request."""
