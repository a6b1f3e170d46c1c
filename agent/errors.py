"""What can go wrong in a live interview, each in one sentence that names the mend."""


class ModelError(Exception):
    """The language model did not deliver; the interview goes on with authored questions."""
