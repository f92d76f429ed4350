"""The sample pictures: what is drawn, and how a folder is filled with it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Generator
from datetime import datetime
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import ExifTags, Image

from desktop_app.core.base.errors import LibraryUnwritableError, NotAFolderError
from desktop_app.samples.sample_pictures import KINDS, draw_scene, write_samples
from tests.flush_record import FlushRecord
from tests.full_disk import full_disk

SMALL = (120, 80)


def _values(picture: Image.Image) -> NDArray[np.float64]:
    return np.asarray(picture, np.float64)


def _difference(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures of one size, in levels of 0..255."""
    return float(np.abs(_values(first) - _values(second)).mean())


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _times(folder: Path) -> dict[str, int]:
    """When each file was last written."""
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two pictures of each kind. Tests only read it."""
    folder = tmp_path_factory.mktemp("samples")
    for _ in write_samples(folder, per_kind=2):
        pass
    return folder


def test_there_are_at_least_twelve_kinds_named_once() -> None:
    assert len(KINDS) >= 12
    assert len(set(KINDS)) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_arguments_give_the_same_pixels(kind: str) -> None:
    assert draw_scene(kind, 3, SMALL).tobytes() == draw_scene(kind, 3, SMALL).tobytes()


def test_another_process_with_another_hash_seed_draws_the_same_pixels() -> None:
    script = (
        "import hashlib; from desktop_app.samples.sample_pictures import draw_scene;"
        "print(hashlib.sha256(draw_scene('boat', 5, (120, 80)).tobytes()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    there = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    here = hashlib.sha256(draw_scene("boat", 5, SMALL).tobytes()).hexdigest()
    assert there.stdout.strip() == here


@pytest.mark.parametrize("kind", KINDS)
def test_two_variations_of_a_kind_differ(kind: str) -> None:
    assert _difference(draw_scene(kind, 0, SMALL), draw_scene(kind, 1, SMALL)) > 5.0


def test_two_kinds_differ_in_the_same_variation() -> None:
    pictures = [draw_scene(kind, 0, SMALL) for kind in KINDS]
    for i, first in enumerate(pictures):
        assert all(_difference(first, second) > 5.0 for second in pictures[:i])


@pytest.mark.parametrize("size", [(16, 16), (64, 200), (300, 61), (240, 160)])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_drawn_at_any_reasonable_size(kind: str, size: tuple[int, int]) -> None:
    picture = draw_scene(kind, 1, size)
    assert (picture.mode, picture.size) == ("RGB", size)
    assert _values(picture).std() > 10.0, "a flat patch is no picture"


@pytest.mark.parametrize("kind", KINDS)
def test_a_larger_picture_is_the_same_one_with_more_pixels(kind: str) -> None:
    larger = draw_scene(kind, 2, (480, 320)).resize((60, 40), Image.Resampling.BOX)
    smaller = draw_scene(kind, 2, (240, 160)).resize((60, 40), Image.Resampling.BOX)
    assert _difference(larger, smaller) < 4.0


def test_a_kind_that_does_not_exist_is_refused_by_its_name() -> None:
    with pytest.raises(KeyError, match="unicorn"):
        draw_scene("unicorn", 0)


@pytest.mark.parametrize("size", [(15, 300), (300, 15), (0, 0)])
def test_what_is_too_small_to_draw_on_is_refused_by_its_size(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=re.escape(f"too small to draw on: {size}")):
        draw_scene("beach", 0, size)
    assert draw_scene("beach", 0, (max(16, size[0]), max(16, size[1]))).mode == "RGB"


def test_there_is_no_variation_below_zero() -> None:
    with pytest.raises(ValueError, match="non-negative"):
        draw_scene("beach", -1, SMALL)


def test_writing_tells_of_each_picture_once_it_is_there(tmp_path: Path) -> None:
    done = []
    for event in write_samples(tmp_path / "new" / "folder", per_kind=1):
        assert event.path.stat().st_size > 0
        assert event.total == len(KINDS)
        done.append(event.done)
    assert done == list(range(1, len(KINDS) + 1))


def test_files_are_named_by_kind_and_number(filled: Path) -> None:
    assert _names(filled) == {f"{kind}-{number:02d}.jpg" for kind in KINDS for number in (1, 2)}


def test_files_are_jpegs_of_both_orientations(filled: Path) -> None:
    upright = set()
    for path in filled.iterdir():
        with Image.open(path) as picture:
            picture.load()
            assert picture.format == "JPEG"
            upright.add(picture.height > picture.width)
    assert upright == {True, False}


def test_a_file_shows_the_scene_of_its_number(filled: Path) -> None:
    with Image.open(filled / "fish-02.jpg") as picture:
        assert _difference(picture, draw_scene("fish", 1, picture.size)) < 5.0


def test_files_carry_a_camera_and_dates_of_several_years(filled: Path) -> None:
    years = set()
    for path in filled.iterdir():
        with Image.open(path) as picture:
            exif = picture.getexif()
        assert exif[ExifTags.Base.Model] == "Sample"
        taken = exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal]
        years.add(datetime.strptime(taken, "%Y:%m:%d %H:%M:%S").year)  # noqa: DTZ007
    assert len(years) >= 3


def test_writing_elsewhere_gives_the_same_files(filled: Path, tmp_path: Path) -> None:
    for event in islice(write_samples(tmp_path, per_kind=1), 4):
        assert event.path.read_bytes() == (filled / event.path.name).read_bytes()


def test_writing_again_leaves_every_file_alone(filled: Path) -> None:
    before = _times(filled)
    *_, last = write_samples(filled, per_kind=2)
    assert last.done == last.total == 2 * len(KINDS)
    assert _times(filled) == before


def test_writing_draws_only_what_is_missing(filled: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(filled, tmp_path / "copy"))
    (folder / "cake-02.jpg").unlink()
    (folder / "snow-01.jpg").unlink()
    before = _times(folder)
    for _ in write_samples(folder, per_kind=2):
        pass
    after = _times(folder)
    assert after.keys() - before.keys() == {"cake-02.jpg", "snow-01.jpg"}
    assert before.items() <= after.items()


def test_a_file_of_the_users_own_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / f"{KINDS[0]}-01.jpg"
    own.write_bytes(b"not ours")
    next(write_samples(tmp_path, per_kind=1))
    assert own.read_bytes() == b"not ours"


def test_an_empty_file_is_drawn_again(tmp_path: Path) -> None:
    lost = tmp_path / f"{KINDS[0]}-01.jpg"
    lost.touch()
    next(write_samples(tmp_path, per_kind=1))
    with Image.open(lost) as picture:
        assert picture.getbbox() == (0, 0, *picture.size)


def test_a_cancelled_run_leaves_whole_files_only_and_the_next_one_goes_on(tmp_path: Path) -> None:
    run = write_samples(tmp_path, per_kind=1)
    assert isinstance(run, Generator)
    written = [next(run).path for _ in range(3)]
    run.close()
    assert _names(tmp_path) == {path.name for path in written}
    for path in written:
        with Image.open(path) as picture:
            picture.load()
    *_, last = write_samples(tmp_path, per_kind=1)
    assert len(_names(tmp_path)) == last.total


def test_what_a_killed_run_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".lookalike-0123.part").write_bytes(b"half a picture")
    next(write_samples(tmp_path, per_kind=1))
    assert _names(tmp_path) == {f"{KINDS[0]}-01.jpg"}


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for folder in (file, file / "inside"):
        with pytest.raises(NotAFolderError) as refusal:
            next(write_samples(folder))
        assert refusal.value.path == folder


def test_a_folder_that_takes_no_file_is_reported(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(LibraryUnwritableError) as refusal:
        next(write_samples(tmp_path))
    assert refusal.value.library == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_a_picture_is_on_the_disk_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = FlushRecord(monkeypatch)
    next(iter(write_samples(tmp_path, per_kind=1)))
    assert [record.is_safe(path) for path in tmp_path.iterdir()] == [True]
