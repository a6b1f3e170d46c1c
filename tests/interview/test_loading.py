"""A broken spec or persona is refused in a sentence that names the file, the key and what was expected."""

from collections.abc import Callable
from typing import Any

import pytest

from interview.errors import SpecError
from interview.loading import check_lines, parse_persona, parse_spec
from tests.interview.branching import FORKED
from tests.interview.material import MLE_V1, ROOT, VOICE, mle_v1, read, voice
from tests.interview.walk import PERSONA

Breaking = Callable[[Any], object]


def _drop(key: str) -> Breaking:
    return lambda data: data.pop(key)


def _set(value: Any, *path: Any) -> Breaking:
    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


def _rename(old: str, new: str, *path: Any) -> Breaking:
    def change(data: Any) -> None:
        for step in path:
            data = data[step]
        data[new] = data.pop(old)

    return change


SPEC_MISTAKES: list[tuple[Breaking, str, str, str]] = [
    (_drop("title"), "title", "this key to be there", "nothing"),
    (_rename("title", "titel"), "titel", "the key 'title'", "the unknown key 'titel'"),
    (
        _rename("withheld_terms", "witheld_terms", "sections", 0),
        "sections[0].witheld_terms",
        "the key 'withheld_terms'",
        "'witheld_terms'",
    ),
    (
        _rename("variants", "varients", "sections", 1, "intents", 2),
        "sections[1].intents[2].varients",
        "the key 'variants'",
        "'varients'",
    ),
    (
        _rename("hidden_tests", "hiden_tests", "sections", 3, "coding"),
        "sections[3].coding.hiden_tests",
        "the key 'hidden_tests'",
        "'hiden_tests'",
    ),
    (_set(1, "sections", 0, "id"), "sections[0].id", "text", "1; put it in quotes"),
    (_set("soon", "minutes"), "minutes", "a number", "'soon'"),
    (_set(0, "minutes"), "minutes", "a number above 0", "0"),
    (_set("often", "conduct", "validation"), "conduct.validation", "'never', 'warm' or 'templates'", "'often'"),
    (_set("sometimes", "report"), "report", "'sections'", "'sometimes'"),
    (_set(99, "conduct", "max_words"), "conduct.max_words", "60 or less", "99"),
    (_set("Mle V1", "name"), "name", "text that matches ^[a-z0-9-]+$", "'Mle V1'"),
    (
        _set(["Only one?"], "sections", 0, "intents", 0, "variants"),
        "sections[0].intents[0].variants",
        "at least 3 of them",
        "1",
    ),
    (
        _set(["Why?", "Why?", "How?"], "sections", 0, "intents", 0, "variants"),
        "sections[0].intents[0].variants",
        "different wordings",
        "twice",
    ),
    (
        _set("clarity", "sections", 0, "indicators", 0, "axis"),
        "sections[0]",
        "values that agree",
        "names axis 'clarity'",
    ),
    (_set("1", "sections", 1, "id"), "", "values that agree", "section ids must be unique"),
    (_set("Restate it", "sections", 0, "prompt"), "sections[0].prompt", "a mapping of keys to values", "'Restate it'"),
    (_set({"a": 1}, "sections", 0, "objective"), "sections[0].objective", "a list", "a mapping"),
    (
        _set({"python": "pass"}, "sections", 3, "coding", "starter"),
        "sections[3].coding.starter",
        "exactly the languages",
        "javascript",
    ),
]

SOURCED: dict[str, set[str]] = {
    "ml-experience": set(),  # its source is a report
    "ml-conversation": {"rules", "validation"},
    "ml-system-design": {"rules", "summary", "forbidden"},
}

PERSONA_MISTAKES: list[tuple[Breaking, str, str, str]] = [
    (_drop("nudge"), "nudge", "this key to be there", "nothing"),
    (_rename("nudge", "nugde"), "nugde", "the key 'nudge'", "'nugde'"),
    (lambda data: data["replies"].pop("hint"), "replies.hint", "at least one line", "none"),
    (_set([], "replies", "manipulation"), "replies.manipulation", "at least one line", "none"),
    (_drop("say_more"), "say_more", "this key to be there", "nothing"),
    (_drop("rapport"), "rapport", "this key to be there", "nothing"),
    (_set([], "hold_over"), "hold_over", "at least 1 of them", "0"),
    (_set(["{seconds} left."], "section_warning"), "section_warning[0]", "{minutes}", "'{seconds}'"),
    (_set(["{minutes} left."], "replies", "score"), "replies.score[0]", "no placeholder", "'{minutes}'"),
    (_set(["Okay."], "replies", "praise"), "replies.praise", "'repeat'", "'praise'"),
    (_set(["Goodbye, {nane}."], "closing"), "closing[0]", "{name}", "'{nane}'"),
    (_set(["Hi {nane}."], "greeting"), "greeting[0]", "{name}", "'{nane}'"),
    (_set(["Okay.", "I see."], "acknowledgements"), "acknowledgements", "at least 3 of them", "2"),
    (_set(9, "voice", "length_scale"), "voice.length_scale", "a number below 3", "9"),
]


