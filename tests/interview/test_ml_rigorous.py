"""`ml-rigorous` holds the source document's fixed words, and each level's interview can be walked to its end."""

import re
from functools import cache
from typing import get_args

import pytest

from interview.arrangement import Arrangement
from interview.commands import Command, JudgeAnswer, Say, SetTimer
from interview.conduct import check, policy_for
from interview.events import AnswerJudged, Band
from interview.loading import check_lines, parse_persona, parse_spec
from interview.persona import Lines, Persona, Request
from interview.spec import Indicator, Question, Section, Spec
from tests.interview.material import ROOT, read
from tests.interview.walk import Walk, of, said
from voice.speakable import speakable

BANK = {
    "q1_recommendation": "Design recommendation system for e-commerce. Discuss cold start.",
    "q2_regularization": "Explain regularization. When L1 vs L2?",
    "q3_generalization": "Model: high train accuracy, poor test performance. Debug.",
    "q4_metrics": "Evaluate binary classifier. What metrics beyond accuracy?",
    "q5_imbalance": "Design fraud detection with 1:10000 class imbalance.",
    "q6_distributed": "Implement distributed training for transformer on 1TB dataset.",
    "q7_time_series": "Feature engineering for time-series forecasting.",
    "q8_offline_online": "Debug: model performs well offline but poorly online. Why?",
    "q9_experiments": "Design A/B testing framework for ML model deployment.",
    "q10_monitoring": "Implement model monitoring for production recommender system.",
    "q11_inference": "Optimize transformer inference from 500ms to <100ms.",
    "q12_multi_task": "Design multi-task learning system for e-commerce (CTR + conversion prediction).",
}
BANK_LEVELS = {
    **dict.fromkeys(("q1_recommendation", "q2_regularization", "q3_generalization", "q4_metrics"), ("senior",)),
    **dict.fromkeys(("q5_imbalance", "q6_distributed", "q7_time_series", "q8_offline_online"), ("senior", "staff")),
    **dict.fromkeys(("q9_experiments", "q10_monitoring", "q11_inference", "q12_multi_task"), ("staff", "principal")),
}
VERIFICATION = (
    "How do you handle missing values in production?",
    "How do you ensure model fairness across demographic groups?",
    "Why this metric for this problem?",
    "How does the metric align with the objective?",
)
FORBIDDEN = (
    "Great explanation", "Good choice", "You're close", "Almost there", "Let me help", "Think about this",
    "good thinking", "nice approach", "you're on track", "don't worry",
    "have you considered regularization?", "what about feature scaling?",
)  # fmt: skip
LEVELS = ("senior", "staff", "principal")
ANSWER = "I would go about that in the way I did in my last project, with these reasons in mind."


@cache
def rigorous() -> Spec:
    return parse_spec(read(ROOT / "specs" / "ml-rigorous.yaml"), "specs/ml-rigorous.yaml")


@cache
def morgan() -> Persona:
    return parse_persona(read(ROOT / "prompts" / "personas" / "rigorous.yaml"), "prompts/personas/rigorous.yaml")


def judged_sections() -> list[Section]:
    return [section for section in rigorous().sections if section.judged]


def every_question() -> dict[str, Question]:
    return {question.id: question for section in judged_sections() for question in section.questions}


def strong(question: Question) -> list[Indicator]:
    return [indicator for indicator in question.indicators if indicator.kind != "red_flag"]


def flags(section: Section) -> list[Indicator]:
    return [indicator for indicator in section.rubric() if indicator.kind == "red_flag"]


