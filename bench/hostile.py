"""`python -m bench.hostile`: what programs written to break out of the sandbox get done, and how long they last."""

import secrets
import time
from collections.abc import Callable
from typing import Final

import typer
import yaml
from rich.table import Table

from bench.entry import start
from bench.surroundings import Surroundings, surroundings, survivors
from interview.model import Frozen
from interview.spec import CodeTest, CodingTask, Language
from scoring.code.coding import Answer, run_code
from scoring.code.sandbox import Outcome, Sandbox
from scoring.code.walls import Limits, Program
from viva.settings import TREE
from viva.terminal import out

FOLDER: Final = TREE / "tests" / "scoring" / "hostile"
_SUFFIX: Final[dict[Language, str]] = {"python": "py", "javascript": "js"}
MOST_OVER_S: Final = 1.0
"""So long after its limit a program has to be gone."""
GOT: Final = "GOT"
"""What a program returns that got through."""


class Attack(Frozen):
    """One hostile program and how it may end."""

    language: Language
    name: str
    tries: str
    ends: tuple[str, ...]
    """The outcomes its tests may have; none of them is `passed`."""

    @property
    def source(self) -> str:
        """The program."""
        return (FOLDER / self.language / f"{self.name}.{_SUFFIX[self.language]}").read_text(encoding="utf-8")


class Withstood(Frozen):
    """What became of one attack."""

    attack: Attack
    ended: tuple[str, ...]
    """Its tests' outcomes."""
    details: tuple[str, ...]
    harm: tuple[str, ...]
    """What it did outside, got to see, or left running."""
    passed: int
    """Tests counted as passed; an honest run would pass none."""
    over_s: float
    """Seconds that its slowest test took beyond the limit; below zero: it ended before."""


class Result(Frozen):
    """All attacks together."""

    programs: int
    effects: int
    """Programs that did, saw or left something."""
    false_passes: int
    unexpected: int
    """Programs that ended in another way than the table says."""
    most_over_s: float


class _Timed(Sandbox):
    """Keeps how long the longest run took, in seconds."""

    longest = 0.0

    def run(self, program: Program, request: bytes) -> Outcome:
        """See Sandbox."""
        began = time.monotonic()
        try:
            return super().run(program, request)
        finally:
            self.longest = max(self.longest, time.monotonic() - began)


def attacks() -> list[Attack]:
    """The table, in its order."""
    table = yaml.safe_load((FOLDER / "table.yaml").read_text(encoding="utf-8"))
    return [
        Attack.model_validate({"language": language, "name": name, **row})
        for language, rows in table.items()
        for name, row in rows.items()
    ]


def withstand(attack: Attack, around: Surroundings, wall_s: float = 1.0) -> Withstood:
    """Runs one attack against hidden tests that it must not pass. Raises SandboxUnavailable."""
    # A limit that nobody else has tells this attack's processes from all others.
    memory = 448 * 1024 * 1024 + 4096 * secrets.randbelow(16_384)
    sandbox = _Timed(Limits(wall_s=wall_s, cpu_s=1, memory_bytes=memory))
    task = CodingTask(
        functions={"python": "f", "javascript": "f"},
        starter={},
        visible_tests=(CodeTest(name="square", args=(3, around.targets), expected=9),),
        hidden_tests=(CodeTest(name="secret", args=(4, around.targets), expected=around.secret),),
    )
    answer = Answer(language=attack.language, source=attack.source, submitted=True, at_ms=0, seq=1)
    outcome = run_code(answer, task, sandbox)
    alive = survivors(memory) + survivors(2 * memory)
    got = [f"it {test.detail.partition(GOT)[2][:60]}" for test in outcome.tests if GOT in test.detail]
    return Withstood(
        attack=attack,
        ended=tuple(test.status for test in outcome.tests),
        details=tuple(test.detail for test in outcome.tests) or (outcome.reason,),
        harm=(*around.harm(), *got, *(f"process {pid} is left" for pid in alive)),
        passed=outcome.passed(),
        over_s=sandbox.longest - wall_s,
    )


def measure(each: Callable[[Withstood], None] = lambda _one: None) -> Result:
    """Runs every attack and counts; `each` is told as they end. Raises SandboxUnavailable."""
    with surroundings() as around:
        seen = []
        for attack in attacks():
            seen.append(withstand(attack, around))
            each(seen[-1])
    return Result(
        programs=len(seen),
        effects=sum(bool(one.harm) for one in seen),
        false_passes=sum(one.passed for one in seen),
        unexpected=sum(not one.ended or not set(one.ended) <= set(one.attack.ends) for one in seen),
        most_over_s=round(max(one.over_s for one in seen), 3),
    )


def table(seen: list[Withstood]) -> Table:
    """One row an attack."""
    shown = Table(title="Hostile code", title_justify="left")
    for name in ("language", "program", "tries", "ended", "effects", "passed"):
        shown.add_column(name)
    shown.add_column("beyond its limit", justify="right")
    for one in seen:
        ended = ", ".join(sorted(set(one.ended)))
        over = f"{one.over_s:+.2f} s"
        harm = "; ".join(one.harm) or "none"
        shown.add_row(one.attack.language, one.attack.name, one.attack.tries, ended, harm, str(one.passed), over)
    return shown


def main() -> None:
    """Runs them all and prints what became of each."""
    seen: list[Withstood] = []
    result = measure(seen.append)
    out.print(table(seen))
    out.print(
        f"{result.programs} programs: {result.effects} with an effect outside, {result.false_passes} false passes, "
        f"at most {result.most_over_s:.2f} s beyond the limit."
    )
    if result.effects or result.false_passes or result.unexpected or result.most_over_s > MOST_OVER_S:
        raise typer.Exit(1)


if __name__ == "__main__":
    start(main)
