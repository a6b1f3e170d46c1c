"""A point is one claim."""

import pytest

from interview.atomic import compound
from interview.errors import SpecError
from interview.loading import parse_spec
from tests.interview.material import ROOT
from viva.catalogue import read_yaml


@pytest.mark.parametrize(
    "point",
    [
        "Users are assigned at random; they stay in their group.",
        "The parts of the system can be slow, and there has to be a fallback.",
        "The candidate names a difficulty and tells how it was solved.",
        "The ranking can be gamed, or it can amplify harm.",
        "The candidate says which code it was and who relied on it.",
        "The candidate names a difficulty between the teams and how it was solved.",
        "The candidate tells only about the model and nobody else took part.",
        "The error is in the unit of revenue, so the business can read it.",
        "A random forest averages independent trees, which lowers variance.",
        "The candidate names precision and recall.",
        "The candidate mentions precision, recall and the F1 score.",
        "The candidate explains overfitting and underfitting.",
        "Batching raises throughput but hurts latency.",
        "The candidate compares batch serving with online serving and mentions monitoring.",
        "Overfitting is detected with a validation set and prevented with regularization.",
        "Overfitting is detected with a validation set and prevented.",
        "Quality is measured with recall and monitored daily.",
        "A penalty shrinks the weights and prevents overfitting.",
        "A holdout shows the effect. Users are assigned at random.",
    ],
)
def test_two_claims_in_one_point_are_found(point: str) -> None:
    assert compound(point)


@pytest.mark.parametrize(
    "point",
    [
        "The interests of users, creators and the business can conflict.",
        "Constraints such as speed, cost or explainability decide the choice.",
        "What each kind of mistake costs decides between precision and recall.",
        "Training starts from an existing model and not from nothing.",
        "The candidate names a difference between training and serving.",
        "The candidate names a metric that weighs precision and recall.",
        "The candidate names the pros and cons of trees.",
        "The candidate compares trees and linear models.",
        "Caching lowers latency and cost.",
        "At least one alternative is compared and rejected for a stated reason.",
        "Precision and recall pull apart.",
        "The candidate uses train and test split.",
        "The candidate describes cause and effect.",
        "The candidate explains supply and demand.",
        "The candidate describes research and development work.",
        "The candidate explains mean and variance of the estimate.",
    ],
)
def test_a_list_within_one_claim_is_no_second_claim(point: str) -> None:
    assert not compound(point)


def refused(key: str, indicator: dict[str, object]) -> str:
    """What `viva specs check` says of an interview whose third indicator has this changed."""
    data = read_yaml(ROOT / "specs" / "mle-v1.yaml")
    data["sections"][0]["indicators"][2].update(indicator)
    with pytest.raises(SpecError) as caught:
        parse_spec(data, "mle-v1.yaml")
    (problem,) = caught.value.problems
    assert problem.key == f"sections[0].indicators[2].{key}"
    return problem.sentence("mle-v1.yaml")


@pytest.mark.parametrize("point", ["", "Retraining is scheduled, and it can be triggered by drift."])
def test_a_spec_with_an_empty_or_compound_point_is_refused_with_its_place(point: str) -> None:
    assert refused("point", {"point": point})


@pytest.mark.parametrize(
    "wording", [" ", "I look at recall; I also watch latency.", "We use a cache. Drift is watched daily."]
)
def test_a_wording_that_is_empty_or_surely_two_is_refused_with_its_place(wording: str) -> None:
    assert refused("wordings[1]", {"wordings": ["We watch recall.", wording]})


@pytest.mark.parametrize(
    "wording",
    [
        "User value is vague, so I need a proxy for it.",
        "The candidate uses dev and holdout splits.",
        "The candidate explains bias and variance.",
        "The candidate describes cause and effect.",
    ],
)
def test_a_wording_may_bring_its_reason_along_or_a_pair_of_nouns(wording: str) -> None:
    data = read_yaml(ROOT / "specs" / "mle-v1.yaml")
    data["sections"][0]["indicators"][2]["wordings"] = [wording]
    parse_spec(data, "mle-v1.yaml")


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("The candidate speaks fluently.", "fluency may not be judged"),
        ("The candidate has no accent.", "accent may not be judged"),
        ("The candidate sounds unsure.", "confidence may not be judged"),
        ("The candidate is a team player.", "personality may not be judged"),
    ],
)
def test_a_point_about_manner_or_person_is_refused(point: str, told: str) -> None:
    sentence = refused("point", {"point": point})
    assert told in sentence
    assert "choose other words" in sentence


def opposed(opposite: str | None, number: int = 5) -> str:
    """What is said of an interview one of whose indicators has this opposite; the sixth is a red flag."""
    data = read_yaml(ROOT / "specs" / "mle-v1.yaml")
    indicator = data["sections"][0]["indicators"][number]
    indicator.pop("opposite", None)
    if opposite is not None:
        indicator["opposite"] = opposite
    with pytest.raises(SpecError) as caught:
        parse_spec(data, "mle-v1.yaml")
    (problem,) = caught.value.problems
    assert problem.key == f"sections[0].indicators[{number}].opposite"
    return problem.sentence("mle-v1.yaml")


@pytest.mark.parametrize("opposite", [None, "", " "])
def test_a_red_flag_without_an_opposite_is_refused_in_words_that_name_the_mend(opposite: str | None) -> None:
    assert "one sentence that says the contrary of this red flag's point" in opposed(opposite)


@pytest.mark.parametrize(
    ("opposite", "told"),
    [
        ("Clicks are a proxy, so they can be gamed.", "one claim"),
        ("The candidate speaks fluently.", "fluency may not be judged"),
        ("The problem is simply to predict whether a user clicks, with nothing beyond that.", "the contrary"),
    ],
)
def test_an_opposite_is_one_claim_about_what_is_said_and_not_the_flag(opposite: str, told: str) -> None:
    assert told in opposed(opposite)


def test_only_a_red_flag_has_an_opposite() -> None:
    assert "which only a red flag has" in opposed("Clicks tell everything.", number=0)


def test_a_question_that_nothing_judges_is_refused_and_small_talk_is_not() -> None:
    data = read_yaml(ROOT / "specs" / "ml-conversation.yaml")
    opening, closing = data["sections"][0], data["sections"][-1]
    assert "axes" not in closing
    opening["indicators"] = [i for i in opening["indicators"] if i.get("kind") == "red_flag"]
    with pytest.raises(SpecError, match=r"sections\[0\]\.questions\[0\]\.indicators: expected at least one point"):
        parse_spec(data, "ml-conversation.yaml")