def walked(level: str, band: Band, *, first: Band | None = None) -> dict[str, list[str]]:
    """Section id → the ids of the questions that were asked when every answer got this verdict, up to the last part."""
    walk = Walk(rigorous(), arrangement=Arrangement(facts={"level": level})).open()
    given = first or band
    while walk.state.stage in ("listening", "answered"):
        commands = walk.hear(ANSWER)
        for ask in of(commands, JudgeAnswer):
            verdict = AnswerJudged(
                at_ms=walk.now, number=ask.number, section=ask.section, question=ask.question, band=given
            )
            commands, given = walk.happen(verdict), band
        walk.carry_out(commands)
    asked: dict[str, list[str]] = {}
    for section, question in walk.state.prompts:
        asked.setdefault(section, []).append(question)
    return asked


def test_the_four_phases_keep_their_names_and_fill_the_forty_five_minutes() -> None:
    assert [(section.id, section.title) for section in judged_sections()] == [
        ("fundamentals", "ML Fundamentals"),
        ("development", "Model Development"),
        ("production", "Production ML"),
        ("design", "ML System Design"),
    ]
    assert [section.minutes for section in judged_sections()] == [10, 15, 10, 10]
    assert sum(section.minutes for section in judged_sections()) == rigorous().minutes == 45


def test_no_phase_ends_later_than_the_progression_says() -> None:
    clock = 0.0
    for section, end in zip(judged_sections(), (10, 30, 40, 45), strict=True):
        clock += section.minutes
        assert clock <= end


def test_after_ten_of_fifteen_minutes_five_are_left_and_then_the_solution_is_due() -> None:
    development = rigorous().section("development")
    assert (development.minutes, development.warn_minutes) == (15, 5)
    assert said(warned(extra_time=1.0)) == ["5min remaining"]
    assert morgan().section_time_up == ("Submit solution",)
    assert speakable("5min remaining") == "5 minutes remaining"


def warned(extra_time: float) -> list[Command]:
    """The interview's own warning, when its timer says."""
    walk = Walk(rigorous(), persona=morgan(), arrangement=Arrangement(extra_time=extra_time))
    prompt = of(walk.join(), Say)[-1]
    (warning,) = [t for t in of(walk.speak(prompt.line), SetTimer) if t.timer == "interview_warning"]
    walk.now += warning.after_ms
    return walk.fire("interview_warning")


def test_five_minutes_are_said_to_remain_when_they_do_whatever_time_was_granted() -> None:
    assert said(warned(extra_time=2.0)) == ["5min remaining"]


def test_a_warning_that_waited_for_an_answer_says_how_long_is_left_then() -> None:
    walk = Walk(rigorous(), persona=morgan()).open()
    walk.now += 42 * 60_000
    assert said(walk.fire("interview_warning")) == ["3min remaining"]


def test_the_verdict_templates_are_the_source_s() -> None:
    verdicts = rigorous().verdicts
    assert verdicts is not None
    assert verdicts.correct == "Correct."
    assert verdicts.incomplete == "Correct but incomplete. {missing} Continue."
    assert verdicts.incorrect == "Incorrect. {error} Correct approach: {approach} Next question."
    assert verdicts.moving_on == "Moving on. Solution requires {technique}. Next question."


def test_each_level_raises_the_bar_up_to_the_source_s_own() -> None:
    verdicts = rigorous().verdicts
    assert verdicts is not None
    bars = [verdicts.bars[level] for level in LEVELS]
    assert [bar.correct for bar in bars] == sorted(bar.correct for bar in bars)
    assert (bars[-1].incomplete, bars[-1].correct) == (0.6, 0.8)
    assert all(bar.incomplete == pytest.approx(bar.correct * 0.75) for bar in bars)


def test_the_bank_is_shown_word_for_word_at_its_levels() -> None:
    questions = every_question()
    assert {name: questions[name].prompt.shown for name in BANK} == BANK
    assert {name: questions[name].when["level"] for name in BANK} == BANK_LEVELS


def test_what_the_bank_would_have_implemented_or_calculated_is_asked_in_words() -> None:
    aloud = [question.prompt.aloud for question in every_question().values()]
    assert not [line for line in aloud if re.search(r"\b(?:implement|derive|calculate|formula)\b|[<>=+()]", line, re.I)]


