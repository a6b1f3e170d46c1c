"""How exact the times of words are: single words, synthesized one by one, whose place in the sound is known."""

import numpy as np

from bench.degrade import Sound, clean
from bench.live import listen
from bench.word_errors import words
from voice.alignment import matches
from voice.streaming import RATE_HZ
from voice.stt import Recognizer
from voice.tts import Synthesizer

SENTENCES = (
    "the first model ranks every product by expected revenue",
    "clicks are noisy labels because people often click by mistake",
    "training takes six hours and serving takes twenty milliseconds",
    "we compare precision before and after removing popular items",
    "features come from the last thirty days of history",
    "missing values become a separate category for the trees",
)
_GAPS_S = (0.06, 0.2)
"""Between words: shorter than a pause, long enough that no word runs into the next."""


def spoken(voice: Synthesizer, sentence: str, seed: int) -> tuple[Sound, list[tuple[str, float, float]]]:
    """The sound, and each word with its beginning and end in seconds."""
    chance = np.random.default_rng(seed)
    sound, places = [np.zeros(RATE_HZ // 2, np.float32)], []
    for word in sentence.split():
        said = _trimmed(voice, word)
        begins = sum(map(len, sound)) / RATE_HZ
        places.append((words(word)[0], begins, begins + len(said) / RATE_HZ))
        sound += [said, np.zeros(round(chance.uniform(*_GAPS_S) * RATE_HZ), np.float32)]
    return np.concatenate(sound), places


def _trimmed(voice: Synthesizer, word: str) -> Sound:
    speech = voice.speak(word)
    ticks = np.arange(0, len(speech.pcm), speech.rate_hz / RATE_HZ)
    sound = np.interp(ticks, np.arange(len(speech.pcm)), speech.pcm / 32768.0)
    loud = np.flatnonzero(np.abs(sound) > 0.03 * np.max(np.abs(sound)))
    return np.asarray(sound[loud[0] : loud[-1] + 1], np.float32)


async def deviations(recognizer: Recognizer, voice: Synthesizer, quick: bool) -> list[int]:
    """Of every word's beginning and end from the truth, ms, over the words that were understood."""
    found = []
    for seed, sentence in enumerate(SENTENCES[:2] if quick else SENTENCES):
        sound, places = spoken(voice, sentence, seed)
        heard = [
            (plain, word)
            for word in (await listen(clean(sound, seed), recognizer)).words
            for plain in words(word.text)[:1]
        ]
        for i, j in matches([place[0] for place in places], [plain for plain, _ in heard]):
            found += [heard[j][1].start_s - places[i][1], heard[j][1].end_s - places[i][2]]
    return [round(seconds * 1000) for seconds in found]
