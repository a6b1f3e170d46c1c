"""A whole interview as its journal tells it, with a recording and a report, for the pages to show."""

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import av
import numpy as np
import sqlalchemy as sa

from interview.events import (
    AgentJoined,
    Began,
    CandidateSpoke,
    CodeChanged,
    CodeSubmitted,
    Ended,
    Event,
    Line,
    LineEnded,
    LineKind,
    LineStarted,
    TurnEnded,
)
from records.invites import Invite, Invites
from records.journal import Journal
from records.recordings import Recordings
from records.reports import Reports

CODE = """import math


def dcg(relevances):
    return sum(rel / math.log2(i + 2) for i, rel in enumerate(relevances))
"""

TALK: list[tuple[str, LineKind, str, str]] = [
    (
        "",
        "greeting",
        "",
        "Hello Robin, I'm Alex. I'll ask a few questions, and you can take your time with each of them.",
    ),
    ("", "context", "", "We are designing a system that ranks a personalized feed on a large consumer platform."),
    ("1", "prompt", "", "Restate the problem in your own words. What is the system trying to achieve?"),
    ("1", "follow_up", "metric_justification", "What does retention fail to capture here?"),
    ("2", "prompt", "", "What type of modeling approach would you start with, and why?"),
    ("2", "follow_up", "constraint_sensitivity", "How does the latency budget affect that choice?"),
    ("3", "prompt", "", "At a high level, how would you structure training and inference for this system?"),
    ("coding", "prompt", "", "Please write the function on the page, and submit it when you are done."),
    ("4", "prompt", "", "If you had more time or resources, what would you improve next?"),
    ("", "closing", "", "That was my last question. Thank you for your time, Robin. Goodbye."),
]
ANSWERS = {
    2: "The system should rank items so that people find what they value over weeks and months, and not only what they "
    "click on right now. I would measure long term retention together with a satisfaction survey.",
    3: "It says little about new users, so I would look at their first sessions separately.",
    4: "I would start with a gradient boosted tree model on a few hundred features, since it trains fast.",
    5: "With about one hundred milliseconds the ranker can only score a few hundred items, so I'd cache user features.",
    6: "I'd log every impression with the features that were used at serving time, and train daily on the last weeks.",
    8: "I would work on the label, and rather predict whether a person is happy with their session the next day.",
}
HEARD = [
    ("I'd look at there first cessions separately", "I would look at their first sessions separately", 0.91),
    ("a great boosted tree mottle", "a great in boosted three model", 0.41),
]
"""In the call, again, and how clearly: parts of the second and the third answer."""
LINE_MS, ANSWER_MS, PAUSE_MS = 4_000, 9_000, 1_000
WAITS_MS = {3: 620, 4: 940, 5: 1_000, 6: 2_350, 9: 780}
"""From the answer before to the first sound of these lines of the talk."""
BRIDGED = 6
"""Before this line another one fills the wait."""
BRIDGE_MS = 900


def held(engine: sa.Engine, invite: Invite) -> list[Event]:
    """Writes the interview from consent to the end; it took place an hour ago."""
    journal = Journal(engine)
    journal.begin(
        Began(
            at_ms=0,
            interview_id=invite.id,
            candidate=invite.candidate,
            started_at=datetime.now(UTC) - timedelta(hours=1),
            recording=True,
            spec=invite.spec,
            persona=invite.persona,
        )
    )
    events = list(_events())
    for event in events:
        journal.append(invite.id, event)
    journal.append(invite.id, Ended(at_ms=events[-1].at_ms, reason="completed"))
    return events


def _events() -> list[Event]:
    at_ms = 1_500
    events: list[Event] = [AgentJoined(at_ms=at_ms)]
    for number, (section, kind, intent, text) in enumerate(TALK):
        line = Line(text=text, kind=kind, section=section, intent=intent, opens_editor=section == "coding")
        waited_ms = WAITS_MS.get(number)
        timings = {"transcription": 140, "endpointing": 460, "question_ready": 480} if waited_ms else {}
        if number == BRIDGED and waited_ms:
            bridge = Line(text="Let me think about that.", kind="acknowledgement", section=section)
            began_ms = at_ms - waited_ms + BRIDGE_MS
            events += [
                LineStarted(at_ms=began_ms, line_id=len(TALK), line=bridge, latency_ms=BRIDGE_MS, timings=timings),
                LineEnded(at_ms=at_ms - 100, line_id=len(TALK)),
            ]
            waited_ms, timings = None, {}
        events.append(LineStarted(at_ms=at_ms, line_id=number, line=line, latency_ms=waited_ms, timings=timings))
        at_ms += LINE_MS
        events.append(LineEnded(at_ms=at_ms, line_id=number))
        at_ms += PAUSE_MS
        if section == "coding":
            events.append(CodeChanged(at_ms=at_ms + 5_000, language="python", source=CODE[:40]))
            events.append(CodeSubmitted(at_ms=at_ms + 12_000, language="python", source=CODE))
            at_ms += 13_000
        if number in ANSWERS:
            said = CandidateSpoke(
                at_ms=at_ms + ANSWER_MS, text=ANSWERS[number], started_ms=at_ms, ended_ms=at_ms + ANSWER_MS
            )
            at_ms += ANSWER_MS
            events += [said, TurnEnded(at_ms=at_ms + 460)]
            at_ms += WAITS_MS.get(number + 1, PAUSE_MS)
    return events


