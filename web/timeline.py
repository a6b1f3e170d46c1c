"""What was said, in order, with times on the recording's clock."""

from collections.abc import Iterable

from interview.events import CandidateSpoke, CandidateTyped, CodeRefused, CodeSubmitted, Event, LineEnded, LineStarted
from web.contracts import Caption, Entry


def timeline(events: Iterable[tuple[int, Event]]) -> list[Entry]:
    """One entry for each line, utterance, typed answer and submission, also one that was too long to be kept."""
    entries: list[Entry] = []
    lines: dict[int, int] = {}
    section = ""
    for seq, event in events:
        match event:
            case LineStarted(line=line):
                section = line.section or section
                lines[event.line_id] = len(entries)
                entries.append(
                    Entry(
                        seq=seq,
                        who="interviewer",
                        kind=line.kind,
                        section=line.section,
                        text=line.text,
                        start_ms=event.at_ms,
                        end_ms=event.at_ms,
                        intent=line.intent,
                        source=line.source,
                    )
                )
            case LineEnded() if event.line_id in lines:
                place = lines[event.line_id]
                text = event.heard if event.interrupted else entries[place].text
                entries[place] = entries[place].model_copy(update={"end_ms": event.at_ms, "text": text})
            case CandidateSpoke():
                entries.append(_said(seq, "spoken", section, event.text, event.started_ms, event.ended_ms))
            case CandidateTyped():
                entries.append(_said(seq, "typed", section, event.text, event.at_ms, event.at_ms))
            case CodeSubmitted():
                entries.append(_said(seq, "submitted", section, "", event.at_ms, event.at_ms))
            case CodeRefused(submitted=True):
                entries.append(_said(seq, "refused", section, "", event.at_ms, event.at_ms))
            case _:
                pass
    return entries


def _said(seq: int, kind: str, section: str, text: str, start_ms: int, end_ms: int) -> Entry:
    return Entry(seq=seq, who="candidate", kind=kind, section=section, text=text, start_ms=start_ms, end_ms=end_ms)


def captions(events: Iterable[tuple[int, Event]]) -> list[Caption]:
    """The same without what is not speech, as the candidate's page shows it."""
    return [
        Caption(seq=entry.seq, who=entry.who, text=entry.text, at_ms=entry.start_ms)
        for entry in timeline(events)
        if entry.text
    ]
