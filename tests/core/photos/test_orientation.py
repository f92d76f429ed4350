"""Photos of every format are turned upright once; so are their width and height."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from desktop_app.core.photos.photo_reader import Photo, PhotoReader
from tests.raw_files import dng_file

Scene = Callable[[str, int], Image.Image]

UNDONE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
SENSOR = (320, 240)  # of the RAW files: a landscape


def as_stored(upright: Image.Image, orientation: int) -> Image.Image:
    return upright.transpose(UNDONE[orientation]) if orientation in UNDONE else upright


def exif_of(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return exif


def xmp_of(orientation: int, is_attribute: bool = True) -> bytes:
    value = (
        f'<rdf:Description tiff:Orientation="{orientation}"/>'
        if is_attribute
        else f"<tiff:Orientation>{orientation}</tiff:Orientation>"
    )
    return f"<x:xmpmeta>{value}</x:xmpmeta>".encode()


def assert_upright(path: Path, upright: Image.Image) -> None:
    """Reduced as in the index, and whole as in the viewer."""
    for short_side in (64, 1_000_000):
        photo = PhotoReader().open(path, short_side)
        assert (photo.width, photo.height) == upright.size
        assert mean_difference(photo, upright) < 5


def mean_difference(photo: Photo, expected: Image.Image) -> float:
    first, second = (
        np.asarray(image.convert("RGB").resize((24, 24)), np.float32)
        for image in (photo.image, expected)
    )
    return float(np.abs(first - second).mean())


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "tif", "png", "webp", "avif", "heic"])
def test_exif_turns_a_photo_of_every_format(
    tmp_path: Path, scene: Scene, suffix: str, orientation: int
) -> None:
    """AVIF and HEIC are written with the boxes irot and imir."""
    upright = scene("boat", 0).crop((0, 0, 240, 160))
    path = tmp_path / f"turned.{suffix}"
    as_stored(upright, orientation).save(path, exif=exif_of(orientation).tobytes())
    if suffix in {"avif", "heic"} and orientation > 1:
        assert re.search(rb"irot|imir", path.read_bytes())
    assert_upright(path, upright)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "jpeg"])
def test_a_tiff_is_turned_however_it_is_compressed(
    tmp_path: Path, scene: Scene, compression: str, orientation: int
) -> None:
    upright = scene("boat", 0).crop((0, 0, 240, 160))
    stored = as_stored(upright, orientation)
    stored.save(tmp_path / "a.tif", exif=exif_of(orientation), compression=compression)
    assert_upright(tmp_path / "a.tif", upright)


@pytest.mark.parametrize("suffix", ["jpg", "tif", "png", "webp", "avif", "heic"])
@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_a_photo_with_an_impossible_orientation_is_shown_as_stored(
    tmp_path: Path, scene: Scene, suffix: str, orientation: int
) -> None:
    upright = scene("boat", 0).crop((0, 0, 240, 160))
    exif = b"Exif\0\0" + tiff_block(ExifTags.Base.Orientation, orientation)
    path = tmp_path / f"odd.{suffix}"
    upright.save(path, exif=exif)
    assert_upright(path, upright)


@pytest.mark.parametrize("is_attribute", [True, False])
@pytest.mark.parametrize("suffix", ["jpg", "tif", "png", "webp"])
def test_xmp_turns_a_photo_where_exif_does_not(
    tmp_path: Path, scene: Scene, suffix: str, is_attribute: bool
) -> None:
    upright, xmp = scene("boat", 0).crop((0, 0, 240, 160)), xmp_of(6, is_attribute)
    text = PngInfo()
    text.add_itxt("XML:com.adobe.xmp", xmp.decode())
    options: dict[str, dict[str, Any]] = {"png": {"pnginfo": text}, "tif": {"tiffinfo": {700: xmp}}}
    path = tmp_path / f"turned.{suffix}"
    as_stored(upright, 6).save(path, **options.get(suffix, {"xmp": xmp}))
    assert_upright(path, upright)


def test_exif_behind_the_pixels_turns_a_png(tmp_path: Path, scene: Scene) -> None:
    upright, path = scene("boat", 0).crop((0, 0, 240, 160)), tmp_path / "late.png"
    as_stored(upright, 6).save(path, exif=exif_of(6))
    content = path.read_bytes()
    at = content.index(b"eXIf") - 4
    size = 12 + int.from_bytes(content[at : at + 4], "big")
    rest = content[:at] + content[at + size :]
    path.write_bytes(rest[:-12] + content[at : at + size] + rest[-12:])
    assert_upright(path, upright)


def test_exif_counts_where_xmp_says_otherwise(tmp_path: Path, scene: Scene) -> None:
    upright = scene("boat", 0)
    as_stored(upright, 8).save(tmp_path / "a.jpg", exif=exif_of(8), xmp=xmp_of(3))
    assert_upright(tmp_path / "a.jpg", upright)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["avif", "heic"])
def test_exif_alone_turns_a_heif_that_has_no_box_for_it(
    tmp_path: Path, scene: Scene, suffix: str, orientation: int
) -> None:
    upright = scene("boat", 0).crop((0, 0, 240, 160))
    path = tmp_path / f"phone.{suffix}"
    path.write_bytes(with_only_exif(as_stored(upright, orientation), suffix, orientation))
    assert b"irot" not in path.read_bytes()
    assert_upright(path, upright)


@pytest.mark.parametrize("box", range(2, 9))
def test_a_heic_is_turned_once_where_its_box_and_exif_agree(
    tmp_path: Path, scene: Scene, box: int
) -> None:
    upright, data = scene("boat", 0).crop((0, 0, 240, 160)), io.BytesIO()
    exif = exif_of(box)
    exif[PLACEHOLDER] = box
    pillow_heif.from_pillow(as_stored(upright, box)).save(data, exif=exif.tobytes())
    # The encoder resets the tag for the orientation: the other one takes its place.
    file = data.getvalue().replace(b"\x12\1\3\0", b"\x11\1\3\0")
    (tmp_path / "phone.heic").write_bytes(named_orientation(file, box))
    assert_upright(tmp_path / "phone.heic", upright)


@pytest.mark.parametrize("box", range(2, 9))
def test_an_avif_is_turned_once_where_its_box_and_exif_agree(
    tmp_path: Path, scene: Scene, box: int
) -> None:
    upright, data = scene("boat", 0).crop((0, 0, 240, 160)), io.BytesIO()
    exif = Image.Exif()
    exif.load(tiff_block(PLACEHOLDER, box))
    exif[ExifTags.Base.Orientation] = box
    as_stored(upright, box).save(data, "AVIF", exif=exif)
    (tmp_path / "phone.avif").write_bytes(named_orientation(data.getvalue(), box))
    assert_upright(tmp_path / "phone.avif", upright)


@pytest.mark.parametrize("suffix", ["avif", "heic"])
def test_a_box_that_says_not_turned_counts_more_than_exif(
    tmp_path: Path, scene: Scene, suffix: str
) -> None:
    picture, data = scene("boat", 0).crop((0, 0, 240, 160)), io.BytesIO()
    exif = exif_of(6)
    exif[PLACEHOLDER] = 6
    picture.save(data, {"avif": "AVIF", "heic": "HEIF"}[suffix], exif=exif.tobytes())
    file = named_orientation(data.getvalue().replace(b"\x12\1\3\0", b"\x11\1\3\0"), 6)
    assert b"irot\3" in file
    (tmp_path / f"a.{suffix}").write_bytes(file.replace(b"irot\3", b"irot\0"))
    assert_upright(tmp_path / f"a.{suffix}", picture)


PLACEHOLDER = 0x0113  # encoders move the tag for the orientation into a box, and leave this one


def tiff_block(tag: int, value: int) -> bytes:
    entry = b"\0\1" + tag.to_bytes(2, "big") + b"\0\3\0\0\0\1" + value.to_bytes(2, "big")
    return b"MM\0*\0\0\0\x08" + entry + b"\0" * 6


def with_only_exif(stored: Image.Image, suffix: str, orientation: int) -> bytes:
    data = io.BytesIO()
    exif = b"Exif\0\0" + tiff_block(PLACEHOLDER, orientation)
    stored.save(data, {"avif": "AVIF", "heic": "HEIF"}[suffix], exif=exif)
    return named_orientation(data.getvalue(), orientation)


def named_orientation(file: bytes, orientation: int) -> bytes:
    for order in ("big", "little"):
        marks = [tag.to_bytes(2, order) for tag in (PLACEHOLDER, ExifTags.Base.Orientation)]
        kind = (3).to_bytes(2, order) + (1).to_bytes(4, order) + orientation.to_bytes(2, order)
        file = file.replace(marks[0] + kind, marks[1] + kind)
    assert b"Exif" in file
    return file


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_raw_preview_as_the_sensor_saw_it_is_turned(
    tmp_path: Path, scene: Scene, orientation: int
) -> None:
    upright = sized(scene, (320, 480) if orientation > 4 else (480, 320))
    write_raw(tmp_path, as_stored(upright, orientation), orientation)
    assert_upright(tmp_path / "a.dng", upright)


@pytest.mark.parametrize("orientation", range(5, 9))
def test_a_raw_preview_that_is_upright_already_is_not_turned_again(
    tmp_path: Path, scene: Scene, orientation: int
) -> None:
    upright = sized(scene, (320, 480))
    write_raw(tmp_path, upright, orientation)
    assert_upright(tmp_path / "a.dng", upright)


@pytest.mark.parametrize(("camera", "own"), [(6, 6), (8, 6), (1, 3), (6, 8), (3, 3)])
def test_the_orientation_of_a_raw_preview_itself_counts_where_it_fits(
    tmp_path: Path, scene: Scene, camera: int, own: int
) -> None:
    upright = sized(scene, (320, 480) if camera > 4 else (480, 320))
    write_raw(tmp_path, as_stored(upright, own), camera, exif_of(own))
    assert_upright(tmp_path / "a.dng", upright)


@pytest.mark.parametrize(("stored", "own"), [((320, 480), 6), ((480, 320), 1)])
def test_a_raw_preview_gets_the_shape_of_the_upright_picture_whatever_its_exif_says(
    tmp_path: Path, scene: Scene, stored: tuple[int, int], own: int
) -> None:
    """A preview that is upright and still has the tag, and one that lies on its side without."""
    picture = sized(scene, stored)
    write_raw(tmp_path, picture, 6, exif_of(own))
    lies = stored[0] > stored[1]
    upright = picture.transpose(Image.Transpose.ROTATE_270) if lies else picture
    assert_upright(tmp_path / "a.dng", upright)


def test_a_raw_preview_with_its_own_exif_is_turned_once(tmp_path: Path, scene: Scene) -> None:
    """Turned already by half, which its shape cannot show: its own EXIF says so."""
    upright = sized(scene, (480, 320))
    write_raw(tmp_path, upright, 3, exif_of(1))
    assert_upright(tmp_path / "a.dng", upright)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_raw_file_with_a_tiny_preview_is_rendered_upright(
    tmp_path: Path, scene: Scene, orientation: int
) -> None:
    write_raw(tmp_path, sized(scene, (160, 120)), orientation)
    photo = PhotoReader().open(tmp_path / "a.dng", 64)
    assert (photo.width, photo.height) == ((160, 120) if orientation == 1 else (120, 160))
    assert photo.image.size == (photo.width, photo.height)


def sized(scene: Scene, size: tuple[int, int]) -> Image.Image:
    return scene("boat", 0).resize(size)


def write_raw(
    folder: Path, preview: Image.Image, orientation: int, exif: Image.Exif | None = None
) -> None:
    (folder / "a.dng").write_bytes(dng_file(preview, orientation, exif))