def record(engine: sa.Engine, data_dir: Path, interview_id: str, duration_ms: int) -> None:
    """A real OGG/Opus file: a low tone left while the candidate talks, a higher one right."""
    path = data_dir / f"{interview_id}.made.ogg"
    rate = 48_000
    seconds = np.arange(rate * duration_ms // 1000) / rate
    loud = 0.5 + 0.5 * np.sin(2 * np.pi * seconds / 7)
    stereo = np.stack(
        [np.sin(2 * np.pi * 180 * seconds) * loud, np.sin(2 * np.pi * 320 * seconds) * (1 - loud)], axis=1
    )
    pcm = (stereo * 8_000).astype(np.int16)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libopus", rate=rate, layout="stereo")
        for at in range(0, len(pcm), rate):
            frame = av.AudioFrame.from_ndarray(pcm[at : at + rate].reshape(1, -1), format="s16", layout="stereo")
            frame.sample_rate = rate
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    peaks = [abs(math.sin(n / 9)) * (0.35 + 0.65 * abs(math.sin(n * 1.7))) for n in range(600)]
    Recordings(data_dir / "recordings", engine, data_dir / "segments").put(interview_id, path, duration_ms, peaks)
    path.unlink()


def report(invite: Invite, events: list[Event]) -> dict[str, Any]:
    """A report in the scorer's shape: one judgement of each kind, and one axis without evidence."""
    spoken = [event for event in events if isinstance(event, CandidateSpoke)]
    evidence = {
        f"e{n}": {"text": event.text, "start_ms": event.started_ms, "end_ms": event.ended_ms, "section": "1", "seq": n}
        for n, event in enumerate(spoken, start=1)
    }
    judgements = [("strong", 0.86, "met"), ("adequate", 0.61, "partly"), ("weak", 0.22, "absent")]
    sections, quote = [], 0
    for section in invite.spec.sections:
        if section.coding:
            continue
        axes = []
        for place, axis in enumerate(section.axes):
            scored = place < len(judgements) and quote < len(spoken)
            quote += scored
            judgement, probability, point = judgements[place % 3]
            axes.append(
                {
                    "id": axis.id,
                    "name": axis.name,
                    "status": "scored" if scored else "unscored",
                    "judgement": judgement if scored else None,
                    "probability": probability if scored else None,
                    "reason": "Most of what a strong answer holds was stated."
                    if scored
                    else "Nothing said speaks to this.",
                    "points": [
                        {
                            "indicator": "one",
                            "point": "Names a measure of long-term value.",
                            "status": point if scored else "unscored",
                            "probability": probability if scored else None,
                            "evidence_id": f"e{quote}" if scored else None,
                        }
                    ],
                    "evidence": [f"e{quote}"] if scored else [],
                }
            )
        sections.append(
            {
                "id": section.id,
                "title": section.title,
                "question": section.prompt.shown,
                "answer_ms": [spoken[0].started_ms, spoken[0].ended_ms],
                "answered": True,
                "axes": axes,
            }
        )
    return {
        "form": "sections",
        "schema": 1,
        "interview_id": invite.id,
        "candidate": invite.candidate,
        "spec": {"name": invite.spec.name, "version": invite.spec.version},
        "persona": {"name": invite.persona.name, "version": invite.persona.version},
        "held": {"models": {"recognizer": "whisper-base"}},
        "created_at": datetime.now(UTC).isoformat(),
        "models": {"llm": "qwen2.5-coder-1.5b-instruct", "hearing": "whisper-base"},
        "prompts": {},
        "notes": ["The recording is missing 3 s from 1:12."],
        "hearing": [
            {
                "section": section,
                "seq": seq,
                "start_ms": said.started_ms,
                "end_ms": said.started_ms + 3_000,
                "heard": heard,
                "heard_again": again,
                "confidence": confidence,
                "shaky": confidence < 0.6,
            }
            for section, (seq, said), (heard, again, confidence) in zip("12", _seqs(events), HEARD, strict=True)
        ],
        "sections": sections,
        "coding": {
            "section": "coding",
            "language": "python",
            "source": CODE,
            "submitted": True,
            "status": "run",
            "reason": "",
            "tests": [
                {"name": "three graded results", "group": "visible", "status": "passed", "detail": ""},
                {"name": "long list", "group": "hidden", "status": "failed", "detail": "expected 27.97, got 26.12"},
            ],
            "passed": 1,
            "total": 2,
        },
        "evidence": evidence,
    }


def _seqs(events: list[Event]) -> list[tuple[int, CandidateSpoke]]:
    """The second and the third answer with their places in the journal, where consent is the first."""
    spoken = [(seq, event) for seq, event in enumerate(events, start=2) if isinstance(event, CandidateSpoke)]
    return spoken[1:3]


def finished(engine: sa.Engine, invites: Invites, invite: Invite, data_dir: Path) -> Invite:
    """The whole of it: held, recorded, reported."""
    events = held(engine, invite)
    record(engine, data_dir, invite.id, events[-1].at_ms)
    Reports(engine).save(invite.id, "sections", report(invite, events))
    return invites.get(invite.id)
