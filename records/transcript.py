"""An interview's journal as text to read: who said what when, and the code that was written."""

from collections.abc import Iterable

from interview.events import (
    CandidateSpoke,
    CandidateTyped,
    CodeChanged,
    CodeRefused,
    CodeSubmitted,
    Event,
    LineEnded,
    LineStarted,
)


def transcript(events: Iterable[Event]) -> str:
    """One line each: `[mm:ss] Interviewer: …`. A line that was cut off shows what was heard of it."""
    events = list(events)
    cut = {event.line_id: event.heard for event in events if isinstance(event, LineEnded) and event.interrupted}
    lines = []
    for event in events:
        match event:
            case LineStarted():
                lines.append((event.at_ms, "Interviewer", cut.get(event.line_id, event.line.text)))
            case CandidateSpoke():
                lines.append((event.started_ms, "Candidate", event.text))
            case CandidateTyped():
                lines.append((event.at_ms, "Candidate (typed)", event.text))
            case CodeSubmitted():
                lines.append((event.at_ms, "Candidate", f"(submits the code, {event.language})"))
            case CodeRefused(submitted=True):
                lines.append(
                    (event.at_ms, "Candidate", f"(submits code that is too long to be kept, {event.told_size})")
                )
            case _:
                pass
    # An utterance is written down after it ended; the reader wants it where it began.
    lines.sort(key=lambda line: line[0])
    return "".join(f"[{at // 60_000:02}:{at // 1000 % 60:02}] {who}: {text}\n" for at, who, text in lines)


def last_code(events: Iterable[Event]) -> CodeChanged | CodeSubmitted | None:
    """The submitted code, or else what the editor held last; None when nothing was written."""
    code: CodeChanged | CodeSubmitted | None = None
    for event in events:
        if isinstance(event, CodeSubmitted):
            return event
        if isinstance(event, CodeChanged):
            code = event
    return code
