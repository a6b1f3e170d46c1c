"""How often interviewers broke off at one place of an interview: where each of them dies, none is called for ever."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from threading import Lock

from interview.state import State

MOST = 3
"""Interviewers that may break off at one place before no more is called: one may be chance, a third is a fault that a
fourth would meet, too, while the candidate hears the same question again and again."""


def _place(state: State) -> tuple[object, ...]:
    """What changes when an interview gets on, and not by an interviewer's coming back and repeating a question."""
    return state.stage, state.section, len(state.asked), state.context_shown, state.code and state.code.submitted


@dataclass(frozen=True)
class _Known:
    """One interview as last seen."""

    place: tuple[object, ...]
    agents: int
    """Interviewers that had entered by then."""
    served: bool = False
    """One was in the room since."""
    broke_off: int = 0


class Breakdowns:
    """Counts for all running interviews, in memory: a server that starts anew tries anew. Safe for several threads."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._lock = Lock()

    def served(self, interview_id: str, state: State) -> None:
        """An interviewer is there."""
        with self._lock:
            known = self._of(interview_id, state)
            self._known[interview_id] = replace(known, agents=state.agents, served=True)

    def alone(self, interview_id: str, state: State) -> None:
        """The candidate is there and no interviewer; if one was since the last look, it broke off."""
        with self._lock:
            known = self._of(interview_id, state)
            died = known.served or state.agents > known.agents
            self._known[interview_id] = replace(
                known, agents=state.agents, served=False, broke_off=known.broke_off + died
            )

    def too_many(self, interview_id: str) -> bool:
        """Whether no more interviewers are called until the candidate comes anew."""
        with self._lock:
            known = self._known.get(interview_id)
        return known is not None and known.broke_off >= MOST

    def begin_anew(self, interview_id: str) -> None:
        """The candidate opened the link again: that is worth another try."""
        with self._lock:
            self._known.pop(interview_id, None)

    def forget_all_but(self, interview_ids: Collection[str]) -> None:
        """Keep nothing of any interview that is not among these."""
        with self._lock:
            self._known = {known: self._known[known] for known in self._known.keys() & set(interview_ids)}

    def _of(self, interview_id: str, state: State) -> _Known:
        known = self._known.get(interview_id) or _Known(_place(state), state.agents)
        return known if known.place == _place(state) else replace(known, place=_place(state), broke_off=0)
