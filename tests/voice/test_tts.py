"""The synthesizer: its sound, its level, its cache."""

from pathlib import Path

import numpy as np
import pytest

from voice.errors import WeightsError
from voice.tts import Synthesizer, evened

pytestmark = pytest.mark.models


def test_a_line_comes_sentence_by_sentence_and_the_pieces_make_the_whole(synthesizer: Synthesizer) -> None:
    pieces = list(synthesizer.stream("Thanks. What would you measure first?"))
    whole = synthesizer.speak("Thanks. What would you measure first?")
    assert len(pieces) == 2
    assert sum(map(len, pieces)) == pytest.approx(len(whole.pcm), rel=0.25)  # Piper varies its timing a little
    assert 1.0 < whole.duration_s < 6.0


def test_lines_come_out_equally_loud_and_unclipped(synthesizer: Synthesizer) -> None:
    for text in ("Yes.", "How would you roll this out safely?", "THE RISKIEST ASSUMPTION!"):
        pcm = synthesizer.speak(text).pcm.astype(np.float64) / 32768
        sounding = pcm[np.abs(pcm) > 0.01]
        assert -24 < 20 * np.log10(np.sqrt(np.mean(sounding**2))) < -17
        assert np.max(np.abs(pcm)) < 0.97


def test_silence_is_not_made_loud() -> None:
    assert not evened(np.zeros(100, np.float32)).any()


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
    assert slower.speak("Let us begin.").duration_s > kept.duration_s * 1.2


def test_a_torn_cache_file_is_synthesized_again(piper_dir: Path, tmp_path: Path) -> None:
    voice = Synthesizer(piper_dir, cache_dir=tmp_path)
    voice.speak_and_keep("Let us begin.")
    (file,) = (tmp_path / "speech").glob("*.npy")
    file.write_bytes(file.read_bytes()[:90])
    assert voice.speak("Let us begin.").duration_s > 0.3


def test_a_folder_without_a_voice_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=tmp_path.name):
        Synthesizer(tmp_path)
    (tmp_path / "voice.onnx").write_text("no model")
    (tmp_path / "voice.onnx.json").write_text("{}")
    with pytest.raises(WeightsError, match="not a voice Piper can load"):
        Synthesizer(tmp_path)
