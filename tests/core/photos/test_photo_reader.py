"""Photos of every format are decoded upright and in sRGB; broken ones are refused."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.capture import Capture
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.picture_formats import PictureFormat
from tests.raw_files import dng_file

Scene = Callable[[str, int], Image.Image]


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    small = [np.asarray(image.resize((24, 16)), np.float32) for image in (one, other)]
    return float(np.abs(small[0] - small[1]).mean())


def opened(path: Path, short_side: int = 64) -> Image.Image:
    return PhotoReader().open(path, short_side).image


def problem_of(path: Path) -> PhotoProblem:
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(path, 64)
    assert caught.value.path == path
    return caught.value.problem


@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        ("jpg", {"quality": 90}),
        ("jpg", {"quality": 90, "progressive": True}),
        ("png", {}),
        ("webp", {"quality": 90}),
        ("tif", {"compression": "tiff_lzw"}),
        ("gif", {}),
        ("bmp", {}),
        ("avif", {"quality": 90}),
        ("jp2", {}),
    ],
)
def test_every_usual_format_decodes_to_the_same_picture(
    tmp_path: Path, scene: Scene, suffix: str, options: dict[str, Any]
) -> None:
    picture = scene("flower", 0)
    path = tmp_path / f"photo.{suffix}"
    picture.save(path, **options)
    photo = PhotoReader().open(path, 64)
    assert photo.image.mode == "RGB"
    assert (photo.width, photo.height) == picture.size
    assert mean_difference(photo.image, picture) < 6


def test_the_preview_of_a_raw_file_is_decoded_upright(tmp_path: Path, scene: Scene) -> None:
    path = tmp_path / "camera.dng"
    picture = scene("boat", 0).resize((480, 320))
    path.write_bytes(dng_file(picture, orientation=6))
    photo = PhotoReader().open(path, 64)
    assert photo.format == "RAW"
    assert (photo.width, photo.height) == (320, 480)
    assert mean_difference(photo.image, picture.transpose(Image.Transpose.ROTATE_270)) < 6


def test_a_raw_file_that_is_cut_off_behind_its_preview_is_shown(
    tmp_path: Path, scene: Scene
) -> None:
    path = tmp_path / "camera.dng"
    picture = scene("boat", 0).resize((480, 320))
    path.write_bytes(dng_file(picture, taken="2011:05:06 10:11:12")[:-1000])
    photo = PhotoReader().open(path, 64)
    assert mean_difference(photo.image, picture) < 6
    assert photo.capture == Capture("2011-05-06T10:11:12", "Maker One", has_gps=False)


def test_heic_photos_are_read(tmp_path: Path, scene: Scene) -> None:
    path = tmp_path / "photo.heic"
    pillow_heif.from_pillow(scene("beach", 1)).save(path, quality=90)
    assert mean_difference(opened(path), scene("beach", 1)) < 6


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_cameras_orientation_is_applied(tmp_path: Path, scene: Scene, orientation: int) -> None:
    upright = scene("boat", 0)
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(undo[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "turned.jpg", exif=exif, quality=92)
    photo = PhotoReader().open(tmp_path / "turned.jpg", 64)
    assert (photo.width, photo.height) == upright.size
    assert mean_difference(photo.image, upright) < 4


def test_a_colour_profile_is_converted_to_srgb(tmp_path: Path) -> None:
    """The profile's red and green are swapped: a red patch that carries it is green."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    name = profile.find("sRGB".encode("utf-16-be"))
    profile[name : name + 8] = "test".encode("utf-16-be")
    Image.new("RGB", (64, 64), (250, 10, 10)).save(
        tmp_path / "tagged.png", icc_profile=bytes(profile)
    )
    converted = np.asarray(opened(tmp_path / "tagged.png"))[5, 5]
    assert converted.argmax() == 1


def test_cmyk_pictures_are_read(tmp_path: Path, scene: Scene) -> None:
    scene("flower", 1).convert("CMYK").save(tmp_path / "print.jpg", quality=95)
    assert mean_difference(opened(tmp_path / "print.jpg"), scene("flower", 1)) < 8


