"""`ml-system-design` holds the source document's fixed words, and every level and domain gets a problem that fits."""

import re
from functools import cache
from itertools import product

import pytest

from interview.conduct import check, policy_for
from interview.facts import eligible, facts
from interview.loading import check_lines, parse_persona, parse_spec
from interview.persona import Lines, Persona
from interview.spec import Section, Spec
from interview.state import State
from interview.summary import listed, sentences
from tests.interview.material import ROOT, read
from tests.interview.walk import Walk, said

EXAMPLES = (
    "Design a video recommendation system", "Design a fraud detection system", "Design a search ranking system",
    "Design a real-time bidding system for ads", "Design a content moderation system",
    "Design a dynamic pricing system", "Design a personalized news feed", "Design a spam detection system",
)  # fmt: skip
BY_LEVEL = {
    "junior_mid": {"video_recommendation", "spam_detection", "content_moderation"},
    "senior": {
        "search_ranking", "fraud_detection", "personalization_platform", "real_time_bidding", "dynamic_pricing",
        "personalized_news_feed",
    },
    "staff": {"multi_model_serving", "automl_platform", "realtime_ml_pipeline"},
}  # fmt: skip
SAYS_LEVEL = {
    "junior_mid": ("I'm a junior engineer.", "Mid-level, I would say.", "I'm a new grad."),
    "senior": ("Senior.", "I work as a senior engineer."),
    "staff": ("I'm a senior staff engineer.", "Principal engineer.", "Staff."),
}
SAYS_DOMAIN = {
    "general": "I have done a bit of everything.",
    "recommendation": "Recommender systems, mostly for music.",
    "fraud": "Fraud detection in payments.",
    "search": "Search ranking.",
    "ads": "Advertising, real-time bidding.",
    "moderation": "Content moderation in trust and safety.",
    "pricing": "Dynamic pricing for ride hailing.",
    "feed": "The feed of a social network.",
    "spam": "Spam detection for email.",
}
GUIDES = {
    "How would you measure if this model is performing well in production?",
    "What happens if the data distribution changes over time?",
    "How would you debug if the model accuracy suddenly drops?",
    "What are the trade-offs between a simple linear model and a complex deep learning model here?",
    "How would you ensure the online features match the offline training features?",
    "What would you do if prediction latency is too high?",
    "How frequently should the model be retrained?",
    "What happens if the model prediction service goes down?",
}
SUMMARY = (
    "Key design decisions and their rationale", "ML approach and modeling choices", "System architecture strengths",
    "Production readiness considerations", "Strengths demonstrated", "Areas that could be explored further",
    "Overall assessment of ML systems thinking",
)  # fmt: skip
AXES = {
    "ML Knowledge", "ML Systems Knowledge", "Problem Solving", "Trade-off Analysis", "Production Awareness",
    "Communication",
}  # fmt: skip
AREAS = ("feature_engineering", "training_pipeline", "model_serving", "data_model_management", "monitoring_operations")
NUMBERS = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|percent|score|out of|grade)\b", re.I)


@cache
def design() -> Spec:
    return parse_spec(read(ROOT / "specs" / "ml-system-design.yaml"), "specs/ml-system-design.yaml")


@cache
def robin() -> Persona:
    return parse_persona(read(ROOT / "prompts" / "personas" / "architect.yaml"), "prompts/personas/architect.yaml")


def evaluated() -> list[Section]:
    return [section for section in design().sections if section.axes]


def selected(level: str, domain: str) -> State:
    """After the candidate named both."""
    walk = Walk(design()).open()
    for words in (level, domain):
        walk.carry_out(walk.hear(words))
    return walk.state


def test_the_steps_keep_the_source_s_order_and_stay_within_its_minutes() -> None:
    assert [(section.id, section.title) for section in design().sections] == [
        ("selection", "Problem Selection"),
        ("requirements", "Problem Presentation and Requirements Gathering"),
        ("high_level_design", "High-Level Design"),
        ("deep_dive", "Deep Dive"),
        ("scaling", "Scaling & Production Concerns"),
    ]
    allowed = [(2, 2), (3 + 5, 3 + 10), (15, 20), (15, 20), (5, 10)]
    assert all(low <= section.minutes <= high for section, (low, high) in zip(design().sections, allowed, strict=True))
    assert sum(section.minutes for section in design().sections) == design().minutes