def test_the_verification_questions_are_follow_ups_each_by_itself() -> None:
    variants = [v for section in judged_sections() for intent in section.intents for v in intent.variants]
    assert set(VERIFICATION) <= set(variants)
    assert all(variant.count("?") == 1 for variant in variants)


def test_the_source_s_deployment_example_is_asked() -> None:
    asks = [ask for section in judged_sections() for intent in section.intents for ask in intent.asks]
    assert "How would you deploy this model to handle 1000 req/sec?" in asks
    assert "1000 requests per second" in every_question()["serving_load"].prompt.aloud


def test_mathematics_is_asked_conceptually() -> None:
    for name in ("fundamentals", "development"):
        (intent,) = [i for i in rigorous().section(name).intents if i.id == "mathematical_foundation"]
        assert "Explain the mathematical foundation of [algorithm]" in intent.asks[0]
        assert not [v for v in intent.variants if re.search(r"\b(?:derive|prove|formula|equation)\b", v, re.I)]


def test_the_forbidden_phrases_and_the_examples_of_empathy_and_hints_break_conduct() -> None:
    policy = policy_for(rigorous(), morgan(), "development")
    assert [phrase for phrase in FORBIDDEN if not check(phrase, policy, "acknowledgement")] == []


def test_the_scores_are_the_axes() -> None:
    named = {axis.name for section in judged_sections() for axis in section.axes}
    assert named == {
        "ML Fundamentals", "Feature Engineering", "Model Selection", "Production Readiness", "Math Foundation",
        "Communication",
    }  # fmt: skip


def test_every_axis_of_a_phase_is_backed_by_a_strong_point() -> None:
    for section in judged_sections():
        backed = {indicator.axis for indicator in section.rubric() if indicator.kind != "red_flag"}
        assert backed == {axis.id for axis in section.axes}, section.id


def test_every_question_has_its_verdict_s_words_and_enough_points() -> None:
    for question in every_question().values():
        assert question.error
        assert question.approach
        assert question.technique
        assert 4 <= len(strong(question)) <= 9, question.id
        assert all(point.missing and len(point.wordings) >= 3 for point in strong(question)), question.id


def test_verdicts_weigh_a_question_s_own_points_only() -> None:
    assert {indicator.kind for section in judged_sections() for indicator in section.indicators} == {"red_flag"}


def test_every_phase_has_red_flags_in_several_wordings() -> None:
    for section in judged_sections():
        assert len(section.indicators) >= 3, section.id
        assert all(len(flag.wordings) >= 3 for flag in section.indicators)
        assert all(flag.error and flag.approach for flag in flags(section)), section.id


def test_no_point_is_two_points() -> None:
    points = [indicator.point for section in judged_sections() for indicator in section.rubric()]
    assert [point for point in points if re.search(r"\b(?:and|or)\b|;", point)] == []


def test_every_authored_line_keeps_the_conduct() -> None:
    assert check_lines(rigorous(), morgan()) == []


def test_every_verdict_as_it_is_said_keeps_the_conduct() -> None:
    verdicts, broken = rigorous().verdicts, []
    assert verdicts is not None
    for section in judged_sections():
        policy = policy_for(rigorous(), morgan(), section.id)
        for question in section.questions:
            lines = [
                verdicts.correct,
                verdicts.incorrect.format(error=question.error, approach=question.approach),
                *(verdicts.incorrect.format(error=flag.error, approach=flag.approach) for flag in flags(section)),
                verdicts.moving_on.format(technique=question.technique),
                *(verdicts.incomplete.format(missing=point.missing) for point in strong(question)),
            ]
            broken += [line for line in lines if check(line, policy, "acknowledgement")]
            broken += [line for line in lines if len(speakable(line).split()) > rigorous().conduct.max_words]
    assert broken == []


