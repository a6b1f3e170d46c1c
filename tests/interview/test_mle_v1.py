"""`mle-v1` holds the source document word for word, and what is authored around it keeps the interview's own rules."""

import math
import re
from typing import get_args

import pytest

from interview.conduct import check, policy_for
from interview.loading import check_lines
from interview.persona import Lines, Persona, Request
from interview.requests import recognise
from interview.spec import Section
from tests.interview.material import FOLLOW_UP, mle_v1, read, voice

SECTIONS = [
    (
        "1",
        "Problem Framing & Success Definition",
        "Restate the problem in your own words. What is the system trying to achieve?",
    ),
    ("2", "Modeling Strategy & Tradeoffs", "What type of modeling approach would you start with, and why?"),
    (
        "3",
        "System Design & Failure Modes",
        "At a high level, how would you structure training and inference for this system?",
    ),
    (
        "coding",
        "Coding (small implementation)",
        "Implement a function that computes DCG (Discounted Cumulative Gain) for a list of relevance scores. "
        "Assume the input is an array of numbers (relevance per position, 0-indexed). "
        "Use the formula: DCG = sum(rel_i / log2(i+2)) for i from 0. Return a single number. "
        "Use Python or JavaScript. Keep it concise.",
    ),
    ("4", "Reflection & Judgment", "If you had more time or resources, what would you improve next?"),
]

OBJECTIVES = {
    "1": ("Clarify ambiguous problems", "Define success in measurable terms", "Align ML metrics with product goals"),
    "2": ("Choose reasonable model classes", "Justify modeling decisions", "Reason about constraints"),
    "3": (
        "Reason about ML systems in production",
        "Identify risks and failure modes",
        "Think about validation and rollout",
    ),
    "coding": (
        "Evaluate the candidate's ability to implement a small, well-scoped piece of the ranking pipeline "
        "(e.g. a metric or helper).",
    ),
    "4": ("Self-awareness", "Ability to reflect on assumptions", "Prioritization instincts"),
}

AXES = {
    "1": ("Problem understanding", "Stakeholder awareness", "Metric reasoning", "Awareness of tradeoffs"),
    "2": ("Model selection rationale", "Simplicity vs complexity judgment", "Practical constraints awareness"),
    "3": ("System-level thinking", "Risk awareness", "Testing and deployment reasoning"),
}

INTENTS = {
    "1": {
        "clarification": (
            "Clarification",
            "Ask the candidate to make an assumption explicit",
            "Ask them to narrow scope or define an unclear term",
        ),
        "metric_justification": (
            "Metric Justification",
            "Ask why a proposed metric is appropriate",
            "Ask what the metric fails to capture",
        ),
        "tradeoff_exploration": (
            "Tradeoff Exploration",
            "Ask how optimizing one metric might harm another",
            "Ask about short-term vs long-term objectives",
        ),
        "edge_case_probe": (
            "Edge Case Probe",
            "Ask how success would be measured in an unusual or failure scenario",
        ),
    },
    "2": {
        "model_justification": ("Model Justification", "Ask why the chosen model fits the problem"),
        "alternative_comparison": ("Alternative Comparison", "Ask what alternatives were considered and rejected"),
        "constraint_sensitivity": (
            "Constraint Sensitivity",
            "Ask how latency, data size, or interpretability affects the choice",
        ),
        "feature_reasoning": ("Feature Reasoning", "Ask what kinds of features would matter most"),
    },
    "3": {
        "failure_mode_probe": ("Failure Mode Probe", "Ask what could go wrong after deployment"),
        "monitoring_detection": ("Monitoring & Detection", "Ask how issues would be detected"),
        "safety_rollout": ("Safety & Rollout", "Ask how changes would be tested safely"),
        "scalability": ("Scalability", "Ask what breaks at large scale"),
    },
    "coding": {},
    "4": {
        "assumption_challenge": ("Assumption Challenge", "Ask which assumption is riskiest"),
        "impact_prioritization": ("Impact Prioritization", "Ask why that improvement matters most"),
    },
}

DISALLOWED = {
    "1": (
        "Do not suggest specific metrics unprompted",
        "Do not teach or explain metrics",
        "Do not rephrase the candidate’s answer for them",
        "Do not ask multiple questions at once",
    ),
    "2": (
        "Do not recommend specific models",
        "Do not correct the candidate",
        "Do not introduce new problem requirements",
    ),
    "3": (
        "Do not ask for code",
        "Do not give examples of failures",
        "Do not lead the candidate toward “correct” answers",
    ),
    "coding": (
        "No follow-up questions in this section; the candidate submits code via the in-app editor.",
        "One coding task; fits into the larger ranking problem.",
    ),
    "4": (
        "Do not summarize the candidate’s performance",
        "Do not provide feedback",
        "Do not suggest improvements yourself",
    ),
}

