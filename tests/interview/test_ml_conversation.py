"""`ml-conversation` asks the persona document's questions word for word; what is authored keeps its own rules."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from interview import coverage
from interview.arrangement import Arrangement
from interview.conduct import check, policy_for
from interview.facts import eligible, facts
from interview.loading import check_lines, parse_spec
from interview.requests import recognise
from interview.spec import Section, Spec
from interview.state import State
from tests.interview.material import ROOT, read, voice
from tests.interview.walk import Walk, said

FILE = ROOT / "specs" / "ml-conversation.yaml"
SPEC: Spec = parse_spec(read(FILE), FILE.name)
STANDINGS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("standings.yaml").read_text(encoding="utf-8"))
SCENARIOS = {
    "classification": "How would you build a spam detector?",
    "regression": "How would you predict house prices?",
    "recommendation": "How would you recommend products to users?",
    "nlp": "How would you build a sentiment analyzer?",
    "computer_vision": "How would you detect objects in images?",
}
PROMPTS = {
    "opening": ("Tell me about your experience with machine learning—what kind of problems have you worked on?",),
    "experience": (
        "Walk me through an ML project from start to finish. How did you approach it?",
        "How do you decide which algorithm to use for a problem?",
        "Tell me about a time your model didn't perform well. How did you debug it?",
        "What's your process for feature engineering?",
    ),
    "design": tuple(SCENARIOS.values()),
    "production": ("How would you deploy this model to production?",),
    "deep_dive_strong": (
        "Tell me about a complex ML system you've built at scale",
        "How do you approach A/B testing for ML models?",
        "What's your experience with deep learning?",
        "How do you handle bias and fairness in ML models?",
    ),
    "deep_dive_fundamentals": (
        "Explain the difference between supervised and unsupervised learning",
        "What is overfitting and how do you prevent it?",
        "How does cross-validation work?",
        "What's the bias-variance tradeoff?",
    ),
    "closing": ("Great discussion! Any questions about our ML infrastructure?",),
}
VARIANTS = {
    "opening": ("What was the most challenging ML project you've tackled?",),
    "experience": (
        "Why that algorithm specifically?",
        "What features would you create for predicting customer churn?",
        "How would you improve the model?",
    ),
    "design": (
        "What kind of data would you need?",
        "What features would you consider?",
        "What algorithm would you start with and why?",
        "How would you evaluate the model?",
        "What if you have imbalanced classes?",
        "How do you handle missing data?",
        "What about feature scaling?",
        "How would you prevent overfitting?",
        "What type of ML problem is this—classification, regression, clustering?",
        "How would you compare different approaches?",
        "What metrics would you use and why?",
        "How do you know if your model is good enough?",
        "What assumptions does that make?",
        "What could go wrong?",
        "What's the computational cost?",
        "How does that scale?",
        "What if the data is imbalanced?",
        "How would you handle outliers?",
        "What about interpretability?",
        "How do you explain predictions to stakeholders?",
    ),
    "production": (
        "What about model serving—batch or real-time?",
        "How do you monitor model performance in production?",
        "How do you manage training data?",
        "How do you handle model retraining?",
        "What infrastructure do you need?",
        "What could go wrong in production?",
    ),
    "deep_dive_strong": (
        "How would you approach building a neural network for image classification?",
        "What architecture would you consider for image classification, and why?",
    ),
    "deep_dive_fundamentals": (
        "Can you explain how gradient descent works conceptually?",
        "Why do we use gradient descent for training models?",
        "For a fraud detection system, would you optimize for precision or recall, and why?",
        "What's the trade-off between precision and recall?",
    ),
}
NEVER = (
    "Ask for mathematical derivations verbally",
    "Request exact algorithm implementations",
    "Expect memorized formulas",
    "Focus only on theory without application",
    "Dismiss practical concerns",
)
PRACTISED = {
    "opening": (
        "I'm at a grocery delivery startup since four years. I do substitutions, so what we offer when "
        "something is sold out, and before that I estimated delivery times. I do everything from the query to "
        "the service, together with one backend developer. All orders go through it. The delivery times were "
        "the most difficult because drivers behave so differently."
    ),
    "experience": (
        "Customer care told us people were angry about weird replacements. The first thing was a lookup of "
        "the most common replacement that people accepted. Then I trained embeddings on baskets, and a "
        "gradient boosted ranker on top. We tested it against the lookup with half of the stores. Acceptance "
        "rose from sixty one to seventy four percent. It once broke when the catalog ids were reused, we "
        "found that by looking at the worst predictions."
    ),
    "design": (
        "What does the store want, larger baskets or loyalty? The label is whether somebody buys the item "
        "within two weeks. Data is orders, impressions and the catalog. Popular items per region are my first "
        "version. Then a two stage thing with retrieval and a ranker. The ranker costs latency and someone "
        "has to maintain it. Offline I'd use recall at twenty on a later week, online an experiment with "
        "orders per customer. To avoid overfitting I'd limit the depth and stop early."
    ),
    "production": (
        "Candidates can be precomputed every night, the ranking happens live because the basket changes. "
        "Start with a few stores. I'd plot clicks and orders by day, the share of empty features, and "
        "response times. New training every night from the event log, with tests before it's swapped in. "
        "Model files carry the git hash and the date of the data."
    ),
}
UNPRACTISED = {
    "opening": (
        "I'm a software developer, and last year I took part in a project with recommendations. I wrote the "
        "API around it. It was used in our shop I think. What was challenging was to understand the papers."
    ),
    "experience": (
        "The data scientist gave us a model, and I integrated it. We had a library for that. I don't know "
        "exactly how it was evaluated. For the algorithm I would look at what is popular on GitHub."
    ),
    "design": (
        "I'd collect what users bought and use collaborative filtering. Features are age, gender, category. "
        "For evaluation, accuracy, and see if users like it. If it overfits, I would train less. More data "
        "always helps."
    ),
    "production": ("I would give it to the developers. Logging to see errors. We would update the model sometimes."),
}


def state(said: dict[str, str], **given: str) -> State:
    """After the production section, with the first questions of each section asked."""
    asked = (("opening", "opening"), ("experience", "project"), ("design", "product_recommendation"))
    prompts = (*asked, ("production", "production"))
    arrangement = Arrangement(facts={"scenario": "recommendation", **given})
    return State(said=said, prompts=prompts, section="deep_dive_strong", arrangement=arrangement)


def variants(section: Section) -> list[str]:
    return [variant for intent in section.intents for variant in intent.variants]


def test_every_prompt_shown_is_the_document_s() -> None:
    assert {s.id: tuple(q.prompt.shown for q in s.questions) for s in SPEC.sections} == PROMPTS


@pytest.mark.parametrize("section", VARIANTS)
def test_the_document_s_probes_are_variants_word_for_word(section: str) -> None:
    assert [line for line in VARIANTS[section] if line not in variants(SPEC.section(section))] == []


def test_a_prompt_that_is_said_differently_still_asks_the_document_s_question() -> None:
    for question in SPEC.section("design").questions:
        assert question.prompt.aloud.startswith("Let's say")
        assert question.prompt.aloud.endswith(question.prompt.shown)
    assert SPEC.section("deep_dive_fundamentals").question("overfitting").prompt.aloud == "What is overfitting?"
    assert "How do you prevent overfitting?" in variants(SPEC.section("deep_dive_fundamentals"))


def test_the_document_s_never_list_binds_the_follow_ups() -> None:
    assert SPEC.conduct.rules[:5] == tuple(f"Never: {rule}" for rule in NEVER)
    assert {rule for section in SPEC.sections for rule in section.disallowed} == set(NEVER)


def test_nothing_asks_for_a_derivation_a_formula_or_an_implementation() -> None:
    lines = [line for s in SPEC.sections for line in (*variants(s), *(q.prompt.aloud for q in s.questions))]
    assert not [line for line in lines if re.search(r"\b(?:derive|implement|formula|prove|calculate)", line, re.I)]


def test_the_phases_take_as_long_as_the_document_says() -> None:
    minutes = {section.id: section.minutes for section in SPEC.sections}
    spans = {"opening": (2, 3), "experience": (8, 12), "design": (20, 25), "production": (8, 12), "closing": (2, 3)}
    spans |= {"deep_dive_strong": (5, 10), "deep_dive_fundamentals": (5, 10)}
    assert {name: low <= minutes[name] <= high for name, (low, high) in spans.items()} == dict.fromkeys(spans, True)
    assert 40 <= SPEC.minutes <= 50
    assert sum(minutes.values()) - minutes["deep_dive_strong"] <= SPEC.minutes


def test_every_authored_line_keeps_the_conduct() -> None:
    assert check_lines(SPEC, voice()) == []


def test_warmth_is_the_document_s_rapport_and_no_other_praise() -> None:
    assert SPEC.conduct.validation == "warm"
    policy = policy_for(SPEC, voice(), "design")
    assert [line for line in voice().rapport if check(line, policy, "acknowledgement")] == []
    assert check("That's a very good approach.", policy, "acknowledgement")


def test_every_intent_has_three_variants_or_more_of_at_most_twenty_five_words() -> None:
    for section in SPEC.sections:
        assert len(set(variants(section))) == len(variants(section))
        assert all(len(intent.variants) >= 3 for intent in section.intents)
        assert all(len(line.split()) <= 25 for line in variants(section))


def test_every_judged_part_has_points_in_several_wordings_and_a_red_flag() -> None:
    for section in SPEC.sections:
        if section.takes_questions:
            continue
        for question in section.questions:
            kinds = [indicator.kind for indicator in section.rubric(question.id)]
            assert kinds.count("strong") >= 4, question.id
            assert kinds.count("red_flag") >= 1, question.id
        assert all(len(indicator.wordings) >= 3 for indicator in section.rubric())


@pytest.mark.parametrize(("scenario", "prompt"), SCENARIOS.items())
def test_each_scenario_is_reached_by_its_fact(scenario: str, prompt: str) -> None:
    given = State(arrangement=Arrangement(facts={"scenario": scenario}))
    assert [q.prompt.shown for q in eligible(SPEC.section("design"), SPEC, given)] == [prompt]


def test_without_a_given_scenario_interviews_differ() -> None:
    drawn = {facts(SPEC, State(interview_id=f"interview-{number}"))["scenario"] for number in range(60)}
    assert drawn == set(SCENARIOS)


@pytest.mark.parametrize(
    ("said", "held", "left_out"),
    [
        (PRACTISED, "deep_dive_strong", "deep_dive_fundamentals"),
        (UNPRACTISED, "deep_dive_fundamentals", "deep_dive_strong"),
    ],
)
def test_what_was_said_decides_which_deep_dive_is_held(said: dict[str, str], held: str, left_out: str) -> None:
    assert eligible(SPEC.section(held), SPEC, state(said))
    assert not eligible(SPEC.section(left_out), SPEC, state(said))


def test_a_path_given_with_the_invite_wins() -> None:
    assert not eligible(SPEC.section("deep_dive_strong"), SPEC, state(PRACTISED, path="fundamentals"))


def test_the_experience_questions_follow_what_the_candidate_spoke_of() -> None:
    spoke = State(said={"opening": "Features were most of my work, I built hundreds of features."})
    assert eligible(SPEC.section("experience"), SPEC, spoke)[0].id == "feature_engineering"


def test_the_candidate_s_questions_come_last() -> None:
    assert SPEC.sections[-1].takes_questions
    assert not SPEC.sections[-1].indicators


def test_no_prompt_is_taken_for_a_request_when_it_echoes() -> None:
    prompts = [question.prompt.aloud for section in SPEC.sections for question in section.questions]
    assert [line for line in prompts if recognise(line)] == []


def test_no_question_gives_a_point_away() -> None:
    told: list[str] = []
    for section in SPEC.sections:
        strong = [indicator for indicator in section.rubric() if indicator.kind != "red_flag"]
        lines = (*variants(section), *(question.prompt.aloud for question in section.questions))
        told += [f"{line} {point.id}" for line in lines for point in coverage.touched(strong, line)]
    assert told == []


def test_the_synthetic_candidate_has_an_answer_wherever_one_is_asked() -> None:
    answers = read(ROOT / "prompts" / "candidates" / "ml-conversation.yaml")["sections"]
    places = {f"{section.id}.{question.id}" for section in SPEC.sections for question in section.questions}
    assert {section.id for section in SPEC.sections} <= set(answers)
    assert set(answers) <= {section.id for section in SPEC.sections} | places
    for question in SPEC.section("design").questions:
        assert len(answers[f"design.{question.id}"]) == 1 + SPEC.section("design").follow_ups


@pytest.mark.parametrize(
    ("candidate", "thanks"), [("Ada", "Thanks for the conversation, Ada!"), ("", "Thanks for the conversation!")]
)
def test_the_last_words_begin_with_the_document_s_closing_line(candidate: str, thanks: str) -> None:
    walk = Walk(SPEC, candidate=candidate, persona=voice()).open()
    walk.now += 60 * 60_000
    assert said(walk.hear("I have built a few models for search, and shipped two."))[-1].startswith(f"{thanks} ")


def test_who_stops_early_is_told_what_is_saved_and_not_thanked_for_a_whole_conversation() -> None:
    walk = Walk(SPEC, candidate="Ada", persona=voice()).open()
    walk.carry_out(walk.hear("I would like to stop the interview now"))
    assert said(walk.hear("Yes, please stop"))[-1] in voice().closing_early


@pytest.mark.parametrize(("candidate", "told"), STANDINGS.items(), ids=list(STANDINGS))
def test_what_was_said_leads_to_depth_or_fundamentals_whichever_questions_were_asked(
    candidate: str, told: dict[str, Any]
) -> None:
    said = {section: " ".join(answers) for section, answers in told["answers"].items()}
    draws = itertools.product(*(SPEC.section(section).questions for section in said))
    for asked in draws:
        prompts = tuple((section, question.id) for section, question in zip(said, asked, strict=True))
        assert facts(SPEC, State(said=said, prompts=prompts))["path"] == told["path"]
