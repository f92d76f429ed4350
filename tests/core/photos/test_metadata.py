"""Metadata is read from every format, and broken metadata counts as unknown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import ExifTags, Image, TiffImagePlugin

from desktop_app.core.photos.capture import Capture, read_capture, text_of
from desktop_app.core.photos.metadata import NO_METADATA, Metadata, read_metadata
from desktop_app.core.photos.orientation import upright_size
from tests.raw_files import dng_file

Scene = Callable[[str, int], Image.Image]

EXPECTED = Metadata(
    capture=Capture(
        "2023-07-14T18:05:09", "Nikon Z 6", "NIKKOR Z 50mm f/1.8 S", 200, 50.0, 2.8, has_gps=False
    ),
    exposure=0.004,
    focal_length_35=50,
)


def exif_of_a_camera() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Nikon"
    exif[ExifTags.Base.Model] = "Nikon Z 6"
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = "2023:07:14 18:05:09"
    details[ExifTags.Base.LensModel] = "NIKKOR Z 50mm f/1.8 S"
    details[ExifTags.Base.ExposureTime] = TiffImagePlugin.IFDRational(1, 250)
    details[ExifTags.Base.FNumber] = 2.8
    details[ExifTags.Base.ISOSpeedRatings] = 200
    details[ExifTags.Base.FocalLength] = 50.0
    details[ExifTags.Base.FocalLengthIn35mmFilm] = 50
    return exif


def read(path: Path) -> Metadata:
    with path.open("rb") as file:
        return read_metadata(file, path)


def says_nothing(metadata: Metadata) -> bool:
    return metadata in (NO_METADATA, Metadata(Capture(has_gps=False)))


@pytest.mark.parametrize("name", ["photo.jpg", "photo.webp", "photo.png"])
def test_lens_exposure_and_date_are_read_from_every_usual_format(
    tmp_path: Path, scene: Scene, name: str
) -> None:
    scene("boat", 0).save(tmp_path / name, exif=exif_of_a_camera())
    found = read(tmp_path / name)
    assert found.exposure == pytest.approx(EXPECTED.exposure)
    assert found.capture == EXPECTED.capture
    assert found.focal_length_35 == 50


def test_metadata_of_a_phones_photo_is_read(tmp_path: Path, scene: Scene) -> None:
    path = tmp_path / "photo.heic"
    pillow_heif.from_pillow(scene("boat", 0)).save(path, exif=exif_of_a_camera().tobytes())
    assert read(path).capture.lens == EXPECTED.capture.lens


def test_a_picture_that_claims_billions_of_pixels_has_no_metadata(tmp_path: Path) -> None:
    Image.new("L", (16, 16)).save(tmp_path / "bomb.bmp")
    head = bytearray((tmp_path / "bomb.bmp").read_bytes())
    head[18:26] = (200_000).to_bytes(4, "little") * 2
    (tmp_path / "bomb.bmp").write_bytes(head)
    assert says_nothing(read(tmp_path / "bomb.bmp"))


@pytest.mark.parametrize("mark", [b"II*\0", b"IIRO", b"IIU\0"])
def test_the_tags_of_a_raw_file_are_read_whatever_its_magic_number(
    tmp_path: Path, mark: bytes
) -> None:
    path = tmp_path / "camera.orf"
    exif = exif_of_a_camera()
    exif.endian = "<"
    path.write_bytes(mark + exif.tobytes().removeprefix(b"Exif\0\0")[4:])
    assert read(path).capture.lens == EXPECTED.capture.lens


def test_the_camera_of_a_raw_file_is_read(tmp_path: Path, scene: Scene) -> None:
    path = tmp_path / "camera.dng"
    path.write_bytes(dng_file(scene("boat", 0)))
    assert read(path).capture == Capture("", "Maker One", has_gps=False)


def test_a_file_without_metadata_has_none(tmp_path: Path, scene: Scene) -> None:
    scene("boat", 0).save(tmp_path / "plain.jpg")
    assert says_nothing(read(tmp_path / "plain.jpg"))


@pytest.mark.parametrize("name", ["broken.nef", "broken.jpg"])
@pytest.mark.parametrize("content", [b"", b"II*\0\x08\0\0\0", b"MM\0*\xff\xff\xff\xff", b"?" * 99])
def test_broken_files_have_no_metadata(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert says_nothing(read(tmp_path / name))


def test_implausible_numbers_count_as_unknown(tmp_path: Path, scene: Scene) -> None:
    exif = Image.Exif()
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.ExposureTime] = TiffImagePlugin.IFDRational(1, 0)
    details[ExifTags.Base.FNumber] = -2.0
    details[ExifTags.Base.ISOSpeedRatings] = 0
    details[ExifTags.Base.FocalLength] = TiffImagePlugin.IFDRational(0, 0)
    scene("boat", 0).save(tmp_path / "odd.jpg", exif=exif)
    assert says_nothing(read(tmp_path / "odd.jpg"))


@pytest.mark.parametrize(
    ("north", "east", "has_place"),
    [
        ((48.0, 8.0, 1.5), (11.0, 34.0, 0.0), True),
        ((0.0, 0.0, 0.0), (6.0, 36.0, 0.0), True),  # on the equator
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), False),  # a camera without a fix
        ((TiffImagePlugin.IFDRational(0, 0),) * 3, (11.0, 34.0, 0.0), False),
        ((48.0, 8.0, 1.5), None, False),
        (None, (11.0, 34.0, 0.0), False),
    ],
)
def test_a_photo_has_a_place_if_both_its_angles_are_numbers(
    tmp_path: Path, scene: Scene, north: object, east: object, has_place: bool
) -> None:
    exif = exif_of_a_camera()
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    angles = ((ExifTags.GPS.GPSLatitude, north), (ExifTags.GPS.GPSLongitude, east))
    place.update({tag: angle for tag, angle in angles if angle is not None})
    scene("boat", 0).save(tmp_path / "placed.jpg", exif=exif)
    found = read(tmp_path / "placed.jpg").capture
    assert found.has_gps is has_place
    assert found.taken_at == EXPECTED.capture.taken_at


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.webp"])
def test_exif_that_holds_no_tags_counts_as_unknown(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Image.new("RGB", (64, 48)).save(path, exif=b"these are no tags")
    with Image.open(path) as image:
        assert read_capture(image) == Capture(has_gps=False)
        assert upright_size(image) == (64, 48)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Can\x1b[2Jon \x07EOS", "Can[2Jon EOS"),
        ("  EOS 7D \n", "EOS 7D"),
        ("x" * 101, "x" * 100),
        (b"EOS\xff", "EOS\ufffd"),
        (7, ""),
    ],
)
def test_texts_of_a_camera_fit_on_a_line(written: object, shown: str) -> None:
    assert text_of(written) == shown
