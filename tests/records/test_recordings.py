"""Recordings come back whole or by range, and go when they are told to."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from records.erasure import erase
from records.errors import InterviewUnknown, NoRecording, StoreUnreachable
from records.recordings import CHUNK_BYTES, Recordings
from tests.records.bucket import bucket, credentials
from tests.support.disk import failing

SOUND = bytes(range(256)) * 2500


@pytest.fixture
def ogg(tmp_path: Path) -> Path:
    path = tmp_path / "merged.ogg"
    path.write_bytes(SOUND)
    return path


def test_a_recording_is_read_whole_by_range_and_in_pieces(recordings: Recordings, live: str, ogg: Path) -> None:
    recordings.put(live, ogg, duration_ms=1234, peaks=[0.0, 0.5])
    stored = recordings.open(live)
    assert (stored.duration_ms, stored.peaks, stored.size) == (1234, [0.0, 0.5], len(SOUND))
    assert stored.created_at.utcoffset() is not None
    assert stored.read() == SOUND
    assert stored.read(10, 20) == SOUND[10:20]
    assert stored.read(len(SOUND) - 3) == SOUND[-3:]
    assert stored.read(0, len(SOUND) + 99) == SOUND
    assert stored.read(len(SOUND)) == stored.read(5, 5) == b""
    pieces = list(stored.chunks(1, len(SOUND)))
    assert b"".join(pieces) == SOUND[1:]
    assert len(pieces) == -(-len(SOUND) // CHUNK_BYTES)


def test_a_second_merge_takes_the_place_of_the_first(recordings: Recordings, live: str, ogg: Path) -> None:
    recordings.put(live, ogg, 1000, [])
    ogg.write_bytes(b"again")
    recordings.put(live, ogg, 2000, [0.1])
    stored = recordings.open(live)
    assert (stored.read(), stored.duration_ms, stored.peaks) == (b"again", 2000, [0.1])


def test_an_interview_without_a_recording_says_so(recordings: Recordings, live: str) -> None:
    assert not recordings.has(live)
    with pytest.raises(NoRecording):
        recordings.open(live)


def test_a_recording_needs_its_interview(
    recordings: Recordings, live: str, engine: sa.Engine, ogg: Path, tmp_path: Path
) -> None:
    with pytest.raises(InterviewUnknown):
        recordings.put("0" * 32, ogg, 1, [])
    erase(engine, recordings, live)  # while the scorer puts its recording together
    with pytest.raises(InterviewUnknown):
        recordings.put(live, ogg, 1, [])
    assert [path.name for path in tmp_path.rglob("*.ogg")] == [ogg.name]


def test_an_id_cannot_lead_out_of_the_folder(recordings: Recordings) -> None:
    for bad in ("../secrets", "", "a/b", "."):
        with pytest.raises(NoRecording):
            recordings.segments_dir(bad)


def test_segments_go_without_the_recording(recordings: Recordings, live: str, ogg: Path) -> None:
    recordings.put(live, ogg, 1, [])
    folder = recordings.segments_dir(live)
    (folder / "0.wav").write_bytes(b"sound")
    recordings.drop_segments(live)
    recordings.drop_segments(live)
    assert not folder.exists()
    assert recordings.open(live).read() == SOUND


def test_segments_whose_deletion_was_cut_off_are_gone_for_whoever_reads_and_go_with_the_next(
    recordings: Recordings, live: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = recordings.segments_dir(live)
    for piece in range(10):
        (folder / f"{piece:010d}.pcm").write_bytes(b"sound")
    failing(monkeypatch, after=3)
    with pytest.raises(StoreUnreachable):
        recordings.drop_segments(live)
    assert not folder.exists()
    assert len(list((tmp_path / "data" / "segments").rglob("*.pcm"))) == 7
    monkeypatch.undo()
    recordings.drop_segments(live)
    assert list((tmp_path / "data" / "segments").iterdir()) == []


def test_a_lost_file_is_told_apart_from_a_missing_recording(
    recordings: Recordings, live: str, ogg: Path, tmp_path: Path
) -> None:
    recordings.put(live, ogg, 1, [])
    (tmp_path / "data" / "recordings" / f"{live}.ogg").unlink()
    lost = recordings.open(live)
    for use in (lost.read, lambda: lost.size, lambda: list(lost.chunks())):
        with pytest.raises(NoRecording, match="missing from the store"):
            use()


def test_what_the_database_knows_of_a_recording_needs_no_store(
    recordings: Recordings, live: str, ogg: Path, tmp_path: Path
) -> None:
    recordings.put(live, ogg, 1234, [0.5], [(0, 200)])
    shutil.rmtree(tmp_path / "data" / "recordings")
    stored = recordings.open(live)
    assert (stored.duration_ms, stored.peaks, stored.gaps) == (1234, [0.5], [(0, 200)])


def test_a_store_that_is_no_folder_is_named(engine: sa.Engine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnreachable, match="VIVA_RECORD_STORE"):
        Recordings(tmp_path / "file" / "recordings", engine)


def test_a_store_by_url_needs_a_local_folder_for_segments(engine: sa.Engine, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="segments"):
        Recordings("s3://bucket/prefix", engine)
    url = (tmp_path / "store").as_uri()
    (tmp_path / "store").mkdir()
    assert Recordings(url, engine, segments=tmp_path / "segments").segments_dir("abc") == tmp_path / "segments" / "abc"


def test_a_bucket_by_url_keeps_recordings_too(
    engine: sa.Engine, live: str, ogg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bucket() as (endpoint, objects):
        for name, value in credentials(endpoint).items():
            monkeypatch.setenv(name, value)
        recordings = Recordings("s3://kept/viva", engine, segments=tmp_path / "segments")
        recordings.put(live, ogg, 1234, [0.5])
        assert objects == {f"/kept/viva/{live}.ogg": SOUND}
        stored = recordings.open(live)
        assert (stored.size, stored.read(10, 20), stored.read()) == (len(SOUND), SOUND[10:20], SOUND)
        recordings.erase(live)
        assert objects == {}
        assert not recordings.has(live)


def test_a_bucket_that_is_there_passes_the_check_and_keeps_nothing_of_it(
    engine: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bucket() as (endpoint, objects):
        for name, value in credentials(endpoint).items():
            monkeypatch.setenv(name, value)
        Recordings("s3://kept/viva", engine, segments=tmp_path / "segments").check()
        assert objects == {}


def test_a_folder_that_went_away_does_not_pass_the_check(recordings: Recordings, tmp_path: Path) -> None:
    recordings.check()
    folder = tmp_path / "data" / "recordings"
    assert list(folder.iterdir()) == []
    folder.rmdir()
    folder.write_text("in the way")
    with pytest.raises(StoreUnreachable, match="VIVA_RECORD_STORE"):
        recordings.check()