@pytest.mark.parametrize(("breaking", "key", "expected", "got"), SPEC_MISTAKES)
def test_a_broken_spec_names_file_key_and_what_was_expected(
    breaking: Breaking, key: str, expected: str, got: str
) -> None:
    data = read(MLE_V1)
    breaking(data)
    with pytest.raises(SpecError) as caught:
        parse_spec(data, "specs/broken.yaml")
    _assert_told(caught.value, "specs/broken.yaml", key, expected, got)


@pytest.mark.parametrize(("breaking", "key", "expected", "got"), PERSONA_MISTAKES)
def test_a_broken_persona_names_file_key_and_what_was_expected(
    breaking: Breaking, key: str, expected: str, got: str
) -> None:
    data = read(VOICE)
    breaking(data)
    with pytest.raises(SpecError) as caught:
        parse_persona(data, "prompts/personas/broken.yaml")
    _assert_told(caught.value, "prompts/personas/broken.yaml", key, expected, got)


def _assert_told(error: SpecError, file: str, key: str, expected: str, got: str) -> None:
    told = [problem for problem in error.problems if problem.key == key]
    assert told, str(error)
    assert any(expected in problem.expected and got in problem.got for problem in told), str(error)
    lines = str(error).splitlines()
    assert len(lines) == len(error.problems)
    assert all(line.startswith(f"{file}: ") and line.endswith(".") for line in lines)


@pytest.mark.parametrize("data", [None, [], "mle-v1", 3])
def test_a_file_that_is_no_mapping_is_refused(data: Any) -> None:
    with pytest.raises(SpecError, match=r"^specs/broken\.yaml: expected a mapping of keys"):
        parse_spec(data, "specs/broken.yaml")


def test_every_mistake_is_told_at_once() -> None:
    data = read(MLE_V1)
    data.pop("title")
    data["minutes"] = "soon"
    with pytest.raises(SpecError) as caught:
        parse_spec(data, "specs/broken.yaml")
    assert {problem.key for problem in caught.value.problems} == {"title", "minutes"}


def test_an_authored_line_that_breaks_conduct_is_named() -> None:
    data = read(MLE_V1)
    data["sections"][0]["intents"][0]["variants"][1] = "Have you considered using retention?"
    found = check_lines(parse_spec(data, "specs/broken.yaml"), voice())
    assert found
    assert all("sections[0].intents[0].variants[1]" in line for line in found)
    assert {"no_suggestion", "withheld_terms"} <= {line.split(" breaks ")[1].split(":")[0] for line in found}


def test_a_persona_that_praises_may_not_hold_an_interview_without_validation() -> None:
    data = read(VOICE)
    data["acknowledgements"][0] = "Good point."
    (found,) = {line.split(" breaks ")[0] for line in check_lines(mle_v1(), parse_persona(data, "warm.yaml"))}
    assert found == "voice: acknowledgements[0]: 'Good point.'"


def test_a_persona_s_lines_are_bound_by_every_section_s_withheld_words() -> None:
    data = read(VOICE)
    data["transitions"][0] = "Let's turn to a canary release."
    found = check_lines(mle_v1(), parse_persona(data, "leaky.yaml"))
    assert [line for line in found if "withheld_terms" in line and "transitions[0]" in line]


def test_a_persona_s_warm_lines_bind_only_interviews_that_allow_warmth() -> None:
    data = read(VOICE)
    data["rapport"] = ["Great answer."]
    assert check_lines(mle_v1(), parse_persona(data, "warm.yaml")) == []


def test_every_sentence_of_the_summary_and_every_verdict_is_checked_before_it_may_be_said() -> None:
    part, *rest = FORKED.summary
    shown = part.model_copy(update={"otherwise": "We saw a = b * c."})
    verdicts = (FORKED.verdicts or pytest.fail("no verdicts")).model_copy(update={"correct": "Correct, a = b * c."})
    broken = FORKED.model_copy(update={"summary": (shown, *rest), "verdicts": verdicts})
    found = {line.split(": ")[1] for line in check_lines(broken, PERSONA) if line.startswith(FORKED.name)}
    assert {"summary[0].otherwise", "verdicts.correct"} <= found


def test_a_point_that_the_summary_cannot_name_aloud_is_found() -> None:
    basics = FORKED.section("basics")
    question = basics.questions[0]
    point = question.indicators[0].model_copy(update={"spoken": "the gap e = t - v"})
    sections = tuple(
        section.model_copy(update={"questions": (question.model_copy(update={"indicators": (point,)}),)})
        if section is basics
        else section
        for section in FORKED.sections
    )
    found = check_lines(FORKED.model_copy(update={"sections": sections}), PERSONA)
    assert any("summary[0].said" in line for line in found)


def test_no_rule_is_named_for_what_the_source_does_not_rule() -> None:
    named = {name: set(parse_spec(read(ROOT / "specs" / f"{name}.yaml"), name).conduct.sources) for name in SOURCED}
    assert named == SOURCED
