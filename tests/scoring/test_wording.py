"""No sentence of a report may claim more than what was said."""

import pytest

from scoring.forms.registry import build
from scoring.wording import PLAIN, claims, cleaned
from tests.scoring.reported import findings, held, shipped

CLAIMS = {
    "accent": ["The candidate has a strong accent.", "Accented speech made parts hard to follow."],
    "fluency": [
        "The candidate speaks fluently.",
        "A fluent and articulate answer.",
        "The answer was well-spoken.",
        "They hesitated before the second part.",
        "The candidate paused often.",
    ],
    "pace": ["The candidate speaks too fast.", "A measured delivery.", "The speaking rate was low."],
    "fillers": ["Many filler words weaken the answer.", "The answer is full of ums."],
    "confidence": [
        "The candidate was confident throughout.",
        "The candidate answers with confidence.",
        "They seemed nervous at first.",
        "An unconfident answer.",
    ],
    "personality": [
        "The candidate is enthusiastic.",
        "A friendly and humble person.",
        "They would be a good culture fit.",
        "The candidate seems very smart.",
        "Shows a positive attitude.",
    ],
    "language proficiency": [
        "Their English is good.",
        "The grammar is poor.",
        "The candidate is not a native speaker.",
        "Strong verbal skills.",
        "Limited vocabulary.",
    ],
    "voice": ["The candidate has a clear voice."],
}
FINE = [
    "The answer gives a confidence interval for the difference.",
    "A confident prediction is not yet a calibrated one.",
    "The candidate names a confidence threshold.",
    "Predictions with low model confidence go to people.",
    "A pretrained language model can be adapted to the task.",
    "The candidate compares natural language features.",
    "The candidate speaks of a case they worked on themselves.",
    "Nothing in the answer speaks to this axis closely enough to judge it.",
    "Training pauses when the validation loss rises.",
    "The personalized ranking is measured online.",
    "The service answers fast under load.",
    "The answer shows 3 of the 5 points of this axis, 1 more in part.",
    "The candidate says what the other teams contributed.",
    "Speech recognition is one use of it.",
    "The characters of the text are tokenized.",
]


@pytest.mark.parametrize(("claim", "sentence"), [(claim, s) for claim, told in CLAIMS.items() for s in told])
def test_a_claim_about_how_or_who_is_found(claim: str, sentence: str) -> None:
    assert claim in claims(sentence)


@pytest.mark.parametrize("sentence", FINE)
def test_a_sentence_about_what_was_said_may_stand(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize("name", ["mle-v1", "ml-rigorous", "ml-conversation", "ml-system-design", "ml-experience"])
def test_no_point_of_a_shipped_interview_is_taken_for_a_claim(name: str) -> None:
    points = [i.point for section in shipped(name).sections for i in section.rubric()]
    assert {point: found for point in points if (found := claims(point))} == {}


def test_what_fails_is_replaced_sentence_by_sentence_and_quotes_stay() -> None:
    fluent = "I speak fluent English with confidence."
    body = {
        "answer": fluent,
        "justification": "The candidate sounds confident. The answer shows two points.",
        "improvement_tips": ["Speak more slowly and avoid fillers.", "Name the tools you used."],
        "evidence": {"e1": {"text": fluent}},
    }
    assert cleaned(body) == body | {
        "justification": f"{PLAIN} The answer shows two points.",
        "improvement_tips": [PLAIN, "Name the tools you used."],
    }


def test_a_claim_that_reaches_a_report_from_any_side_does_not_get_into_it() -> None:
    found = findings(held("ml-experience"))
    first, *others = found.questions
    told = first.model_copy(update={"reason": "The candidate speaks fluently and seems smart."})
    found = found.model_copy(update={"questions": (told, *others), "notes": ("The accent is strong.",)})
    body = build("relevancy", found)
    assert body["notes"] == [PLAIN]
    assert body["questions"][0]["justification"].startswith(PLAIN)
    assert body["grades"][0]["reason"] == PLAIN
