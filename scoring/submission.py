"""Whether a submitted program can be run at all; one that is too long never comes into a journal."""


def unfit(source: str) -> str:
    """Why it cannot, one sentence; empty when it can."""
    if not source.strip():
        return "The submitted code is empty, so there was nothing to run."
    if any(not (c.isprintable() or c in "\n\r\t\f") for c in source):
        return "The submitted code is not plain text, so it was not run."
    return ""
