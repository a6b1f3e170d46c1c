"""`ml-experience` asks the sample report's nine questions under their ids; what is authored keeps its own rules."""

import re

import pytest

from interview import coverage
from interview.conduct import check, policy_for
from interview.loading import check_lines, parse_persona, parse_spec
from interview.persona import Lines, Persona
from interview.requests import recognise
from interview.spec import Section, Spec
from tests.interview.material import ROOT, read

SPEC: Spec = parse_spec(read(ROOT / "specs" / "ml-experience.yaml"), "ml-experience.yaml")
PERSONA = parse_persona(read(ROOT / "prompts" / "personas" / "experience.yaml"), "experience.yaml")
QUESTIONS = {
    "ML_Q1": (
        "Tell me about a time when you built an end-to-end machine learning workflow. What were the "
        "challenges you faced, and how did you address them?"
    ),
    "ML_Q2": (
        "Describe a specific project where you automated data ingestion and feature engineering. How did you "
        "ensure the quality and reliability of your data?"
    ),
    "FEATURE_Q1": (
        "Can you provide an example of how you developed or maintained high-quality feature stores? What "
        "tools did you use, and what impact did it have on your projects?"
    ),
    "PROD_ML_Q1": (
        "Share an experience where you packaged and deployed machine learning models as APIs or "
        "microservices. What considerations did you take into account for deployment?"
    ),
    "PROD_ML_Q2": (
        "Describe a situation where you collaborated with software and data engineering teams to ensure "
        "successful model integration. What role did you play in that collaboration?"
    ),
    "MONITOR_Q1": (
        "Tell me about a time when you implemented performance tracking or A/B testing for your models. What "
        "metrics did you focus on, and what were the results?"
    ),
    "COLLAB_Q1": (
        "Can you give an example of a time when you partnered with cross-functional teams to translate a "
        "business problem into a machine learning solution? What was the outcome?"
    ),
    "ENG_EX_Q1": (
        "Describe a project where you followed CI/CD practices and participated in code reviews. How did it "
        "improve the overall quality of the codebase?"
    ),
    "ENG_EX_Q2": (
        "Tell me about a time when you had to ensure your code was clean, maintainable, and testable. What "
        "strategies did you employ to achieve this?"
    ),
}
SECOND_HALVES = {
    "ML_Q1": "How did you address the challenges you faced?",
    "FEATURE_Q1": "What tools did you use?",
    "MONITOR_Q1": "What were the results?",
    "COLLAB_Q1": "What was the outcome?",
}
PARTS = {"situation", "own_action", "result", "collaboration", "obstacles"}


def asked() -> list[Section]:
    return [section for section in SPEC.sections if not section.takes_questions]


def variants(section: Section) -> list[str]:
    return [variant for intent in section.intents for variant in intent.variants]


def persona_lines() -> list[str]:
    named = [name for name, field in Persona.model_fields.items() if field.annotation == Lines and name != "style"]
    fields = (*(getattr(PERSONA, name) for name in named), *PERSONA.replies.values())
    return [line for lines in fields for line in lines]


def test_the_nine_questions_stand_on_the_page_as_in_the_sample_under_its_ids() -> None:
    assert {section.id: section.prompt.shown for section in asked()} == QUESTIONS
    assert SPEC.role == "machine learning engineer"


def test_each_question_is_spoken_as_one_of_at_most_thirty_words() -> None:
    for section in asked():
        assert section.prompt.aloud.count("?") == 1
        assert len(section.prompt.aloud.split()) <= 30


@pytest.mark.parametrize(("section", "second_half"), SECOND_HALVES.items())
def test_the_half_that_is_not_spoken_is_a_follow_up(section: str, second_half: str) -> None:
    assert second_half in variants(SPEC.section(section))


def test_each_question_may_have_one_follow_up_after_any_part_of_an_experience() -> None:
    for section in asked():
        assert section.follow_ups == 1
        assert {intent.id for intent in section.intents} == PARTS
        assert all(len(intent.variants) >= 3 for intent in section.intents)
        assert {i.intent for i in section.indicators if i.kind != "red_flag" and i.intent} == PARTS


def test_every_answer_is_looked_at_for_its_parts_a_figure_and_one_red_flag() -> None:
    for section in asked():
        assert [axis.id for axis in section.axes] == ["situation", "action", "result", "collaboration", "fit"]
        assert {indicator.axis for indicator in section.indicators} == {axis.id for axis in section.axes}
        assert "figure" in {indicator.id for indicator in section.indicators}
        assert sum(indicator.kind == "red_flag" for indicator in section.indicators) == 1
        assert all(len(indicator.wordings) >= 3 for indicator in section.indicators)


def test_no_follow_up_is_authored_twice_or_longer_than_twenty_five_words() -> None:
    lines = [line for section in SPEC.sections for line in variants(section)]
    assert len(set(lines)) == len(lines)
    assert max(len(line.split()) for line in lines) <= 25


def test_every_authored_line_keeps_the_conduct() -> None:
    assert check_lines(SPEC, PERSONA) == []


def test_no_verdict_no_coaching_and_no_warmth() -> None:
    assert SPEC.conduct.validation == "never"
    assert PERSONA.rapport == ()
    policy = policy_for(SPEC, PERSONA, "ML_Q1")
    for line in ("That's an impressive example.", "Next time you could mention your team.", "You should add figures."):
        assert check(line, policy, "acknowledgement"), line


def test_the_nine_questions_fit_into_the_interview() -> None:
    assert sum(section.minutes for section in SPEC.sections) <= SPEC.minutes == 45


def test_the_candidate_s_questions_come_last() -> None:
    assert [section.takes_questions for section in SPEC.sections] == [False] * 9 + [True]


def test_no_question_gives_a_point_away() -> None:
    told: list[str] = []
    for section in asked():
        strong = [indicator for indicator in section.indicators if indicator.kind != "red_flag"]
        lines = (*variants(section), section.prompt.aloud)
        told += [f"{line} {point.id}" for line in lines for point in coverage.touched(strong, line)]
    assert told == []


def test_no_question_is_taken_for_a_request_when_it_echoes() -> None:
    lines = [line for section in SPEC.sections for line in (section.prompt.aloud, *variants(section))]
    assert [line for line in lines if recognise(line)] == []


def test_the_interviewer_neither_praises_nor_judges_and_keeps_it_short() -> None:
    words = re.compile(r"\b(?:great|good|nice|excellent|perfect|interesting|correct|right|wrong|exactly)\b", re.I)
    assert not [line for line in persona_lines() if words.search(line.replace("All right.", ""))]
    assert max(len(line.split()) for line in persona_lines()) <= 30
    assert all(len(set(lines)) >= 3 for lines in PERSONA.replies.values())


def test_the_synthetic_candidate_has_an_answer_and_one_for_the_follow_up() -> None:
    answers = read(ROOT / "prompts" / "candidates" / "ml-experience.yaml")["sections"]
    assert {section: len(given) for section, given in answers.items()} == {section.id: 2 for section in SPEC.sections}