def test_sixteen_bit_grey_keeps_its_tones(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)[np.newaxis].repeat(64, axis=0)
    Image.fromarray(ramp).save(tmp_path / "deep.png")
    Image.fromarray(ramp).save(tmp_path / "deep.tif")
    for name in ("deep.png", "deep.tif"):
        row = np.asarray(opened(tmp_path / name))[32, :, 0]
        assert np.abs(row.astype(int) - np.arange(256)).max() <= 1


def test_the_orientation_of_deep_grey_is_applied(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(np.zeros((40, 90), np.uint16)).save(tmp_path / "turned.png", exif=exif)
    assert opened(tmp_path / "turned.png").size == (40, 90)


def test_transparent_pixels_show_a_grey_background(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (0, 0, 32, 64))
    picture.save(tmp_path / "logo.png")
    image = opened(tmp_path / "logo.png")
    assert image.getpixel((5, 5)) == (0, 0, 255)
    assert image.getpixel((60, 5)) == (128, 128, 128)


def test_a_palette_with_a_transparent_colour_is_read(tmp_path: Path) -> None:
    picture = Image.new("P", (64, 64), 1)
    picture.putpalette([255, 0, 0, 0, 200, 0] + [0] * 762)
    picture.paste(0, (0, 0, 32, 64))
    picture.save(tmp_path / "palette.png", transparency=0)
    image = opened(tmp_path / "palette.png")
    assert image.getpixel((5, 5)) == (128, 128, 128)
    assert image.getpixel((60, 5)) == (0, 200, 0)


@pytest.mark.parametrize(("mode", "red"), [("RGB", (255, 0, 0)), ("L", 255)])
def test_one_colour_of_a_png_without_alpha_can_be_transparent(
    tmp_path: Path, mode: str, red: tuple[int, ...] | int
) -> None:
    picture = Image.new(mode, (64, 64))
    picture.paste(red, (0, 0, 32, 64))
    picture.save(tmp_path / "colour.png", transparency=red)
    image = opened(tmp_path / "colour.png")
    assert image.getpixel((5, 5)) == (128, 128, 128)
    assert image.getpixel((60, 5)) == (0, 0, 0)


def test_the_first_frame_of_an_animation_is_the_photo(tmp_path: Path, scene: Scene) -> None:
    frames = [scene("fish", i) for i in range(3)]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:])
    assert mean_difference(opened(tmp_path / "moving.gif"), frames[0]) < 6


def test_pillow_knows_every_format_but_raw() -> None:
    Image.init()
    assert {kind for kind in PictureFormat if kind.pillow_name not in Image.OPEN} == {
        PictureFormat.RAW
    }


def test_the_format_is_detected_by_content_and_not_by_name(tmp_path: Path, scene: Scene) -> None:
    scene("beach", 0).save(tmp_path / "photo.png")
    for name in ("really-a.jpg", "no_suffix", "photo.xyz"):
        (tmp_path / name).write_bytes((tmp_path / "photo.png").read_bytes())
        assert PhotoReader().open(tmp_path / name, 64).format == "PNG"


def test_a_large_jpeg_is_reduced_but_not_below_the_size_that_is_needed(tmp_path: Path) -> None:
    Image.new("RGB", (4000, 3000), (90, 120, 60)).save(tmp_path / "large.jpg")
    photo = PhotoReader().open(tmp_path / "large.jpg", 224, 320)
    assert (photo.width, photo.height) == (4000, 3000)
    assert 224 <= min(photo.image.size) < 500
    assert max(photo.image.size) >= 320


def test_a_picture_is_never_enlarged(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "small.png")
    assert opened(tmp_path / "small.png", 224).size == (40, 30)


def test_camera_and_date_are_read(tmp_path: Path, scene: Scene) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Canon", "Canon EOS 7D"
    exif.get_ifd(0x8769)[0x9003] = "2019:03:21 11:04:22"
    scene("beach", 0).save(tmp_path / "dated.jpg", exif=exif)
    capture = PhotoReader().open(tmp_path / "dated.jpg", 64).capture
    assert (capture.camera, capture.taken_at) == ("Canon EOS 7D", "2019-03-21T11:04:22")


