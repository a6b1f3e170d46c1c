"""Lines made speakable, and turns that are not over."""

import pytest

from voice.cues import unfinished
from voice.speakable import speakable


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Why nDCG@10 and not AUC?", "Why N D C G at 10 and not A U C?"),
        ("Is CTR a good label?", "Is C T R a good label?"),
        ("Would an A/B test help?", "Would an A B test help?"),
        ("1000 req/sec at p99", "1000 requests a second at P 99"),
        ("under 50ms", "under 50 milliseconds"),
        ("latency of 5-10 ms", "latency of 5 to 10 milliseconds"),
        ("L1/L2 regularization, e.g. Lasso", "L 1 or L 2 regularization, for example, Lasso"),
        ("XGBoost vs. LightGBM", "X G boost versus light G B M"),
        ("LLMs in MLOps", "L L Ms in M L ops"),
        ("SQL and JSON", "sequel and jason"),
        ("a 99:1 class imbalance", "a 99 to 1 class imbalance"),
        ("5% of 1,000,000 users", "5 percent of 1,000,000 users"),
        ("call `model.fit()`", "call model dot fit"),
        ("the compute_dcg function", "the compute dcg function"),
        ("computeDCG", "compute D C G"),
        ("learning rate of 1e-4", "learning rate of ten to the minus 4"),
        ("**Bold** text", "Bold text"),
        ("F1 or ROC AUC", "F 1 or R O C A U C"),
        ("If λ >= 0.5, x^2", "If lambda at least 0.5, x squared"),
        ("10x faster, 3 s later", "10 times faster, 3 seconds later"),
    ],
)
def test_what_is_written_is_said_as_engineers_say_it(written: str, said: str) -> None:
    assert speakable(written) == said
    assert speakable(said) == said


@pytest.mark.parametrize(
    "line",
    [
        "At a high level, how would you structure training and inference for this system?",
        "Hello, Ada! I'm Viva, your interviewer.",
        "Is it real-time or batch, and why? OK.",
        "Ms. McDonald works in the U.S. market.",
        "",
    ],
)
def test_ordinary_english_passes_unchanged(line: str) -> None:
    assert speakable(line) == line


@pytest.mark.parametrize(
    "text",
    [
        "I would use precision and",
        "I would use precision, and.",
        "So, um",
        "Hmm.",
        "Let me think.",
        "Let me think about that.",
        "Give me a second.",
        "There are three reasons.",
        "If I had more time.",
        "The main metric is the.",
        "I'd start with",
        "We log clicks, impressions,",
        "It depends on...",
        "For example.",
        "How do I put this?",
    ],
)
def test_a_turn_that_goes_on_is_unfinished(text: str) -> None:
    assert unfinished(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No.",
        "Yes, I think so.",
        "I think so",
        "Because it is fast.",
        "If I had more time, I would tune it.",
        "That is what I would start with.",
        "And so on.",
        "I'd use gradient boosting.",
        "Could you repeat that?",
        "There are two models in production.",
        "When the model drifts then we retrain.",
    ],
)
def test_a_turn_that_is_over_is_not(text: str) -> None:
    assert not unfinished(text)
