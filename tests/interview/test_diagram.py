"""The engine's diagram shows the table as it is."""

from pathlib import Path
from typing import get_args

from interview.diagram import mermaid
from interview.engine import EVERYWHERE, TABLE
from interview.state import Stage

PAGE = Path(__file__).parents[2] / "docs" / "engine.md"


def test_the_page_holds_the_table_as_it_is() -> None:
    assert f"```mermaid\n{mermaid()}```" in PAGE.read_text(encoding="utf-8"), (
        "docs/engine.md drifted; put in it what `viva specs check --diagram` prints"
    )


def test_the_page_names_every_stage() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [stage for stage in get_args(Stage) if f"| {stage} |" not in page] == []


def test_every_rule_of_the_table_is_drawn() -> None:
    drawn = mermaid()
    for stage, rules in TABLE.items():
        for event, rule in rules.items():
            if rule is not EVERYWHERE.get(event):
                assert f"{stage}_{rule.__name__.strip('_')}[" in drawn, (stage, event)
