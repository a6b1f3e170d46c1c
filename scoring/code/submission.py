"""Whether a submitted program can be run at all; one that is too long never comes into a journal."""

import unicodedata

from interview.events import CodeRefused


def unfit(source: str) -> str:
    """Why it cannot, one sentence; empty when it can."""
    if not source.strip():
        return "The submitted code is empty, so there was nothing to run."
    if any(_no_text(char) for char in source):
        return "The submitted code is not plain text, so it was not run."
    return ""


def _no_text(char: str) -> bool:
    """Whether no editor puts a character in code: control characters but white space, halves of a surrogate pair, and
    what stands for bytes that are no text. Spaces that do not break and marks without width come with pasted code."""
    return char == "\ufffd" or (unicodedata.category(char) in ("Cc", "Cs") and char not in "\t\n\v\f\r")


def too_long(refused: CodeRefused, kept: bool) -> str:
    """What became of code that was not kept; `kept`: there is some from before."""
    which = "The submitted code" if refused.submitted else "The code in the editor"
    then = "; what was saved before it was taken" if kept else ", so it was not run"
    return f"{which} was {refused.told_size}, more than can be kept{then}."
