"""Spoken lines on disk, for those that are said again in other interviews."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from voice.speakable import speakable
from voice.speech import Speech
from voice.transcript import Word


class KeptSpeech:
    """One file a line, of sound and words' times, for all processes."""

    def __init__(self, folder: Path, made_by: str, rate_hz: int) -> None:
        """`made_by` tells voices and their settings apart; `rate_hz` is the voice's."""
        self._folder, self._made_by, self._rate_hz = folder, made_by, rate_hz

    def find(self, text: str) -> Speech | None:
        """The line as it was kept; None where it was not."""
        try:
            with self._path(text).open("rb") as file:
                kept = np.load(file, allow_pickle=False)
                pcm, times = kept["pcm"], kept["times"]
            words = zip(text.split(), times.tolist(), strict=True)
            return Speech(pcm, self._rate_hz, tuple(Word(word, start, end, 1.0) for word, (start, end) in words))
        except (OSError, ValueError, EOFError, KeyError, BadZipFile):
            return None  # not there, or torn: it is synthesized again

    def keep(self, text: str, speech: Speech) -> None:
        """Write under another name and rename, so that a reader in another process never sees half a file."""
        path = self._path(text)
        if path.exists():
            return
        times = np.array([(word.start_s, word.end_s) for word in speech.words]).reshape(-1, 2)
        with suppress(OSError):  # a full disk costs the cache, not the call
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".partial", delete=False) as partial:
                try:
                    np.savez(partial, pcm=speech.pcm, times=times)
                    os.replace(partial.name, path)
                except OSError:
                    os.unlink(partial.name)

    def _path(self, text: str) -> Path:
        # By what is written, too: the words are its words.
        key = hashlib.sha256(f"{self._made_by}\n{text}\n{speakable(text)}".encode()).hexdigest()
        return self._folder / f"{key}.npz"
