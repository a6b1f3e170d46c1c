"""Following speech while it happens: growing window, local agreement, and only a short tail left at the end.

The method is LocalAgreement-2 of whisper_streaming (Macháček, Dabre, Bojar 2023): words on which two decodes in a row
agree are settled, and the sound of settled sentences is dropped. Ours also decodes at the start of a pause, so that the
final text is mostly ready before anyone asks for it, and gives each decode the last one's words as a draft, of which
only the end has to be written anew.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from voice.transcript import Transcript, Word

RATE_HZ = 16_000

Decode = Callable[[NDArray[np.float32], str, bool, str], Transcript | Awaitable[Transcript]]
"""Called with sound (16 kHz), the text before it, whether somebody waits for it, and what the last decode heard in it;
`Recognizer.decode` is one."""

_PAUSE_S = 0.09
"""Quiet for this long after voice: decode now, the speaker may be done. Three windows of voice detection, which
falls silent 20 to 50 ms after the last sound of a word and stays awake through the closure of a "t" or "p"."""
_SOON_S = 0.6
_SURE_PAUSE_S = 0.2
"""So soon after a decode the next waits for a pause that is none between syllables: haltingly spoken words would else
take a decode each."""
_REST = 2.0
"""Between two interim decodes comes at least so many times as much new sound as the last one took: on a busy machine a
pause's own decode would else mostly wait behind one that heard less."""
_LONG_PAUSE_S = 1.0
"""Quiet for this long, all of it decoded: the words stand, and their sound is dropped."""
_UNSETTLED_S = 0.4
"""Words ending this close to the end of the sound may be cut in half, so they are not settled yet."""
_SENTENCE_WINDOW_S = 6.0
"""From this length on the window is cut at the last settled sentence."""
_WIDEST_WINDOW_S = 12.0
"""From this length on it is cut at the last settled word, whatever it is."""
_LONGEST_WINDOW_S = 20.0
"""Where nothing is settled for so long (noise, singing), the last decode is taken as it is."""
_KEEP_S = 0.3
_FOUND_AGAIN = 3
"""So many words in a row are not found in both of two decodes by chance."""
_SENTENCE_ENDS = (".", "?", "!")
_CONTEXT_CHARS = 200
_QUIET_BELOW_PEAK = 0.02
"""-34 dB below the loudest frame so far: trailing syllables lie above, room noise mostly below."""
_QUIET_FLOOR = 0.0008


@dataclass(frozen=True)
class Interim:
    """What has been understood so far."""

    stable: str
    """The first words, on which two decodes in a row agreed; they rarely change any more."""
    text: str
    """All of it: the stable part and the newest guess."""
    words: tuple[Word, ...]
    audio_s: float
    """How much of the stream had been heard when this was decoded."""
    paused: bool = False
    """Nobody has spoken since before it was decoded: unless the speaker goes on, this is what `finish` will say."""