def test_a_photo_with_broken_exif_is_decoded(tmp_path: Path, scene: Scene) -> None:
    scene("beach", 0).save(tmp_path / "odd.jpg", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert opened(tmp_path / "odd.jpg").size[1] >= 64


def test_a_file_is_refused_for_the_right_reason(tmp_path: Path, scene: Scene) -> None:
    jpeg = io.BytesIO()
    scene("beach", 0).save(jpeg, "JPEG")
    png = io.BytesIO()
    scene("beach", 0).save(png, "PNG")
    contents = {
        "empty.jpg": (b"", PhotoProblem.EMPTY_FILE),
        "text.jpg": (b"not a picture at all", PhotoProblem.NO_PHOTO),
        "half.jpg": (jpeg.getvalue()[: len(jpeg.getvalue()) // 2], PhotoProblem.TRUNCATED),
        "half.png": (png.getvalue()[: len(png.getvalue()) // 2], PhotoProblem.TRUNCATED),
        "garbage.png": (b"\x89PNG\r\n\x1a\n" + b"?" * 200, PhotoProblem.UNDECODABLE),
        "new.jxl": (b"\xff\x0a" + b"?" * 200, PhotoProblem.UNSUPPORTED_FORMAT),
        "camera.nef": (b"II*\0" + b"\0" * 200, PhotoProblem.NO_RAW_PREVIEW),
        "camera.raw": (b"?" * 200, PhotoProblem.NO_RAW_PREVIEW),
    }
    for name, (content, expected) in contents.items():
        (tmp_path / name).write_bytes(content)
        assert problem_of(tmp_path / name) is expected, name


def test_what_is_stored_of_garbage_is_the_same_each_time(tmp_path: Path) -> None:
    """Pillow names the opened file as an object, with its address in memory."""
    (tmp_path / "garbage.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"?" * 200)
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(tmp_path / "garbage.png", 64)
    assert caught.value.detail == ""


def test_a_missing_file_and_a_folder_have_different_problems(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "nothing.jpg") is PhotoProblem.VANISHED
    assert problem_of(tmp_path) is PhotoProblem.UNREADABLE


def test_a_tiny_picture_is_refused(tmp_path: Path) -> None:
    Image.new("RGB", (400, 8)).save(tmp_path / "line.png")
    assert problem_of(tmp_path / "line.png") is PhotoProblem.TOO_SMALL
    Image.new("RGB", (400, 15)).save(tmp_path / "strip.png")
    assert problem_of(tmp_path / "strip.png") is PhotoProblem.TOO_SMALL
    Image.new("RGB", (400, 16)).save(tmp_path / "band.png")
    assert PhotoReader().open(tmp_path / "band.png", 400).image.size == (400, 16)


def test_a_picture_that_claims_too_many_pixels_is_refused_before_it_is_decoded(
    tmp_path: Path,
) -> None:
    """A PNG header of 60,000 x 60,000 pixels, in 60 bytes."""
    tiny = io.BytesIO()
    Image.new("L", (1, 1)).save(tiny, "PNG")
    header = bytearray(tiny.getvalue())
    header[16:24] = (60_000).to_bytes(4, "big") * 2
    header[29:33] = __import__("zlib").crc32(header[12:29]).to_bytes(4, "big")
    (tmp_path / "bomb.png").write_bytes(header)
    assert problem_of(tmp_path / "bomb.png") is PhotoProblem.TOO_MANY_PIXELS


@pytest.mark.slow
def test_a_progressive_jpeg_counts_the_memory_of_its_full_size(tmp_path: Path) -> None:
    """175 megapixels would hold a gigabyte of coefficients; a baseline file needs none."""
    for name, progressive in (("fine.jpg", False), ("heavy.jpg", True)):
        Image.new("L", (17_500, 10_000)).save(tmp_path / name, progressive=progressive, quality=20)
    assert opened(tmp_path / "fine.jpg").size[1] < 3000
    assert problem_of(tmp_path / "heavy.jpg") is PhotoProblem.TOO_MANY_PIXELS


def test_a_named_pipe_does_not_block(tmp_path: Path) -> None:
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe.jpg")
    assert problem_of(tmp_path / "pipe.jpg") is PhotoProblem.UNREADABLE
