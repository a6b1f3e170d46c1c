"""Whether a submitted program can be run at all."""

LONGEST = 50_000
"""Characters the editor's server takes; anything longer did not come from the editor."""


def unfit(source: str) -> str:
    """Why it cannot, one sentence; empty when it can."""
    if not source.strip():
        return "The submitted code is empty, so there was nothing to run."
    if len(source) > LONGEST:
        return (
            f"The submitted code is longer than {LONGEST:,} characters, so it was not run; its beginning is kept here."
        )
    if any(not (c.isprintable() or c in "\n\r\t\f") for c in source):
        return "The submitted code is not plain text, so it was not run."
    return ""
