"""Recordings of people who speak English, with what they say; data/speech/SOURCES.md tells where they come from."""

from functools import cached_property
from pathlib import Path

from bench.degrade import Sound
from interview.loading import parse
from interview.model import Frozen
from viva.catalogue import read_yaml
from voice.transcribe import read_sound

FOLDER = Path(__file__).parent / "data" / "speech"


class Clip(Frozen):
    """One recording: it begins with the first sound and ends with the last, within some 20 ms."""

    name: str
    """Of its Ogg/Opus file."""
    speaker: str
    """Who, and with which accent where that is known."""
    text: str
    """What is said."""
    narrow: bool = False
    """Recorded at 8 kHz; it is not sent through a telephone once more."""
    quick: bool = False
    """Also taken for a trial run."""

    @cached_property
    def sound(self) -> Sound:
        """Shape (samples,), 16 kHz mono, -1 to 1."""
        return read_sound(FOLDER / f"{self.name}.ogg")


class _Clips(Frozen):
    clips: tuple[Clip, ...]


def clips(quick: bool = False) -> list[Clip]:
    """All of them, or those of a trial run."""
    path = FOLDER / "clips.yaml"
    return [clip for clip in parse(_Clips, read_yaml(path), str(path)).clips if clip.quick or not quick]
