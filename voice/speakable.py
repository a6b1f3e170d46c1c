"""placeholder"""


def speakable(text: str) -> str:
    """As it is."""
    return text