RULES = (
    "Ask one question at a time",
    "Every follow-up must map to an allowed intent",
    "Never provide answers, hints, or validation",
    "Keep questions concise and neutral",
    "The interviewer’s role is to probe, not teach",
    "The interviewer may ask adaptive follow-up questions, but only within the bounds defined here.",
)

CONTEXT = {
    "Context": "You are working on a large-scale consumer platform where users generate content "
    "(posts, videos, or items). The platform ranks content for users in a personalized feed.",
    "Goal": "Design and reason about a machine learning system that ranks items to maximize long-term user value.",
    "Assumptions": "Historical interaction data is available (views, clicks, likes, skips). | "
    "The system serves results in real time (latency matters). | Models are retrained periodically. | "
    "The task is ranking, not pure classification.",
    "Note": "The candidate does not need to write production-ready code. "
    "The focus is on reasoning, tradeoffs, and clarity.",
}


def spoken_sections() -> list[Section]:
    return [section for section in mle_v1().sections if section.coding is None]


def test_the_sections_their_titles_and_prompts_are_the_source_s() -> None:
    assert [(section.id, section.title, section.prompt.shown) for section in mle_v1().sections] == SECTIONS


def test_the_objectives_are_the_source_s() -> None:
    assert {section.id: section.objective for section in mle_v1().sections} == OBJECTIVES


def test_the_axes_are_the_source_s_where_it_names_any() -> None:
    named = {section.id: tuple(axis.name for axis in section.axes) for section in mle_v1().sections}
    assert named == named | AXES


def test_the_intents_and_what_they_ask_are_the_source_s() -> None:
    assert {
        section.id: {intent.id: (intent.name, *intent.asks) for intent in section.intents}
        for section in mle_v1().sections
    } == INTENTS


def test_the_disallowed_behaviours_and_global_rules_are_the_source_s() -> None:
    assert {section.id: section.disallowed for section in mle_v1().sections} == DISALLOWED
    assert mle_v1().conduct.rules == RULES


def test_the_problem_context_is_the_source_s() -> None:
    shown = mle_v1().context.shown
    assert {block.heading: " | ".join(filter(None, (block.body, *block.points))) for block in shown} == CONTEXT


def test_the_interview_never_validates_and_asks_at_most_thirty_words() -> None:
    assert mle_v1().conduct.validation == "never"
    assert mle_v1().conduct.max_words == 30


def test_the_spoken_context_is_one_sentence() -> None:
    assert len(re.findall(r"[.!?](?:\s|$)", mle_v1().context.spoken)) == 1


def test_spoken_sections_say_their_prompt_as_it_stands_and_coding_says_no_formula() -> None:
    assert all(section.prompt.aloud == section.prompt.shown for section in spoken_sections())
    aloud = mle_v1().section("coding").prompt.aloud
    assert "discounted cumulative gain" in aloud
    assert not re.search(r"[=/()+]|log|sum", aloud)


def test_the_sections_fit_into_the_interview() -> None:
    assert sum(section.minutes for section in mle_v1().sections) == pytest.approx(mle_v1().minutes, abs=3)


def test_every_intent_has_four_variants_of_at_most_twenty_five_words() -> None:
    for section in mle_v1().sections:
        for intent in section.intents:
            assert len(intent.variants) >= 4
            assert all(len(variant.split()) <= 25 for variant in intent.variants)


def test_no_variant_is_used_twice() -> None:
    variants = [v for section in mle_v1().sections for intent in section.intents for v in intent.variants]
    assert len(set(variants)) == len(variants)


def test_no_section_needs_more_follow_ups_than_it_has_variants() -> None:
    for section in mle_v1().sections:
        assert section.follow_ups <= sum(len(intent.variants) for intent in section.intents)


def test_every_spoken_axis_has_strong_indicators_and_a_red_flag_each_in_several_wordings() -> None:
    for section in spoken_sections():
        for axis in section.axes:
            mine = [indicator for indicator in section.indicators if indicator.axis == axis.id]
            assert 3 <= len([indicator for indicator in mine if indicator.kind != "red_flag"]) <= 5
            assert any(indicator.kind == "red_flag" for indicator in mine)
            assert all(len(indicator.wordings) >= 2 for indicator in mine)


def test_every_authored_line_keeps_the_conduct() -> None:
    assert check_lines(mle_v1(), voice()) == []


def test_a_repeated_question_may_be_said_as_a_reply() -> None:
    for section in mle_v1().sections:
        policy = policy_for(mle_v1(), voice(), section.id)
        questions = [section.prompt.aloud, *(v for intent in section.intents for v in intent.variants)]
        assert [question for question in questions if check(question, policy, "reply")] == []


def test_no_indicator_s_wording_could_be_asked_as_a_question() -> None:
    leaked = []
    for section in spoken_sections():
        policy = policy_for(mle_v1(), voice(), section.id)
        for indicator in section.indicators:
            question = f"Would you say this: {indicator.point.rstrip('.')}?"
            if not check(question, policy, "follow_up"):
                leaked.append(indicator.id)
    # Points made of the source's own words cannot be told from its questions; they give nothing away.
    assert len(leaked) <= 8, leaked


