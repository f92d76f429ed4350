"""Photos outside the library are told apart: new, known, and better than what is known."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.newcomers import check_newcomers
from desktop_app.core.jobs.duplicate_events import NewcomerChecked, Standing
from tests.core.indexing.catalogue_rows import Index

Scene = Callable[[str, int], Image.Image]
Check = Callable[[Iterable[Path]], list[NewcomerChecked]]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    folder = tmp_path / "card"
    folder.mkdir()
    return folder


@pytest.fixture
def check(files: LibraryFiles, encoder: Encoder, photo_folder: Path, run: Index) -> Check:
    """Compare files with an indexed library of nine photos."""
    run(photo_folder)
    return lambda paths: list(check_newcomers(files, encoder, paths))


def test_a_photo_that_the_library_has_not_is_new(check: Check, card: Path, scene: Scene) -> None:
    scene("car", 0).save(card / "car.jpg")

    assert check([card / "car.jpg"]) == [NewcomerChecked(card / "car.jpg", Standing.NEW)]


def test_an_identical_file_is_known(check: Check, card: Path, photo_folder: Path) -> None:
    shutil.copy(photo_folder / "beach-0.jpg", card / "copy.jpg")

    (found,) = check([card / "copy.jpg"])

    assert (found.standing, found.is_identical) == (Standing.KNOWN, True)
    assert found.known == photo_folder / "beach-0.jpg"


@pytest.mark.parametrize(
    ("size", "standing"), [((120, 80), Standing.KNOWN), ((480, 320), Standing.BETTER)]
)
def test_a_copy_with_more_pixels_is_better(
    check: Check,
    card: Path,
    photo_folder: Path,
    scene: Scene,
    size: tuple[int, int],
    standing: Standing,
) -> None:
    scene("flower", 1).resize(size).save(card / "resized.jpg")

    (found,) = check([card / "resized.jpg"])

    assert found == NewcomerChecked(
        card / "resized.jpg", standing, photo_folder / "flower-1.jpg", is_identical=False
    )


def test_a_framed_copy_is_known(check: Check, card: Path, scene: Scene) -> None:
    framed = ImageOps.expand(ImageOps.expand(scene("flower", 1), 20, "ivory"), 12, "brown")
    framed.save(card / "framed.png")

    (found,) = check([card / "framed.png"])

    assert found.standing is Standing.KNOWN  # not better, although it has more pixels


@pytest.mark.parametrize(
    "way", [Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180]
)
def test_a_turned_copy_is_known(
    check: Check, card: Path, scene: Scene, way: Image.Transpose
) -> None:
    scene("beach", 1).transpose(way).save(card / "turned.png")

    assert [found.standing for found in check([card / "turned.png"])] == [Standing.KNOWN]


def test_the_second_of_two_new_files_is_known(check: Check, card: Path, scene: Scene) -> None:
    scene("car", 0).save(card / "a.jpg")
    shutil.copy(card / "a.jpg", card / "b.jpg")

    first, second = check([card / "a.jpg", card / "b.jpg"])

    assert first.standing is Standing.NEW
    assert (second.standing, second.known) == (Standing.KNOWN, card / "a.jpg")


def test_a_broken_file_does_not_end_the_check(check: Check, card: Path, scene: Scene) -> None:
    (card / "broken.jpg").write_bytes(b"")
    scene("car", 0).save(card / "car.jpg")

    broken, car = check([card / "broken.jpg", card / "car.jpg"])

    assert (broken.standing, broken.problem) == (Standing.UNREADABLE, PhotoProblem.EMPTY_FILE)
    assert car.standing is Standing.NEW


@pytest.mark.parametrize("is_identical", [True, False])
def test_a_photo_that_the_library_loses_during_the_check_is_new(
    check: Check, card: Path, photo_folder: Path, run: Index, *, is_identical: bool
) -> None:
    shutil.copy(photo_folder / "beach-0.jpg", card / "copy.jpg")
    if not is_identical:
        with Image.open(photo_folder / "beach-0.jpg") as photo:
            photo.resize((120, 80)).save(card / "copy.jpg")

    def paths() -> Iterable[Path]:
        """Found while the check goes on."""
        (photo_folder / "beach-0.jpg").unlink()
        run(photo_folder)
        yield card / "copy.jpg"

    assert [found.standing for found in check(paths())] == [Standing.NEW]


def test_in_an_empty_library_all_photos_are_new(
    files: LibraryFiles, encoder: Encoder, card: Path, scene: Scene
) -> None:
    scene("car", 0).save(card / "car.jpg")
    files.create()

    (found,) = check_newcomers(files, encoder, [card / "car.jpg"])

    assert found.standing is Standing.NEW
