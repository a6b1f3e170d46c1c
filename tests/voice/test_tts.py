"""The synthesizer: its sound, its level, the times of its words, its cache."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import pytest

from tests.voice.conftest import for_recognizer
from voice.alignment import matches
from voice.errors import WeightsError
from voice.loudness import loudness
from voice.speech import Speech
from voice.stt import Recognizer
from voice.tts import Synthesizer

pytestmark = pytest.mark.models

LINE = (
    "Suppose the new model wins offline, and the clicks go down in the first week of the test. "
    "What would you look at before you decide, and why?"
)


def quiet_stretches(speech: Speech) -> list[tuple[float, float]]:
    """From when to when nothing is heard for 80 ms or more, in seconds; the edges not among them."""
    block = speech.rate_hz // 100
    blocks = speech.pcm[: len(speech.pcm) // block * block].reshape(-1, block).astype(np.float64) / 32768
    loud = np.flatnonzero(np.sqrt(np.mean(np.square(blocks), axis=1)) > 0.005)
    return [
        ((a + 1) * block / speech.rate_hz, b * block / speech.rate_hz) for a, b in pairwise(loud.tolist()) if b - a > 8
    ]


def test_lines_come_out_equally_loud_and_unclipped(synthesizer: Synthesizer) -> None:
    lines = ("Yes.", "How would you roll this out safely?", "THE RISKIEST ASSUMPTION!", "One moment. I see.")
    spoken = [synthesizer.speak(text) for text in lines]
    levels = [loudness(speech.pcm.astype(np.float32) / np.float32(32768), speech.rate_hz) for speech in spoken]
    assert max(levels) - min(levels) < 2
    assert max(int(np.max(np.abs(speech.pcm))) for speech in spoken) < 0.96 * 32768


def test_a_line_is_heard_from_its_first_moment_and_ends_with_its_last(synthesizer: Synthesizer) -> None:
    for text in ("Hello Robin, and welcome.", "How would you measure that?", "Thank you.", "I see. What if it fails?"):
        speech = synthesizer.speak(text)
        loud = np.abs(speech.pcm.astype(np.float64)) > 0.004 * 32768
        first, last = np.flatnonzero(loud)[[0, -1]] / speech.rate_hz
        assert first < 0.05
        assert speech.seconds - last < 0.12


def test_an_empty_line_is_no_sound(synthesizer: Synthesizer) -> None:
    for text in ("", "  "):
        speech = synthesizer.speak(text)
        assert (len(speech.pcm), speech.words) == (0, ())


def in_order_and_within(speech: Speech) -> bool:
    edges = [edge for word in speech.words for edge in (word.start_s, word.end_s)]
    return edges == sorted(edges) and edges[0] >= 0 and edges[-1] <= speech.seconds


def test_pauses_lie_between_the_words_that_they_part(synthesizer: Synthesizer) -> None:
    speech = synthesizer.speak(LINE)
    assert [word.text for word in speech.words] == LINE.split()
    assert in_order_and_within(speech)
    stretches = quiet_stretches(speech)
    for before in ("offline,", "test.", "decide,"):
        n = LINE.split().index(before)
        first, then = speech.words[n : n + 2]
        near = [(a, b) for a, b in stretches if first.end_s - 0.06 < (a + b) / 2 < then.start_s + 0.06]
        begin, end = max(near, key=lambda stretch: stretch[1] - stretch[0])
        assert first.end_s == pytest.approx(begin, abs=0.15)  # a last consonant fades into the pause
        assert then.start_s == pytest.approx(end, abs=0.05)


def plain(word: str) -> str:
    return word.lower().strip(".,?!")


def test_words_stand_where_a_recognizer_hears_them(synthesizer: Synthesizer, recognizer: Recognizer) -> None:
    speech = synthesizer.speak(LINE)
    heard = recognizer.decode(for_recognizer(speech)).words
    understood = list(matches([plain(word.text) for word in speech.words], [plain(word.text) for word in heard]))
    assert len(understood) > 15
    off = [
        abs(ours - theirs)
        for said, word in ((speech.words[i], heard[j]) for i, j in understood)
        for ours, theirs in ((said.start_s, word.start_s), (said.end_s, word.end_s))
    ]
    assert np.mean(off) < 0.12


def test_numbers_acronyms_and_code_take_the_time_of_what_is_said_for_them(synthesizer: Synthesizer) -> None:
    text = "We compared AUC with nDCG@10 on 1,250,000 rows, and p95 fell by 12% – from 480ms to under 1/2 of the SLO."
    speech = synthesizer.speak(text)
    assert [word.text for word in speech.words] == text.split()
    assert in_order_and_within(speech)
    lasts = {word.text: word.end_s - word.start_s for word in speech.words}
    assert lasts["1,250,000"] > 3 * lasts["rows,"]
    assert lasts["nDCG@10"] > 2 * lasts["with"]
    assert lasts["AUC"] > lasts["We"]
    assert all(lasts[word] > 0.01 for word in text.split() if word != "–")


def test_a_voice_that_does_not_tell_how_long_its_phones_are_spreads_words_over_each_sentence(
    piper_dir: Path, tmp_path: Path
) -> None:
    (model,) = piper_dir.glob("*.onnx")
    graph = onnx.load(model)
    graph.graph.node.append(onnx.helper.make_node("Ceil", ["scales"], ["which of two"]))
    onnx.save(graph, tmp_path / model.name)
    (tmp_path / f"{model.name}.json").write_text((piper_dir / f"{model.name}.json").read_text())
    text = "Thanks. What would you measure first?"
    speech = Synthesizer(tmp_path).speak(text)
    assert [word.text for word in speech.words] == text.split()
    assert in_order_and_within(speech)
    begin, end = max(quiet_stretches(speech), key=lambda stretch: stretch[1] - stretch[0])
    assert speech.words[0].end_s == pytest.approx(begin, abs=0.1)
    assert speech.words[1].start_s == pytest.approx(end, abs=0.1)
    assert all(word.end_s - word.start_s > 0.05 for word in speech.words)


def test_a_kept_line_is_the_same_sound_in_another_process_and_at_another_pace_it_is_not(
    piper_dir: Path, tmp_path: Path
) -> None:
    first = Synthesizer(piper_dir, cache_dir=tmp_path)
    kept = first.speak_and_keep("Let us begin.")
    again = Synthesizer(piper_dir, cache_dir=tmp_path)
    assert np.array_equal(again.speak("Let us begin.").pcm, kept.pcm)
    assert again.speak("Let us begin.").words == kept.words
    assert [word.text for word in kept.words] == ["Let", "us", "begin."]
    assert [word.text for word in again.speak("Let us  BEGIN.").words] == ["Let", "us", "BEGIN."]
    slower = Synthesizer(piper_dir, length_scale=1.5, cache_dir=tmp_path)
    assert slower.speak("Let us begin.").seconds > kept.seconds * 1.2


def test_another_voice_of_the_same_name_and_size_keeps_lines_of_its_own(piper_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for file in piper_dir.glob("*.onnx*"):
        (other / file.name).write_bytes(file.read_bytes())
    (model,) = other.glob("*.onnx")
    weights = bytearray(model.read_bytes())
    weights[len(weights) // 2] ^= 1
    model.write_bytes(weights)
    for folder in (piper_dir, other):
        Synthesizer(folder, cache_dir=tmp_path).speak_and_keep("Let us begin.")
    assert len(list((tmp_path / "speech").glob("*.npz"))) == 2
    (settings,) = other.glob("*.onnx.json")
    settings.write_text(settings.read_text().replace("0.667", "0.5"))
    Synthesizer(other, cache_dir=tmp_path).speak_and_keep("Let us begin.")
    assert len(list((tmp_path / "speech").glob("*.npz"))) == 3


def test_a_torn_cache_file_is_synthesized_again(piper_dir: Path, tmp_path: Path) -> None:
    voice = Synthesizer(piper_dir, cache_dir=tmp_path)
    voice.speak_and_keep("Let us begin.")
    (file,) = (tmp_path / "speech").glob("*.npz")
    file.write_bytes(file.read_bytes()[:90])
    assert voice.speak("Let us begin.").seconds > 0.3


def test_a_folder_without_a_voice_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=tmp_path.name):
        Synthesizer(tmp_path)
    (tmp_path / "voice.onnx").write_text("no model")
    (tmp_path / "voice.onnx.json").write_text("{}")
    with pytest.raises(WeightsError, match="not a voice Piper can load"):
        Synthesizer(tmp_path)