def test_the_follow_up_examples_keep_the_conduct_and_use_allowed_intents() -> None:
    by_title = {section.title: section for section in mle_v1().sections}
    for example in read(FOLLOW_UP)["few_shot"]:
        section = by_title[example["section"]]
        policy = policy_for(mle_v1(), voice(), section.id)
        assert check(example["reply"]["question"], policy, "follow_up", example["answer"]) == []
        assert example["reply"]["intent"] in example["intents"]
        assert set(example["intents"]) <= {intent.id for intent in section.intents}
        assert {intent.id: "; ".join(intent.asks) for intent in section.intents}.items() >= example["intents"].items()


def test_the_follow_up_prompt_says_nothing_of_the_rubric() -> None:
    told = str(read(FOLLOW_UP)).lower()
    for section in mle_v1().sections:
        for indicator in section.indicators:
            assert not any(words.lower().rstrip(".") in told for words in (indicator.point, *indicator.wordings))


def test_dcg_is_expected_as_its_definition_computes_it() -> None:
    task = mle_v1().section("coding").coding
    assert task is not None
    for test in (*task.visible_tests, *task.hidden_tests):
        (relevances,) = test.args
        gain = sum(relevance / (math.log(position + 2) / math.log(2)) for position, relevance in enumerate(relevances))
        assert test.expected == pytest.approx(gain, rel=task.tolerance, abs=task.tolerance), test.name


def test_the_hidden_tests_cover_the_edges() -> None:
    task = mle_v1().section("coding").coding
    assert task is not None
    hidden = {test.name: test.args[0] for test in task.hidden_tests}
    assert hidden["empty list"] == []
    assert len(hidden["single item"]) == 1
    assert set(hidden["zeros"]) == {0}
    assert any(isinstance(relevance, float) for relevance in hidden["floats"])
    assert len(hidden["long list"]) >= 50
    best, worst = hidden["order matters - best first"], hidden["order matters - best last"]
    assert best != worst
    assert sorted(best) == sorted(worst)
    shown = [test.args for test in task.visible_tests]
    assert not [test for test in task.hidden_tests if test.args in shown]


def test_both_languages_start_with_an_empty_function_of_the_right_name() -> None:
    task = mle_v1().section("coding").coding
    assert task is not None
    assert task.functions == {"python": "dcg", "javascript": "dcg"}
    assert "def dcg(" in task.starter["python"]
    assert "function dcg(" in task.starter["javascript"]
    assert not any("log" in starter for starter in task.starter.values())


def test_the_persona_says_several_ways_of_everything() -> None:
    assert all(len(voice().replies[request]) >= 3 for request in get_args(Request))
    for field, lines in persona_fields().items():
        assert len(set(lines)) >= 2, field


def test_the_persona_neither_praises_nor_judges() -> None:
    words = re.compile(
        r"\b(?:great|good|nice|excellent|perfect|interesting|correct|right|wrong|exactly|well done|awesome)\b", re.I
    )
    assert not [line for line in persona_lines() if words.search(line)]


def test_the_persona_s_lines_are_short() -> None:
    assert max(len(line.split()) for line in persona_lines()) <= 30
    assert max(len(line.split()) for lines in voice().replies.values() for line in lines) <= 20


def test_only_the_rapport_lines_need_an_interview_that_allows_warmth() -> None:
    assert voice().rapport == (
        "Yeah, ML in production is always interesting",
        "That's a pragmatic approach",
        "I've seen similar challenges",
    )
    opening = policy_for(mle_v1(), voice(), None)
    assert {breach.rule for breach in check(voice().rapport[1], opening, "acknowledgement")} == {"no_validation"}
    assert not [line for line in voice().rapport if line in persona_lines()]


def test_an_unhelpful_reply_says_who_decides_and_gives_no_hint() -> None:
    assert all("person" in line for line in voice().replies["score"])
    assert all("?" not in line for line in voice().replies["hint"])


def test_ending_early_is_asked_and_not_assumed() -> None:
    assert all(line.count("?") == 1 for line in voice().replies["finish"])


def test_the_interviewer_s_own_lines_are_no_requests() -> None:
    """The interviewer's echo in the candidate's microphone must not look like the candidate asking to skip or end."""
    prompts = [section.prompt.aloud for section in spoken_sections()]
    assert [line for line in prompts if recognise(line)] == []


def persona_fields() -> dict[str, Lines]:
    """Every field of lines that may be said in any interview."""
    persona = voice()
    named = {name: getattr(persona, name) for name, field in Persona.model_fields.items() if field.annotation == Lines}
    return {name: lines for name, lines in named.items() if name not in ("style", "rapport")}


def persona_lines() -> list[str]:
    return [line for lines in (*persona_fields().values(), *voice().replies.values()) for line in lines]
