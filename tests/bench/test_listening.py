"""The listening bench counts, degrades and keeps still as it says."""

from pathlib import Path

import numpy as np
import pytest

from bench.clips import FOLDER, clips
from bench.degrade import WAYS, by_telephone, clean, in_a_room, noisy
from bench.listening import Listening
from bench.machine import this_machine
from bench.noises import KINDS, stretches
from bench.transcription import Heard
from bench.word_errors import errors, words
from voice.alignment import matches
from voice.streaming import RATE_HZ


@pytest.mark.parametrize(
    ("said", "heard", "edits"),
    [
        ("Press two, please.", "press 2 please", 0),
        ("the big dog", "the dog", 1),
        ("the dog", "the big dog", 1),
        ("a red dish", "a rare dish", 1),
        ("well", "", 1),
    ],
)
def test_word_errors_count_what_was_misheard_and_not_how_it_is_written(said: str, heard: str, edits: int) -> None:
    assert errors(said, heard).edits == edits


def test_words_that_were_understood_are_paired_around_a_mistake() -> None:
    assert list(matches(words("we log every click"), words("we log a click"))) == [(0, 0), (1, 1), (3, 3)]


def tone(hertz: float) -> np.ndarray:
    return (0.3 * np.sin(2 * np.pi * hertz * np.arange(RATE_HZ) / RATE_HZ)).astype(np.float32)


@pytest.mark.parametrize("snr_db", [20.0, 5.0])
def test_noise_has_the_power_it_is_named_for(snr_db: float) -> None:
    sound = tone(440)
    noise = noisy(sound, 1, snr_db)[: len(sound)] - sound
    assert 10 * np.log10(np.mean(np.square(sound)) / np.mean(np.square(noise))) == pytest.approx(snr_db, abs=0.7)


def test_a_room_rings_after_the_sound_and_dies_away() -> None:
    heard = in_a_room(tone(440), 1)
    after = [float(np.std(heard[RATE_HZ + start : RATE_HZ + start + 1600])) for start in (0, 3200, 12_800)]
    assert after[0] > 0.01
    assert after[0] > 3 * after[1] > 30 * after[2]


def test_a_telephone_keeps_speech_and_nothing_above_it() -> None:
    assert np.std(by_telephone(tone(1000), 1)[:RATE_HZ]) == pytest.approx(np.std(tone(1000)), rel=0.05)
    assert np.std(by_telephone(tone(5000), 1)) < 0.01


@pytest.mark.parametrize("way", WAYS)
def test_every_way_leaves_the_speech_where_it_is_and_a_quiet_end(way: str) -> None:
    sound = tone(700)
    assert len(WAYS[way](sound, 3)) == len(clean(sound, 3))


@pytest.mark.slow
def test_every_clip_is_there_begins_and_ends_with_sound_and_has_its_source_told() -> None:
    sources = Path(FOLDER, "SOURCES.md").read_text(encoding="utf-8")
    for clip in clips():
        edges = [np.max(np.abs(part)) for part in (clip.sound[:3200], clip.sound[-3200:])]
        assert min(edges) > 0.003, clip.name
        assert clip.name.rsplit("-", 1)[0] in sources, clip.name
    assert {path.stem for path in FOLDER.glob("*.ogg")} == {clip.name for clip in clips()}
    assert sum(path.stat().st_size for path in FOLDER.glob("*.ogg")) < 1_000_000


def test_stretches_without_speech_take_turns_and_none_is_like_another() -> None:
    found = list(stretches(160))
    assert [kind for kind, _ in found] == list(KINDS) * 4
    sounds = [sound.tobytes() for kind, sound in found if kind != "silence"]
    assert len(set(sounds)) == len(sounds)


def heard(way: str, edits: int, full_edits: int) -> Heard:
    return Heard(
        clip="a",
        way=way,
        seconds=4,
        said=10,
        edits=edits,
        full_edits=full_edits,
        stood_ms=200,
        ended_ms=600,
        final_ms=600,
        full_final_ms=1200,
        decoding_s=1,
        first_word_ms=None,
        last_word_ms=None,
    )


def test_rates_are_pooled_over_words_by_way_and_over_all() -> None:
    result = Listening(
        date="2026-01-01",
        machine=this_machine(),
        model="m",
        device="cpu",
        load=(0, 0),
        quick=True,
        heard=(heard("clean", 1, 0), heard("room", 3, 4), heard("clean", 0, 1)),
        word_times_ms=(),
    )
    assert {way: (live.rate, full.rate) for way, (live, full) in result.rates.items()} == {
        "clean": (5, 5),
        "room": (30, 40),
        "all": (pytest.approx(40 / 3), pytest.approx(50 / 3)),
    }
    assert result.speed == pytest.approx(0.25)
