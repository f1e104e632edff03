"""What is built can be installed anywhere: the wheel and the source archive hold all they need."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = "benchside/_data"


def build(source: Path, folder: Path, target: str) -> Path:
    """Build a wheel or a source archive without the network."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (built,) = folder.iterdir()
    return built


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def shipped_files(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.mark.parametrize("folder", ["programs", "sessions", "sounds"])
def test_the_wheel_carries_what_ships(wheel: Path, folder: str) -> None:
    shipped = shipped_files(folder)

    assert shipped
    assert {f"{DATA}/{name}" for name in shipped} <= names_in(wheel)


def test_the_wheel_carries_every_style_and_language_file(wheel: Path) -> None:
    source = ROOT / "src"
    beside_code = {
        path.relative_to(source).as_posix()
        for path in (source / "benchside").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert beside_code <= names_in(wheel)


def test_the_source_archive_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = build(ROOT, tmp_path / "sdist", "sdist")
    with tarfile.open(archive) as sources:
        # `filter=` came with 3.11.4; this says the same, and older releases do not look at it.
        sources.extraction_filter = getattr(tarfile, "data_filter", None)
        sources.extractall(tmp_path / "unpacked")
    (unpacked,) = (tmp_path / "unpacked").iterdir()

    rebuilt = build(unpacked, tmp_path / "wheel", "wheel")

    assert names_in(rebuilt) == names_in(wheel)


def test_the_unpacked_wheel_finds_its_own_sessions_and_sounds(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "from benchside.storage.paths import shipped; print(shipped('sessions'), shipped('sounds'))"
    )

    found = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()

    assert found == [str(tmp_path / DATA / "sessions"), str(tmp_path / DATA / "sounds")]
