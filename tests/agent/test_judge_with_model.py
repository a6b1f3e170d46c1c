"""The live judge with the embedded model tells good, partial and wrong answers apart."""

from pathlib import Path
from typing import Any

import pytest

from agent.judge import Judge, Prompt
from agent.language_model import connect
from interview.commands import JudgeAnswer
from interview.events import Band
from interview.spec import Bar, Spec
from tests.agent.judged import SPEC
from tests.interview.material import ROOT, read
from tests.support.settings import settings_at
from viva.stack import language_model
from viva.terminal import steps

ANSWERS = ROOT / "tests" / "agent" / "judged_answers.yaml"
EXPECTED: dict[str, Band] = {"good": "correct", "partial": "incomplete", "wrong": "incorrect"}


def measured(data: Any) -> tuple[Spec, list[tuple[str, JudgeAnswer]]]:
    """An interview of these questions, and which kind of answer each thing to be judged is."""
    bar, asks = Bar.model_validate(data["bar"]), []
    questions = []
    for question in data["questions"]:
        points = [{**point, "axis": "theory"} for point in question["points"]]
        points += [{**point, "axis": "theory", "kind": "red_flag"} for point in question["red_flags"]]
        questions.append({"id": question["id"], "prompt": {"shown": question["asked"]}, "indicators": points})
        for kind, answer in question["answers"].items():
            asks.append((kind, JudgeAnswer(number=1, section="basics", question=question["id"],
                                           asked=question["asked"], answer=answer, bar=bar)))  # fmt: skip
    whole = SPEC.model_dump(mode="json")
    whole["sections"][0]["questions"] = questions
    return Spec.model_validate(whole), asks


@pytest.mark.slow
@pytest.mark.models
async def test_good_partial_and_wrong_answers_are_told_apart(tmp_path: Path) -> None:
    data = read(ANSWERS)
    spec, asks = measured({**data, "questions": data["questions"][::3]})
    bands: list[tuple[str, Band]] = []
    with steps() as show:
        async with language_model(settings_at(tmp_path), show) as settings:
            assert settings.llm_url is not None
            async with connect(settings.llm_url, "") as client:
                judge = Judge(Prompt.model_validate(read(ROOT / "prompts" / "judge.yaml")), spec, client, "small")
                for kind, ask in asks:
                    verdict = await judge.judge(ask, 60, {})
                    assert (verdict.source, verdict.failure) == ("model", "")
                    bands.append((kind, verdict.band))
    assert sum(EXPECTED[kind] == band for kind, band in bands) >= 0.75 * len(bands)
    assert ("wrong", "correct") not in bands
    assert ("good", "incorrect") not in bands