def test_level_and_domain_are_asked_one_after_the_other() -> None:
    level, domain = design().section("selection").questions
    assert "experience level" in level.prompt.aloud
    assert "machine learning domain" in domain.prompt.aloud
    assert design().section("selection").ask == 2


@pytest.mark.parametrize(("level", "words"), [(level, w) for level, ways in SAYS_LEVEL.items() for w in ways])
def test_the_level_is_heard(level: str, words: str) -> None:
    assert facts(design(), selected(words, "Hard to say."))["level"] == level


@pytest.mark.parametrize(("domain", "words"), SAYS_DOMAIN.items())
def test_the_domain_is_heard(domain: str, words: str) -> None:
    assert facts(design(), selected("I am senior.", words))["domain"] == domain


def test_who_names_neither_gets_a_senior_problem() -> None:
    state = selected("Hmm, difficult to say.", "Nothing in particular, really.")
    assert facts(design(), state) == {"level": "senior", "domain": "general"}
    assert state.prompts[-1][1] in BY_LEVEL["senior"]


@pytest.mark.parametrize(("level", "domain"), list(product(SAYS_LEVEL, SAYS_DOMAIN)))
def test_every_level_gets_one_of_its_problems_in_every_domain(level: str, domain: str) -> None:
    section, problem = selected(SAYS_LEVEL[level][0], SAYS_DOMAIN[domain]).prompts[-1]
    assert section == "requirements"
    assert problem in BY_LEVEL[level]


def test_every_problem_is_given_to_somebody() -> None:
    given: set[str] = set()
    for level, domain in product(SAYS_LEVEL, SAYS_DOMAIN):
        state = selected(SAYS_LEVEL[level][0], SAYS_DOMAIN[domain]).model_copy(update={"prompts": ()})
        given |= {question.id for question in eligible(design().section("requirements"), design(), state)}
    assert given == set().union(*BY_LEVEL.values())


def test_the_examples_of_the_source_are_among_the_problems() -> None:
    bodies = {block.body.rstrip(".") for q in design().section("requirements").questions for block in q.context}
    assert set(EXAMPLES) <= bodies


def test_every_problem_shows_its_objective_data_and_constraints_and_is_said_in_thirty_words() -> None:
    for problem in design().section("requirements").questions:
        headings = [block.heading for block in problem.context]
        assert headings == ["Problem", "Business objective", "Data", "Constraints"], problem.id
        assert all(block.body or block.points for block in problem.context)
        assert len(problem.prompt.aloud.split()) <= 30, problem.id


def test_requirements_are_asked_for_as_the_source_groups_them() -> None:
    names = [intent.name for intent in design().section("requirements").intents]
    assert names[:3] == ["ML Requirements", "Data Requirements", "Scale Requirements"]


def test_the_guiding_questions_are_the_source_s_and_wait_for_who_is_stuck() -> None:
    guides = {guide for section in design().sections for q in section.questions for guide in q.guides}
    assert guides == GUIDES
    others = {v for section in design().sections for intent in section.intents for v in intent.variants}
    assert not guides & others


def test_who_is_stuck_is_asked_a_guiding_question() -> None:
    walk = Walk(design()).open()
    for words in ("I am senior.", "Search ranking."):
        walk.carry_out(walk.hear(words))
    while walk.state.section != "high_level_design":
        walk.carry_out(walk.hear("I would ask what the goal is and what data there is, and then go on from that."))
    assert said(walk.hear("I don't know.")) == [
        "What are the trade-offs between a simple linear model and a complex deep learning model here?"
    ]