class StreamingTranscriber:
    """One utterance (or any stretch of speech) heard as it comes. Make a new one for the next.

    Use from one event loop: `push` frames as they arrive, `await step()` in a loop beside it, `await finish()` at the
    end. The decode callable may run anywhere, in this process or another.
    """

    def __init__(self, decode: Decode, interval_s: float = 1.0) -> None:
        """Args:
        decode: see `Decode`.
        interval_s: seconds of new sound between two interim decodes.
        """
        self._decode = decode
        self._interval = round(interval_s * RATE_HZ)
        self._one_decode = asyncio.Lock()
        self._sound = np.zeros(0, np.float32)
        self._dropped = 0
        self._kept_words: list[Word] = []
        self._settled: list[Word] = []
        self._guess: list[Word] = []
        self._decoded_to = 0
        self._took_s = 0.0
        """How long the last decode took, waiting for its turn included."""
        self._known_at = 0.0
        self._heard_to = 0
        self._last_loud = 0
        self._peak = 0.0

    def push(self, frame: NDArray[np.int16] | NDArray[np.float32], *, voiced: bool = True) -> None:
        """Take the next sound: shape (samples,), 16 kHz mono, int16 or float32 in -1 to 1, of any length.

        `voiced` is false where voice activity detection hears nobody: in noise, loudness alone finds no pauses.
        """
        if np.issubdtype(frame.dtype, np.integer):
            samples = frame.astype(np.float32) / np.float32(32768.0)
        else:
            samples = frame.astype(np.float32)
        if len(samples) == 0:
            return
        self._sound = np.concatenate([self._sound, samples])
        self._heard_to += len(samples)
        loudness = float(np.sqrt(np.mean(np.square(samples))))
        self._peak = max(self._peak, loudness)
        if voiced and loudness > max(_QUIET_FLOOR, self._peak * _QUIET_BELOW_PEAK):
            self._last_loud = self._heard_to

    @property
    def due(self) -> bool:
        """Whether `step` would decode now: enough new sound, or a pause just began."""
        if self._last_loud <= self._decoded_to:
            return False
        new = self._heard_to - self._decoded_to
        pause_s = _PAUSE_S if new >= _SOON_S * RATE_HZ else _SURE_PAUSE_S
        interval = max(self._interval, _REST * self._took_s * RATE_HZ)
        return self._heard_to - self._last_loud >= pause_s * RATE_HZ or new >= interval

    @property
    def heard_s(self) -> float:
        """Seconds of sound pushed so far."""
        return self._heard_to / RATE_HZ

    @property
    def known_at(self) -> float:
        """On the event loop's clock, when the newest decode was done; 0 before the first."""
        return self._known_at

    async def step(self) -> Interim | None:
        """Decode if it is due, and say what is understood; None when nothing new was decoded."""
        if not self.due or self._one_decode.locked():
            return None
        async with self._one_decode:
            await self._hear()
            self._settle_and_drop()
        return self._interim()

    async def finish(self) -> Transcript:
        """The final words, on the stream's clock. Decodes at most the tail that no step has heard."""
        async with self._one_decode:
            if self._last_loud > self._decoded_to:
                await self._hear()
        words = (*self._kept_words, *self._guess)
        return Transcript(words, self.heard_s)

    async def _hear(self) -> None:
        """Decode the window as it stands; what the last guess and this one agree on is settled."""
        upto, base_s = self._heard_to, self._dropped / RATE_HZ
        clock = asyncio.get_running_loop().time
        began = clock()
        prompt = " ".join(word.text for word in self._kept_words)[-_CONTEXT_CHARS:]
        draft = " ".join(word.text for word in self._guess)
        answer = self._decode(self._sound.copy(), prompt, self._paused(upto), draft)
        heard = await answer if inspect.isawaitable(answer) else answer
        self._known_at = clock()
        self._took_s = self._known_at - began
        guess = _whole(self._guess, len(self._settled), [word.later(base_s) for word in heard.words])
        agreed = _agreed(self._guess, guess)
        sure_until = upto / RATE_HZ - _UNSETTLED_S
        while agreed and guess[agreed - 1].end_s > sure_until:
            agreed -= 1
        self._settled = guess[: max(agreed, 0)]
        self._guess = guess
        self._decoded_to = upto

    def _settle_and_drop(self) -> None:
        """Shorten the window where its words stand, so that decodes stay short however long the answer."""
        quiet_s = (self._heard_to - self._last_loud) / RATE_HZ
        window_s = (self._heard_to - self._dropped) / RATE_HZ
        if quiet_s >= _LONG_PAUSE_S or window_s >= _LONGEST_WINDOW_S:
            self._drop(len(self._guess), self._heard_to - round(_KEEP_S * RATE_HZ))
            return
        settled = len(self._settled)
        if window_s >= _SENTENCE_WINDOW_S:
            ends = [i + 1 for i in range(settled) if self._settled[i].text.endswith(_SENTENCE_ENDS)]
            if window_s >= _WIDEST_WINDOW_S and not ends and settled > 1:
                ends = [settled]
            if ends:
                self._drop(ends[-1], self._quietest_after(ends[-1]))

    def _quietest_after(self, count: int) -> int:
        """Where between the last word to go and the first to stay it is quietest; a cut there halves no syllable."""
        end = self._guess[count - 1].end_s
        start = self._guess[count].start_s if count < len(self._guess) else end
        first = max(0, round((end - 0.1) * RATE_HZ) - self._dropped)
        last = min(len(self._sound), max(first, round((start + 0.1) * RATE_HZ) - self._dropped))
        hop = RATE_HZ // 50
        energies = [
            float(np.sum(np.square(self._sound[i : i + hop]))) for i in range(first, max(last - hop, first) + 1, hop)
        ]
        return self._dropped + first + int(np.argmin(energies)) * hop + hop // 2

    def _drop(self, count: int, position: int) -> None:
        """Keep the first `count` guessed words for good, and forget the sound before a sample of the stream."""
        self._kept_words += self._guess[:count]
        self._guess = self._guess[count:]
        self._settled = self._settled[count:]
        position = max(position, self._dropped)
        self._sound = self._sound[position - self._dropped :]
        self._dropped = position

    def _paused(self, upto: int) -> bool:
        return upto - self._last_loud >= _PAUSE_S * RATE_HZ

    def _interim(self) -> Interim:
        stable = [*self._kept_words, *self._settled]
        words = (*self._kept_words, *self._guess)
        return Interim(
            stable=" ".join(word.text for word in stable),
            text=" ".join(word.text for word in words),
            words=words,
            audio_s=self._decoded_to / RATE_HZ,
            paused=self._paused(self._decoded_to),
        )


def _agreed(before: list[Word], now: list[Word]) -> int:
    """How many first words two decodes share, punctuation and capitals aside."""
    for i, (old, new) in enumerate(zip(before, now, strict=False)):
        if _plain(old.text) != _plain(new.text):
            return i
    return min(len(before), len(now))


def _whole(before: list[Word], settled: int, now: list[Word]) -> list[Word]:
    """`now`, behind the settled words that it leaves out: of the same sound, with more of it, a decoder now and then
    begins in the middle of what the decode before heard. Of that the first `settled` words are settled."""
    first = [_plain(word.text) for word in now[:_FOUND_AGAIN]]
    heard = [_plain(word.text) for word in before]
    places = range(len(heard) - _FOUND_AGAIN + 1)
    # The first place counts: phrases are repeated, and a word or two more or less at the beginning is no sentence.
    place = next((place for place in places if heard[place : place + _FOUND_AGAIN] == first), 0)
    left_out = before[: min(place, settled)] if place >= _FOUND_AGAIN else []
    since = left_out[-1].end_s if left_out else 0.0
    return left_out + [replace(w, start_s=max(w.start_s, since), end_s=max(w.end_s, since)) for w in now]


def _plain(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
