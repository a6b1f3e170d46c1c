"""No sentence of a report may claim more than what was said."""

from scoring.forms.registry import build
from scoring.wording import PLAIN, cleaned
from tests.scoring.reported import findings, held


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
