"""The synthesizer: its sound, its level, its cache."""

from pathlib import Path

import numpy as np
import pytest

from voice.errors import WeightsError
from voice.loudness import loudness
from voice.tts import Speech, Synthesizer

pytestmark = pytest.mark.models


def seconds(speech: Speech) -> float:
    return len(speech.pcm) / speech.rate_hz


def test_a_line_comes_sentence_by_sentence_and_the_pieces_make_the_whole(synthesizer: Synthesizer) -> None:
    pieces = list(synthesizer.stream("Thanks. What would you measure first?"))
    whole = synthesizer.speak("Thanks. What would you measure first?")
    assert len(pieces) == 2
    assert sum(map(len, pieces)) == pytest.approx(len(whole.pcm), rel=0.25)  # Piper varies its timing a little
    assert 1.0 < seconds(whole) < 6.0


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
        assert seconds(speech) - last < 0.12


def test_an_empty_line_is_no_sound(synthesizer: Synthesizer) -> None:
    assert len(synthesizer.speak("  ").pcm) == 0
    assert list(synthesizer.stream("")) == []


def test_a_kept_line_is_the_same_sound_in_another_process_and_at_another_pace_it_is_not(
    piper_dir: Path, tmp_path: Path
) -> None:
    first = Synthesizer(piper_dir, cache_dir=tmp_path)
    kept = first.speak_and_keep("Let us begin.")
    again = Synthesizer(piper_dir, cache_dir=tmp_path)
    assert np.array_equal(again.speak("Let us begin.").pcm, kept.pcm)
    assert [len(piece) for piece in again.stream("Let us begin.")] == [len(kept.pcm)]
    slower = Synthesizer(piper_dir, length_scale=1.5, cache_dir=tmp_path)
    assert seconds(slower.speak("Let us begin.")) > seconds(kept) * 1.2


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
    assert len(list((tmp_path / "speech").glob("*.npy"))) == 2
    (settings,) = other.glob("*.onnx.json")
    settings.write_text(settings.read_text().replace("0.667", "0.5"))
    Synthesizer(other, cache_dir=tmp_path).speak_and_keep("Let us begin.")
    assert len(list((tmp_path / "speech").glob("*.npy"))) == 3


def test_a_torn_cache_file_is_synthesized_again(piper_dir: Path, tmp_path: Path) -> None:
    voice = Synthesizer(piper_dir, cache_dir=tmp_path)
    voice.speak_and_keep("Let us begin.")
    (file,) = (tmp_path / "speech").glob("*.npy")
    file.write_bytes(file.read_bytes()[:90])
    assert seconds(voice.speak("Let us begin.")) > 0.3


def test_a_folder_without_a_voice_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=tmp_path.name):
        Synthesizer(tmp_path)
    (tmp_path / "voice.onnx").write_text("no model")
    (tmp_path / "voice.onnx.json").write_text("{}")
    with pytest.raises(WeightsError, match="not a voice Piper can load"):
        Synthesizer(tmp_path)
