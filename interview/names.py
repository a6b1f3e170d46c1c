"""Names that the interviewer and the pages have to agree on; neither of their rooms may import the other."""

from typing import Final

AGENT_NAME: Final = "viva"
"""Interviewers register under it with LiveKit, and are called to a call by it."""
JOURNAL_TOPIC: Final = "viva.journal"
"""Of the pages' data message to the interviewer: there is something new in the journal."""


def candidate_identity(interview_id: str) -> str:
    """The candidate's identity in the room of this interview."""
    return f"candidate-{interview_id[:8]}"
