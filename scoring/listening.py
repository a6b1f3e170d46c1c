"""The second hearing of one interview: from its recording, with what stays unclear noted."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from records.errors import RecordsError
from records.recordings import Recordings
from scoring.findings import Passage
from scoring.hearing import Ear, Sound, hear_again, marked
from scoring.held import HeldWith
from scoring.reading.model import Memory
from scoring.standby import Checkpoint
from scoring.transcript import Clause
from voice.errors import AudioError, WeightsError
from voice.transcribe import read_candidate

DOING = "listening again to what was unclear"
SAME_EAR = (
    "What was not heard clearly in the call was listened to again with the same model, {}, only without hurry; a "
    "larger one hears more: name it in VIVA_WHISPER_OFFLINE_MODEL."
)
UNCLEAR = "Some words were not heard clearly and nothing was judged by them; the report marks them."


def listen(
    interview_id: str,
    clauses: Iterable[Clause],
    recordings: Recordings,
    ear: Ear | None,
    memory: Memory,
    at: Checkpoint,
) -> tuple[dict[Clause, Clause], list[str]]:
    """What becomes of each clause that was not heard clearly, and notes. Never raises for want of sound or a model."""
    clauses = list(clauses)
    heard, notes = marked(clauses), []
    if heard and ear is not None:
        try:
            sound = _candidate(recordings, interview_id)
            heard = hear_again(clauses, sound, ear, memory, lambda: at(DOING))
        except (RecordsError, AudioError):
            notes.append("There is no recording to listen to again, so unclear words stayed unclear.")
        except WeightsError as error:
            notes.append(f"Unclear words were not listened to again: {error}")
    return heard, [*notes, *([UNCLEAR] if any(clause.shaky for clause in heard.values()) else [])]


def same_ear(ear: Ear | None, held: HeldWith, heard: Iterable[Clause]) -> list[str]:
    """The note that the second listener was no larger than the first; none where it was another, or heard nothing."""
    if ear is None or not any(clause.heard_again for clause in heard):
        return []
    # In a call the recognizer is named by its folder.
    name = Path(ear.name).name
    return [SAME_EAR.format(name)] if name == held.models.get("recognizer") else []


def rows(heard: Iterable[Clause]) -> tuple[Passage, ...]:
    """For the report: every unclear passage, as it was heard in the call and again."""
    shown = set(Passage.model_fields)
    return tuple(
        Passage(**clause.model_dump(include=shown)) for clause in sorted(heard, key=lambda clause: clause.start_ms)
    )


def _candidate(recordings: Recordings, interview_id: str) -> Sound:
    with tempfile.NamedTemporaryFile(suffix=".ogg") as file:
        for chunk in recordings.open(interview_id).chunks():
            file.write(chunk)
        file.flush()
        return read_candidate(Path(file.name))
