"""What measurements of scoring leave in their file, and in pictures."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bench.machine import Machine
from bench.scoring.goals import Row, rows
from bench.scoring.measures import People
from bench.scoring.parts import PARTS
from bench.scoring.pictures import agreement_picture, distribution_picture
from interview.model import Frozen
from viva.settings import TREE
from viva.terminal import Steps

RESULTS = TREE / "bench" / "results" / "scoring.json"
PICTURES = TREE / "docs" / "images"


class Made(Frozen):
    """What figures of grades depend on."""

    models: dict[str, str | None]
    prompts: dict[str, str]
    calibration: str


class Kept(Frozen):
    """One part's figures, and when, where and by what they came about."""

    date: str
    """UTC."""
    machine: Machine
    versions: dict[str, str]
    made: Made | None
    """None: it has nothing to do with grades."""
    result: dict[str, Any]
    """The part's own model."""


class Result(Frozen):
    """What a measurement leaves in its file."""

    goals: tuple[Row, ...]
    parts: dict[str, Kept]


def joined(parts: Mapping[str, Kept]) -> Result:
    """The parts with a row for each goal, also of those that were not measured."""
    found = {name: PARTS[name].model.model_validate(kept.result) for name, kept in parts.items()}
    goals = rows({name: part.goals for name, part in PARTS.items()}, found)
    return Result(goals=goals, parts={name: parts[name] for name in PARTS if name in parts})


def recall(path: Path, made: Made, show: Steps) -> dict[str, Kept]:
    """What was measured before and still holds; says what does not."""
    if not path.exists():
        return {}
    try:
        parts = Result.model_validate_json(path.read_text(encoding="utf-8")).parts
        for name, kept in parts.items():
            PARTS[name].model.model_validate(kept.result)
    except (ValidationError, KeyError):
        show.say(f"{path} is not of this version's making; it is written anew")
        return {}
    stale = [name for name, kept in parts.items() if kept.made and not _same(kept.made, made)]
    if stale:
        show.say(f"By other prompts, constants or models, so left out until measured again: {', '.join(stale)}")
    return {name: kept for name, kept in parts.items() if name not in stale}


def _same(kept: Made, made: Made) -> bool:
    """Whether grades come about as they did; a language model that is not asked now is taken for the same."""
    models = {name: model for name, model in made.models.items() if name != "llm" or model}
    return (
        kept.prompts == made.prompts
        and kept.calibration == made.calibration
        and all(kept.models.get(name) == model for name, model in models.items())
    )


def keep(result: Result, path: Path) -> None:
    """Figures, and pictures where people's grades are known."""
    folder = PICTURES if path == RESULTS else path.parent
    files = {path: result.model_dump_json(indent=1) + "\n"}
    if kept := result.parts.get("people"):
        found = People.model_validate(kept.result)
        whole = found.whole
        caption = (
            f"{whole.answers} answers to {whole.questions} questions, r {whole.pearson.value:.2f}, {kept.date[:10]}"
        )
        files[folder / "scoring-agreement.svg"] = agreement_picture(found.rows, caption)
        files[folder / "scoring-distribution.svg"] = distribution_picture(whole.ours, whole.theirs, caption)
    for each, text in files.items():
        each.parent.mkdir(parents=True, exist_ok=True)
        each.write_text(text, encoding="utf-8")
