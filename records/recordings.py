"""Recordings: the merged audio of each interview, on disk or in S3, and the local folder of its segments."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path

import sqlalchemy as sa
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from records.database import read, write
from records.errors import DiskFull, InterviewUnknown, NoRecording, RecordsError, StoreUnreachable
from records.journal import find_interview, utc_now
from records.tables import recordings

MEDIA_TYPE = "audio/ogg"
CHUNK_BYTES = 256 * 1024
PROBE = "viva-doctor"
"""The key of an object that is put and deleted to see whether that works. An interview's ends in `.ogg`."""
GONE = ".gone"
"""Behind an id: a folder of pieces that is being deleted. No id has a dot."""


class StoredRecording:
    """One merged recording: what is known of it, and its bytes by range."""

    def __init__(
        self,
        store: ObjectStore,
        key: str,
        duration_ms: int,
        peaks: list[float],
        gaps: list[tuple[int, int]],
        created_at: datetime,
    ) -> None:
        """`peaks` are the waveform's, 0 to 1, evenly spread over `duration_ms`; `gaps` as `put` takes them."""
        self._store = store
        self._key = key
        self.duration_ms = duration_ms
        self.peaks = peaks
        self.gaps = gaps
        self.created_at = created_at

    @cached_property
    def size(self) -> int:
        """In bytes; asked of the store when it is wanted: what the database knows is there without it."""
        with _plain_errors():
            return self._store.head(self._key)["size"]

    def read(self, start: int = 0, end: int | None = None) -> bytes:
        """The bytes from `start` up to, without, `end`; all the rest when `end` is None."""
        stop = self.size if end is None else min(end, self.size)
        if start >= stop:
            return b""
        with _plain_errors():
            return bytes(self._store.get_range(self._key, start=start, end=stop))

    def chunks(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The same range piece by piece, for streaming."""
        stop = self.size if end is None else min(end, self.size)
        for at in range(start, stop, CHUNK_BYTES):
            yield self.read(at, min(at + CHUNK_BYTES, stop))


class Recordings:
    """Stores, opens and erases recordings."""

    def __init__(
        self,
        store: Path | str,
        engine: sa.Engine,
        segments: Path | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """`store` is a folder (made when missing) or a URL such as `s3://bucket/prefix`, its keys from AWS_… variables.

        `segments` is the folder for the live recorder's pieces, by default beside the store's folder. A store by URL
        has nothing beside it: ValueError without `segments`.
        """
        by_url = isinstance(store, str) and "://" in store
        if segments is None and by_url:
            raise ValueError("a store by URL needs a local folder for segments")
        self._url = str(store) if by_url else ""
        self._root = None if by_url else Path(store).absolute()
        with _plain_errors():
            self._store: ObjectStore = LocalStore(self._root, mkdir=True) if self._root else from_url(self._url)
        self._segments = segments or Path(store).absolute().parent / "segments"
        self._engine = engine
        self._now = now

    def segments_dir(self, interview_id: str) -> Path:
        """Where the live recorder writes; made when missing. Always local: a lost network must lose no audio."""
        folder = self._segments / _safe(interview_id)
        with _plain_errors():
            folder.mkdir(parents=True, exist_ok=True)
        return folder

    def put(
        self,
        interview_id: str,
        ogg: Path,
        duration_ms: int,
        peaks: Sequence[float],
        gaps: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Stores the merged recording, in place of an earlier one; it is on disk on return. Raises RecordsError.

        `gaps` are the stretches of the call that were not recorded, from and to in milliseconds on its clock.
        """
        key = f"{_safe(interview_id)}.ogg"
        with _plain_errors():
            self._store.put(key, ogg)
            if self._root is not None:
                _flush(self._root / key)
                _flush(self._root)
        values = {"key": key, "duration_ms": duration_ms, "peaks": list(peaks), "gaps": list(gaps)}
        values |= {"created_at": self._now()}
        try:
            with write(self._engine) as connection:
                find_interview(connection, interview_id, lock=True)
                connection.execute(recordings.delete().where(recordings.c.interview_id == interview_id))
                connection.execute(recordings.insert().values(interview_id=interview_id, **values))
        except InterviewUnknown:
            # Erased while its recording was put together: nothing of it may stay.
            with _plain_errors():
                self._store.delete(key)
            raise

    def open(self, interview_id: str) -> StoredRecording:
        """The merged recording, as the database knows it; its bytes are in the store. Raises NoRecording."""
        row = self._row(interview_id)
        if row is None:
            raise NoRecording("There is no recording yet; it is put together soon after the interview ends.")
        gaps = [(start_ms, end_ms) for start_ms, end_ms in row.gaps or ()]
        return StoredRecording(self._store, row.key, row.duration_ms, row.peaks, gaps, row.created_at)

    def has(self, interview_id: str) -> bool:
        """Whether there is a merged recording."""
        return self._row(interview_id) is not None

    def check(self) -> None:
        """Returns when the store takes and deletes. Raises RecordsError soon, where `put` tries for minutes."""
        with _plain_errors():
            store = from_url(self._url, retry_config={"max_retries": 1}) if self._url else self._store
            try:
                store.put(PROBE, b"")
            except FileNotFoundError:
                raise StoreUnreachable("There is no such place for recordings; correct VIVA_RECORD_STORE.") from None
            store.delete(PROBE)

    def segments(self, interview_id: str) -> list[Path]:
        """The live recorder's pieces in the order of the call: none before it, and none once they are merged."""
        return sorted((self._segments / _safe(interview_id)).glob("*.pcm"))

    def drop_segments(self, interview_id: str) -> None:
        """Deletes the live recorder's pieces; for after the merged recording was put.

        They go all at once, by the folder's name: deleting thousands of them may be cut off in its middle, and the rest
        would pass for the whole call. Calling again finishes it. A recorder that still writes makes no folder anew.
        """
        folder = self._segments / _safe(interview_id)
        gone = folder.with_name(f"{folder.name}{GONE}")
        with _plain_errors():
            _remove(gone)
            with suppress(FileNotFoundError):
                folder.rename(gone)
                _flush(folder.parent)
                _remove(gone)

    def erase(self, interview_id: str) -> None:
        """Deletes recording and segments. Nothing to delete is no error."""
        self.drop_segments(interview_id)
        with _plain_errors(), suppress(FileNotFoundError):
            self._store.delete(f"{_safe(interview_id)}.ogg")
        with write(self._engine) as connection:
            connection.execute(recordings.delete().where(recordings.c.interview_id == interview_id))

    def _row(self, interview_id: str) -> sa.Row[tuple[object, ...]] | None:
        with read(self._engine) as connection:
            query = sa.select(recordings).where(recordings.c.interview_id == interview_id)
            return connection.execute(query).one_or_none()


def _safe(interview_id: str) -> str:
    # The id becomes part of a path.
    if not interview_id.isalnum():
        raise NoRecording("There is no such interview; look its id up with `viva interviews`.")
    return interview_id


def _flush(path: Path) -> None:
    # The local store writes and renames but does not flush; the segments are deleted on the strength of its file.
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, onerror=_unless_missing)


def _unless_missing(_function: object, _path: str, info: tuple[type[BaseException], BaseException, object]) -> None:
    if not isinstance(info[1], FileNotFoundError):
        raise info[1]


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise NoRecording("The recording is missing from the store; put it back or merge its segments again.") from None
    except (OSError, BaseError) as error:
        raise _plain(error) from None


def _plain(error: Exception) -> RecordsError:
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "No space left" in str(error):
        return DiskFull("The disk that holds the recordings is full; free some space on it and try again.")
    return StoreUnreachable(
        f"The place for recordings cannot be used ({type(error).__name__}); check VIVA_RECORD_STORE and its rights."
    )
