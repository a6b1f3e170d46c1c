"""A claim about how somebody spoke or who they are is told from a sentence about what was said."""

import pytest

from interview.loading import parse_spec
from interview.manner import claims
from tests.interview.material import ROOT
from viva.catalogue import read_yaml

CLAIMS = {
    "accent": ["The candidate has a strong accent.", "Accented speech made parts hard to follow."],
    "fluency": [
        "The candidate speaks fluently.",
        "A fluent and articulate answer.",
        "The answer was well-spoken.",
        "They hesitated before the second part.",
        "The candidate paused often.",
        "The delivery was halting.",
        "The candidate rambles.",
        "A rambling answer.",
        "The candidate stumbles over words.",
        "Stumbles over words.",
        "The answer is long-winded.",
        "The candidate goes off on tangents.",
        "They searched for the right words.",
        "She trailed off.",
        "The speech is choppy.",
        "The candidate hesitates.",
        "Hesitant throughout.",
        "The candidate lost their train of thought.",
        "They took a long time to answer.",
        "Many long pauses.",
    ],
    "pace": [
        "The candidate speaks too fast.",
        "A measured delivery.",
        "The speaking rate was low.",
        "She spoke at a fast pace.",
        "The candidate answered slowly.",
        "He rushed through the answer.",
    ],
    "fillers": ["Many filler words weaken the answer.", "The answer is full of ums."],
    "confidence": [
        "The candidate was confident throughout.",
        "The candidate answers with confidence.",
        "They seemed nervous at first.",
        "An unconfident answer.",
        "sounds unsure",
        "The candidate sounds unsure.",
        "The answer is good and sounds uncertain.",
        "They were visibly tense.",
        "The candidate is not comfortable in this talk.",
        "The candidate seems tense.",
        "The candidate is shy.",
        "The candidate confidently explains the model.",
    ],
    "personality": [
        "The candidate is enthusiastic.",
        "A friendly and humble person.",
        "They would be a good culture fit.",
        "The candidate seems very smart.",
        "Shows a positive attitude.",
        "The candidate comes across as defensive.",
        "The candidate is calm.",
        "They seem very motivated.",
        "Weak communication skills.",
        "A lazy person.",
    ],
    "language proficiency": [
        "Their English is good.",
        "The grammar is poor.",
        "The candidate is not a native speaker.",
        "Strong verbal skills.",
        "Limited vocabulary.",
        "not comfortable in English",
        "The candidate is not comfortable in English.",
        "English is not their first language.",
        "The candidate struggles with the language.",
        "The candidate's English is halting.",
        "The candidate has a limited vocabulary.",
        "There are grammatical mistakes.",
    ],
    "voice": ["The candidate has a clear voice.", "They talk in a monotone."],
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
    "The model sounds plausible and is wrong.",
    "A fluent API hides the query.",
    "Language models write fluent text.",
    "Native code runs the inference.",
    "The accent color of the page is tested.",
    "Accents are stripped before tokenizing.",
    "Accented characters are normalized.",
    "The speed of inference limits the choice.",
    "The candidate would hesitate to deploy it without a canary.",
    "The candidate says the model is confidently wrong.",
    "The candidate names the confidence of the classifier.",
    "The threshold is set at a confidence of ninety percent.",
    "Lazy loading keeps the start fast.",
    "Eager execution makes debugging easier.",
    "A monotone function keeps the order.",
    "The candidate pauses the rollout when errors rise.",
    "Garbage collection causes long pauses.",
    "Voice activity detection finds the pauses.",
    "Long silences are cut from the audio.",
    "A grammar constrains the output.",
    "A limited vocabulary keeps the embedding table small.",
    "The candidate speaks of a fast rollback.",
    "The candidate talks about slow queries.",
    "The service responds quickly.",
    "They are slow to converge.",
    "The candidate says that they rushed the release.",
    "The cache is cold after a restart.",
    "The candidate is cold-starting the cache.",
    "The choice is motivated by the data.",
    "The pipeline is event driven.",
    "The halting problem is undecidable.",
    "Message delivery is smooth under load.",
    "The loss curve is flat.",
    "The recognizer stumbles over rare words.",
    "The model seems uncertain.",
    "The candidate says the model seems uncertain near the boundary.",
    "The answer is uncertain about the second index.",
    "The candidate says what they are unsure about.",
    "The candidate would not be comfortable deploying it.",
    "The score is two points shy of the goal.",
    "A user-friendly error is returned.",
    "English is one of the languages of the reviews.",
    "A tangent plane approximates the surface.",
]


@pytest.mark.parametrize(("claim", "sentence"), [(claim, s) for claim, told in CLAIMS.items() for s in told])
def test_a_claim_about_how_or_who_is_found(claim: str, sentence: str) -> None:
    assert claim in claims(sentence)


@pytest.mark.parametrize("sentence", FINE)
def test_a_sentence_about_what_was_said_may_stand(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize("name", ["mle-v1", "ml-rigorous", "ml-conversation", "ml-system-design", "ml-experience"])
def test_no_point_of_a_shipped_interview_is_taken_for_a_claim(name: str) -> None:
    spec = parse_spec(read_yaml(ROOT / "specs" / f"{name}.yaml"), name)
    points = [i.point for section in spec.sections for i in section.rubric()]
    assert {point: found for point in points if (found := claims(point))} == {}
