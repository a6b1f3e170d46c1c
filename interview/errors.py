"""What an author of specs and personas can get wrong."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One mistake in a file."""

    key: str
    """Where: `sections[0].intents[1].variants`; empty for the file as a whole."""
    expected: str
    got: str

    def sentence(self, file: str) -> str:
        """The mistake in one sentence that names the mend."""
        place = f"{file}: {self.key}" if self.key else file
        return f"{place}: expected {self.expected}, got {self.got}."


class SpecError(Exception):
    """A spec or persona that cannot be used: the author's to mend. One sentence a problem."""

    def __init__(self, file: str, problems: tuple[Problem, ...]) -> None:
        self.file = file
        self.problems = problems
        super().__init__("\n".join(problem.sentence(file) for problem in problems))