@pytest.mark.parametrize("level", LEVELS)
def test_without_the_basics_the_interview_concludes_after_the_first_phase(level: str) -> None:
    assert list(walked(level, "incorrect")) == ["fundamentals", "questions"]


@pytest.mark.parametrize("level", LEVELS)
def test_only_the_strong_reach_production(level: str) -> None:
    assert list(walked(level, "correct")) == [
        "fundamentals",
        "development",
        "production",
        "design",
        "follow_up",
        "questions",
    ]
    assert list(walked(level, "incomplete")) == ["fundamentals", "development", "design", "follow_up", "questions"]


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_has_questions_of_its_own_in_every_phase(level: str) -> None:
    asked = walked(level, "correct")
    for section in judged_sections():
        assert len(asked[section.id]) >= 2, section.id
        assert set(asked[section.id]) <= {
            question.id for question in section.questions if level in question.when.get("level", LEVELS)
        }


def test_every_question_of_the_bank_is_reached_by_its_levels() -> None:
    reached = {level: {q for asked in walked(level, "correct").values() for q in asked} for level in LEVELS}
    assert {name: tuple(lv for lv in LEVELS if name in reached[lv]) for name in BANK} == BANK_LEVELS


def test_who_struggles_is_probed_on_fundamentals_again() -> None:
    walk = Walk(rigorous(), arrangement=Arrangement(facts={"level": "senior", "standing": "struggling"})).open()
    while walk.state.section in ("", "fundamentals"):
        commands = walk.hear(ANSWER)
        for ask in of(commands, JudgeAnswer):
            commands = walk.happen(
                AnswerJudged(
                    at_ms=walk.now, number=ask.number, section=ask.section, question=ask.question, band="correct"
                )
            )
        walk.carry_out(commands)
    assert walk.state.prompts[-1] == ("development", "trusted_split")


def test_production_experience_is_asked_for_where_time_is_left() -> None:
    experience = rigorous().section("follow_up")
    assert not experience.judged
    assert "deployed and monitored in production" in experience.prompt.aloud
    assert {indicator.kind for indicator in experience.rubric()} == {"strong", "red_flag"}


def test_the_candidate_s_questions_close_the_interview_in_the_source_s_words() -> None:
    last = rigorous().sections[-1]
    assert last.takes_questions
    assert last.minutes <= 2
    assert last.prompt.aloud == "Technical complete. Questions for me?"
    assert all("Recruiting will follow up." in line for line in (*morgan().closing, *morgan().no_note))


def test_an_incomplete_answer_is_told_what_is_missing_and_may_go_on() -> None:
    walk = Walk(rigorous()).open()
    (ask,) = of(walk.hear(ANSWER), JudgeAnswer)
    verdict = AnswerJudged(
        at_ms=walk.now, number=ask.number, section=ask.section, question=ask.question, band="incomplete",
        missing=("reg_when_l1",),
    )  # fmt: skip
    assert said(walk.happen(verdict)) == [
        "Correct but incomplete. You haven't addressed when L1 is the choice. Continue."
    ]


def test_the_persona_shows_no_empathy_and_gives_no_encouragement() -> None:
    words = re.compile(
        r"\b(?:sorry|please do|of course|sure|thanks?|thank you|great|good|nice|welcome|no problem|take your time|"
        r"worry|understand|happy|glad|well done|interesting|difficult|hard)\b",
        re.I,
    )
    assert [line for line in persona_lines() if words.search(line)] == []


def test_the_persona_is_terse_and_has_several_ways() -> None:
    assert max(len(line.split()) for line in persona_lines()) <= 25
    assert all(len(set(morgan().replies[request])) >= 3 for request in get_args(Request))


def persona_lines() -> list[str]:
    persona = morgan()
    fields = [name for name, field in Persona.model_fields.items() if field.annotation == Lines and name != "style"]
    named = [getattr(persona, name) for name in fields]
    return [line for lines in (*named, *persona.replies.values()) for line in lines]
