"""Language models as CTranslate2 reads them: made once out of the weights that set-up fetched, beside these."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from voice.catalogue import MODELS, Model
from voice.errors import WeightsError
from voice.weights import DEFAULT_CACHE_DIR, Progress, disk_sentence, ensure, file_sha256, known, one_at_a_time

FORMAT = 1
"""Of what is made; a change of the conversion raises it, and folders of an older one are made anew.

The table's `Model.int8` must change with it: by that name reports tell models apart, and readings are kept under it and
given again.
"""
FILES = ("model.bin", "config.json", "vocabulary.json", "tokenizer.json")
_MARKER = ".made.json"


def ensure_int8(
    name: str,
    cache_dir: Path = DEFAULT_CACHE_DIR,
    progress: Progress | None = None,
    models: Mapping[str, Model] = MODELS,
) -> Path:
    """The folder of the named language model as int8, made (and its weights fetched) if it is not there yet.

    Safe to call from several processes at once, and again after an interruption. Making it takes a minute and 2 GB of
    memory.

    Raises:
        WeightsError: as `weights.ensure`, or the model is none that can be made int8.
    """
    model, folder = known(name, models), int8_folder(name, cache_dir)
    if not model.int8:
        can = ", ".join(each for each, other in models.items() if other.int8)
        raise WeightsError(f"{model.title} cannot be made int8 for scoring; of the models that are known, {can} can.")
    if int8_present(name, cache_dir, models):
        return folder
    source = ensure(name, cache_dir, progress, models) / "model.gguf"
    tell = progress or (lambda _label, _fraction: None)
    try:
        with one_at_a_time(folder.with_name(f"{folder.name}.lock"), f"{model.title}: making it int8", tell):
            if not int8_present(name, cache_dir, models):
                _make(model, source, folder, tell)
    except OSError as error:
        raise WeightsError(disk_sentence(error, f"{model.title} as int8", 2 * model.size, cache_dir)) from error
    tell(f"{model.title}: ready as int8", 1.0)
    return folder


def int8_folder(name: str, cache_dir: Path = DEFAULT_CACHE_DIR) -> Path:
    """Where it is made; it need not be there."""
    return cache_dir / "models" / f"{name}-int8"


def int8_present(name: str, cache_dir: Path = DEFAULT_CACHE_DIR, models: Mapping[str, Model] = MODELS) -> bool:
    """Whether the model was made whole, out of the weights that the table names; reads no model bytes."""
    try:
        made = _marker(int8_folder(name, cache_dir))
        return made["of"] == _origin(known(name, models)) and made["files"] == _marks(int8_folder(name, cache_dir))
    except (OSError, ValueError, KeyError):
        return False


def verify_int8(name: str, cache_dir: Path = DEFAULT_CACHE_DIR) -> Path:
    """Hash the files of a model that was made, and return its folder.

    Raises:
        WeightsError: a file is missing or is not what was made.
    """
    folder = int8_folder(name, cache_dir)
    try:
        whole = _marker(folder)["sha256"] == _hashes(folder)
    except (OSError, ValueError, KeyError):
        whole = False
    if not whole:
        raise WeightsError(f"The model in {folder} is damaged; delete that folder and run 'viva setup'.")
    return folder


def _make(model: Model, source: Path, folder: Path, tell: Progress) -> None:
    """Made under another name and moved into place whole, so that a torn folder is never taken for it."""
    from voice.gguf_weights import convert  # takes a second to import, and is needed once

    label = f"{model.title}: making it int8 for scoring"
    tell(label, 0.0)
    partial = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        convert(source, partial, lambda fraction: tell(label, 0.9 * fraction))
        for path in map(partial.joinpath, FILES):
            _write_out(path)
        marker = {"of": _origin(model), "files": _marks(partial), "sha256": _hashes(partial)}
        (partial / _MARKER).write_text(json.dumps(marker))
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(partial, folder)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)  # up to 1.8 GB, on a disk that it may have filled
        raise


def _write_out(path: Path) -> None:
    """To the disk, with a time of change in whole seconds: container images keep no fractions."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    changed = int(path.stat().st_mtime)
    os.utime(path, (changed, changed))


def _origin(model: Model) -> list[int | str]:
    return [FORMAT, *(file.sha256 for file in model.files)]


def _marker(folder: Path) -> dict[str, object]:
    read = json.loads((folder / _MARKER).read_text())
    if not isinstance(read, dict):
        raise ValueError
    return read


def _marks(folder: Path) -> dict[str, list[int]]:
    return {name: [(stat := (folder / name).stat()).st_size, stat.st_mtime_ns] for name in FILES}


def _hashes(folder: Path) -> dict[str, str]:
    return {name: file_sha256(folder / name) for name in FILES}
