"""The one table of evidence that every form's judgements cite."""

from scoring.addressed import judgeable
from scoring.evidence import Evidence
from scoring.transcript import Clause, SectionAnswer


def beginning(answer: SectionAnswer) -> Evidence | None:
    """The first words of an answer that anything may rest on, to show the answer itself; None: it has none."""
    clear = (clause for clause in judgeable(answer.clauses) if not clause.shaky)
    return next((Evidence(clause=clause, nearness=0) for clause in clear), None)


class EvidenceTable:
    """Gives each clause one id, however many points rest on it."""

    def __init__(self) -> None:
        """Empty."""
        self.rows: dict[str, Clause] = {}
        self._ids: dict[tuple[int, str], str] = {}

    def id(self, evidence: Evidence) -> str:
        """The clause's id; a new one, e1, e2 …, the first time."""
        clause = evidence.clause
        key = (clause.seq, clause.text)
        if key not in self._ids:
            self._ids[key] = f"e{len(self._ids) + 1}"
            self.rows[self._ids[key]] = clause
        return self._ids[key]
