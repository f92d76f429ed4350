from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.training.duplicates.drawn_photos import drawn_photo, drawn_photos
from training.duplicates.copied_photos import copied_photos
from training.duplicates.edits import EDITS, Edit
from training.duplicates.reading import read_rgb

BY_NAME = {edit.name: edit for edit in EDITS}


def edited(name: str, photo: Image.Image) -> Image.Image:
    return BY_NAME[name].made(photo, "a photo").convert("RGB")


def difference(first: Image.Image, second: Image.Image) -> float:
    return float(np.abs(np.asarray(first, float) - np.asarray(second, float)).mean())


def test_each_edit_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(EDITS) >= 25


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_every_edit_copies_a_landscape_and_a_portrait_and_leaves_the_photo_alone(
    edit: Edit, tmp_path: Path
) -> None:
    for size in ((96, 64), (64, 96)):
        photo = drawn_photo(0, size)
        before = photo.tobytes()
        edit.save(edit.made(photo, "a photo"), tmp_path / "copy")
        assert photo.tobytes() == before
        with Image.open(tmp_path / "copy") as saved:
            assert saved.format == edit.saving["format"]
            assert min(saved.size) >= 6


def test_a_random_edit_is_the_same_again_and_another_for_another_photo() -> None:
    for name in ("crop 20 %", "noise", "sticker over a fifth"):
        first, again = (BY_NAME[name].made(drawn_photo(0), "first") for _ in range(2))
        other = BY_NAME[name].made(drawn_photo(0), "other")
        assert first.tobytes() == again.tobytes()
        assert first.tobytes() != other.tobytes()


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("scale 0.5", (96, 64)),
        ("stretched to 4:3", (171, 128)),
        ("stretched to 1:1", (128, 128)),
        ("turned by 90°", (128, 192)),
        ("black border", (230, 166)),
    ],
)
def test_an_edit_of_the_size_makes_it_so(name: str, size: tuple[int, int]) -> None:
    assert edited(name, drawn_photo(0, (192, 128))).size == size


def test_a_crop_loses_its_share_of_the_area_and_keeps_the_aspect_ratio() -> None:
    photo = drawn_photo(0, (300, 200))
    for percent in (2, 5, 10, 20, 40):
        width, height = edited(f"crop {percent} %", photo).size
        assert width * height / 60000 == pytest.approx(1 - percent / 100, abs=0.006)
        assert width / height == pytest.approx(1.5, abs=0.02)


def test_a_turn_by_two_degrees_leaves_no_empty_corner() -> None:
    white = Image.new("RGB", (192, 128), "white")
    for name in ("turned by 2°", "turned by -2°"):
        assert np.asarray(edited(name, white)).min() == 255


def test_the_sticker_covers_a_fifth() -> None:
    photo = drawn_photo(0, (300, 200))
    changed = (np.asarray(edited("sticker over a fifth", photo)) != np.asarray(photo)).any(axis=2)
    assert changed.mean() == pytest.approx(0.2, abs=0.01)


def test_what_is_put_over_a_photo_leaves_the_rest_of_it() -> None:
    photo = drawn_photo(0, (192, 128))
    for name in ("text", "watermark"):
        changed = (np.asarray(edited(name, photo)) != np.asarray(photo)).any(axis=2)
        assert 0.02 < changed.mean() < 0.5


def test_mirroring_and_turning_twice_gives_the_photo_back() -> None:
    photo = drawn_photo(0)
    for name in ("mirrored", "mirrored upside down", "turned by 180°"):
        once = edited(name, photo)
        assert difference(once, photo) > 10
        assert edited(name, once).tobytes() == photo.tobytes()


def test_a_grey_copy_has_no_colour_and_a_sepia_one_is_brown() -> None:
    photo = drawn_photo(0)
    red, _, blue = np.asarray(edited("grey", photo), int).transpose(2, 0, 1)
    assert (red == blue).all()
    red, _, blue = np.asarray(edited("sepia", photo), int).transpose(2, 0, 1)
    assert (red >= blue).all()


def test_exposure_and_gamma_change_the_brightness() -> None:
    photo = drawn_photo(0)
    mean = np.asarray(photo).mean()
    for name in ("exposure × 1.5", "gamma 0.6"):
        assert np.asarray(edited(name, photo)).mean() > mean + 10
    for name in ("exposure × 0.6", "gamma 1.6"):
        assert np.asarray(edited(name, photo)).mean() < mean - 10


def test_the_photo_is_in_the_screenshot() -> None:
    white = Image.new("RGB", (192, 128), "white")
    shown = (np.asarray(edited("screenshot of a viewer", white)) == 255).all(axis=2)
    assert shown.sum() == round(192 * 0.7) * round(128 * 0.7)


def test_copies_are_files_in_a_folder_for_each_edit_and_are_made_once(tmp_path: Path) -> None:
    photos, rows = drawn_photos(tmp_path / "photos", 5), np.array([1, 3])
    edits = [BY_NAME["grey"], BY_NAME["PNG"]]
    copied = copied_photos(photos, rows, edits, tmp_path / "cache")
    assert list(copied.copies) == ["grey", "PNG"]
    grey, png = copied.copies.values()
    assert grey.root != png.root
    assert [path.suffix for path in (*grey.paths, *png.paths)] == [".jpeg"] * 2 + [".png"] * 2
    for path, row in zip(png.paths, rows, strict=True):
        assert read_rgb(path).tobytes() == read_rgb(photos.paths[row]).tobytes()
    times = [path.stat().st_mtime_ns for path in grey.paths]
    again = copied_photos(photos, rows, edits, tmp_path / "cache").copies["grey"]
    assert [path.stat().st_mtime_ns for path in again.paths] == times


def test_an_edit_that_changes_is_made_anew(tmp_path: Path) -> None:
    photos, rows = drawn_photos(tmp_path / "photos", 2), np.array([0])
    folders = set()
    for change in ("grey", "sepia"):
        edit = Edit("tone", BY_NAME[change].change)
        folders.add(copied_photos(photos, rows, [edit], tmp_path / "cache").copies["tone"].root)
    assert len(folders) == 2