def test_the_deep_dive_goes_into_the_three_areas_the_candidate_spoke_of() -> None:
    dive = design().section("deep_dive")
    assert tuple(question.id for question in dive.questions) == AREAS
    assert (dive.draw, dive.ask) == ("said", 3)
    said_before = {
        "high_level_design": "Serving with low latency, an endpoint, a registry and versioning, then alerts."
    }
    first = [question.id for question in eligible(dive, design(), State(said=said_before))][:3]
    assert set(first) == {"model_serving", "data_model_management", "monitoring_operations"}


def test_every_area_of_the_deep_dive_can_be_touched_on_and_holds_points_of_its_own() -> None:
    for question in design().section("deep_dive").questions:
        assert len(question.about) >= 5, question.id
        assert len(question.indicators) >= 5, question.id
        assert question.guides, question.id


def test_what_is_evaluated_is_the_source_s() -> None:
    named = {axis.name for section in evaluated() for axis in section.axes}
    assert named == AXES | {"Understanding of the full ML lifecycle"}


def test_every_section_that_evaluates_has_red_flags_and_points_in_several_wordings() -> None:
    for section in evaluated():
        rubric = section.rubric()
        assert [indicator for indicator in rubric if indicator.kind == "red_flag"], section.id
        assert all(len(indicator.wordings) >= 3 for indicator in rubric)
        assert all(indicator.spoken for indicator in rubric if indicator.kind != "red_flag")


def test_every_follow_up_has_three_variants_and_none_is_used_twice() -> None:
    variants = [v for section in design().sections for intent in section.intents for v in intent.variants]
    assert all(len(intent.variants) >= 3 for section in design().sections for intent in section.intents)
    assert len(set(variants)) == len(variants)


def test_the_summary_has_the_source_s_seven_parts_in_its_order() -> None:
    assert tuple(part.title for part in design().summary) == SUMMARY
    assert design().conduct.summary == "closing"


def test_the_summary_never_says_a_number() -> None:
    words = [line for part in design().summary for line in (part.said, part.otherwise)]
    words += [point.spoken for section in evaluated() for point in section.rubric()]
    assert [line for line in words if NUMBERS.search(line)] == []


def test_no_part_of_the_summary_is_longer_than_a_line_may_be() -> None:
    policy = policy_for(design(), robin(), None)
    for part in design().summary:
        points = [p.spoken for s in evaluated() for p in s.rubric() if p.axis in part.axes and p.spoken]
        assert len(points) >= 3, part.title
        longest = sorted(points, key=len)[-1]
        assert check(part.said.format(points=listed([longest])), policy, "closing") == []
        assert not part.otherwise or check(part.otherwise, policy, "closing") == []


def test_the_summary_names_what_the_candidate_spoke_of() -> None:
    state = selected("I am senior.", "Search ranking.")
    heard = "We should start with a feature pipeline, feature engineering computes the features in Spark."
    asked = (*state.prompts, ("high_level_design", "components"))
    state = state.model_copy(update={"said": {**state.said, "high_level_design": heard}, "prompts": asked})
    assert "In the architecture, what carried the design was a feature pipeline." in sentences(design(), state)


def test_who_said_nothing_is_told_so_without_a_verdict() -> None:
    told = sentences(design(), State())
    assert told
    assert [line for line in told if NUMBERS.search(line)] == []
    assert not any(re.search(r"\b(?:bad|poor|weak|wrong|fail)\b", line) for line in told)


def test_every_authored_line_keeps_the_conduct() -> None:
    assert check_lines(design(), robin()) == []


def test_no_line_of_the_persona_gives_a_number_or_praises() -> None:
    words = re.compile(r"\b(?:great|good|excellent|perfect|interesting|correct|wrong|well done|score)\b", re.I)
    fields = [name for name, field in Persona.model_fields.items() if field.annotation == Lines and name != "style"]
    lines = [line for name in fields for line in getattr(robin(), name)]
    lines += [line for ways in robin().replies.values() for line in ways]
    assert [line for line in lines if words.search(line)] == []
    assert max(len(line.split()) for line in lines) <= 30


def test_no_point_is_two_points() -> None:
    points = [indicator.point for section in evaluated() for indicator in section.rubric()]
    assert [point for point in points if re.search(r"\b(?:and|or)\b|;", point)] == []
