"""Interviews as folded so far, so that a request reads only what is new in the journal."""

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass, replace
from threading import Lock

from interview.events import CandidateLeft, CodeChanged, Event
from interview.folding import apply
from interview.state import State
from records.journal import Journal

_KEPT = 64
"""Interviews kept folded; one more drops the one unused for longest."""


_NOTHING = State()


@dataclass(frozen=True)
class Fold:
    """One interview's journal up to `seq`."""

    seq: int = 0
    state: State = _NOTHING
    events: tuple[tuple[int, Event], ...] = ()
    """Without the changes of code, of which the state holds the newest."""
    left: bool = False
    """The candidate pressed leave."""

    def after(self, new: list[tuple[int, Event]]) -> "Fold":
        """With these events, too."""
        if not new:
            return self
        state = self.state
        for _, event in new:
            state = apply(state, event)
        kept = tuple(entry for entry in new if not isinstance(entry[1], CodeChanged))
        left = self.left or any(isinstance(event, CandidateLeft) for _, event in new)
        return replace(self, seq=new[-1][0], state=state, events=self.events + kept, left=left)


class Folds:
    """Folds journals, keeping the newest ones in memory. Safe for several threads."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._folds: OrderedDict[str, Fold] = OrderedDict()
        self._lock = Lock()

    def of(self, interview_id: str) -> Fold:
        """The whole journal of this interview, folded; an empty one before consent."""
        with self._lock:
            known = self._folds.get(interview_id, Fold())
        fold = known.after(self._journal.read(interview_id, after=known.seq))
        with self._lock:
            self._folds[interview_id] = fold
            self._folds.move_to_end(interview_id)
            while len(self._folds) > _KEPT:
                self._folds.popitem(last=False)
        return fold

    def forget_all_but(self, interview_ids: Collection[str]) -> None:
        """Keep nothing of any interview that is not among these."""
        with self._lock:
            for gone in self._folds.keys() - set(interview_ids):
                del self._folds[gone]

    def forget(self, interview_id: str) -> None:
        """Keep nothing of this interview in memory."""
        with self._lock:
            self._folds.pop(interview_id, None)
