"""What a person at the terminal sees: one line a step, and a live line while something takes long."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

out = Console(highlight=False, soft_wrap=True)
"""For results."""
err = Console(highlight=False, soft_wrap=True, stderr=True)
"""For errors and progress."""


class Steps:
    """Long work as it goes on: a bar or spinner in a terminal, single lines in a log."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}
        self._said: set[str] = set()

    def say(self, line: str) -> None:
        """One line that stays."""
        (self._progress.console if self._progress else err).print(line, markup=False)

    def at(self, label: str, fraction: float | None = None) -> None:
        """Where a long step is, 0 to 1; the part of the label before a colon names the step."""
        name = label.split(":")[0]
        if self._progress is None:
            if label not in self._said:
                self._said.add(label)
                self.say(label)
            return
        if name not in self._tasks:
            self._tasks[name] = self._progress.add_task(label, total=1.0 if fraction is not None else None)
        self._progress.update(self._tasks[name], description=label, completed=fraction or 0.0)

    def done(self, name: str) -> None:
        """The step is over; its live line goes."""
        if self._progress is not None and name in self._tasks:
            self._progress.remove_task(self._tasks.pop(name))


@contextmanager
def steps() -> Iterator[Steps]:
    """Shows long work while the block runs."""
    if not err.is_terminal:
        yield Steps(None)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as progress:
        yield Steps(progress)
