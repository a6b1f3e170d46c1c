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
    ],
)
def test_a_list_within_one_claim_is_no_second_claim(point: str) -> None:
    assert not compound(point)


@pytest.mark.parametrize("point", ["", "Retraining is scheduled, and it can be triggered by drift."])
def test_a_spec_with_an_empty_or_compound_point_is_refused_with_its_place(point: str) -> None:
    data = read_yaml(ROOT / "specs" / "mle-v1.yaml")
    data["sections"][0]["indicators"][2]["point"] = point
    with pytest.raises(SpecError, match=r"sections\[0\]\.indicators\[2\]\.point"):
        parse_spec(data, "mle-v1.yaml")
