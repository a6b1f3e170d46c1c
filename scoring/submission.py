"""Whether a submitted program can be run at all; one that is too long never comes into a journal."""

from interview.events import CodeRefused


def unfit(source: str) -> str:
    """Why it cannot, one sentence; empty when it can."""
    if not source.strip():
        return "The submitted code is empty, so there was nothing to run."
    if any(not (c.isprintable() or c in "\n\r\t\f") for c in source):
        return "The submitted code is not plain text, so it was not run."
    return ""


def too_long(refused: CodeRefused, kept: bool) -> str:
    """What became of code that was not kept; `kept`: there is some from before."""
    which = "The submitted code" if refused.submitted else "The code in the editor"
    then = "; what was saved before it was taken" if kept else ", so it was not run"
    return f"{which} was {refused.told_size}, more than can be kept{then}."
