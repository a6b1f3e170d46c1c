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
    """A spec or persona that cannot be used: its author's to mend. One sentence a line."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        self.problems = problems
        """The mistakes one by one; empty when the file could not be read at all."""
        super().__init__(message)

    @classmethod
    def in_file(cls, file: str, problems: tuple[Problem, ...]) -> "SpecError":
        """The error that lists these problems of one file."""
        return cls("\n".join(problem.sentence(file) for problem in problems), problems)
