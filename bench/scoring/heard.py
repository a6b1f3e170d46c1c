"""Has half of the scorer's own set read aloud and heard by the recognizer: `python -m bench.scoring.heard`.

What was heard is kept beside the set, so that measuring the grades needs neither voices nor ears; what is there already
is not done again.
"""

import re
from collections.abc import Iterator

import yaml

from bench.entry import start
from bench.scoring.data import HEARD, Item, Kind, heard, items, texts
from bench.voices import Speaker, speakers
from viva.settings import load_settings
from viva.terminal import out, steps
from viva.wiring import speech_models
from voice.stt import Recognizer


def main() -> None:
    """Fill in what was not heard yet."""
    settings = load_settings()
    with steps() as progress:
        models = speech_models(settings, progress.at)
        recognizer, voices = Recognizer(models.recognizer, settings.speech_threads), speakers(models.voice)
        found = heard()
        for number, (item, kind) in enumerate(read_aloud()):
            if kind in found.get(item.question, {}):
                continue
            progress.at(f"{item.question}, {kind}")
            said = _heard(texts(item)[kind], voices[number % len(voices)], recognizer)
            found.setdefault(item.question, {})[kind] = said
            HEARD.write_text(yaml.safe_dump(found, allow_unicode=True, width=120, sort_keys=False), encoding="utf-8")
    out.print(str(HEARD))


def read_aloud() -> Iterator[tuple[Item, Kind]]:
    """Every other kind of every question, so that each kind is read aloud for half of the questions."""
    for place, item in enumerate(items()):
        for number, kind in enumerate(texts(item)):
            if (place + number) % 2 == 0:
                yield item, kind


def _heard(text: str, speaker: Speaker, recognizer: Recognizer) -> str:
    """Each sentence as an utterance of its own."""
    sentences = re.split(r"(?<=[.?!])\s+", text.strip())
    return " ".join(said for each in sentences if (said := recognizer.decode(speaker.speak(each)).text.strip()))


if __name__ == "__main__":
    start(main)
