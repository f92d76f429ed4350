"""A PNG file is read whatever its metadata are; only what its pixels need can damage it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.photo_reader import PhotoReader
from tests.core.photos.png_files import RGB, chunk, png_file

Scene = Callable[[str, int], Image.Image]

_TURNED = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
_INFLATED = zlib.compress(bytes(40 * 2**20))

BROKEN = {
    "long text": chunk(b"tEXt", b"Comment\0" + b"x" * 3 * 2**20),
    "text that inflates": chunk(b"zTXt", b"Comment\0\0" + _INFLATED),
    "UTF-8 text that inflates": chunk(b"iTXt", b"Comment\0\1\0\0\0" + _INFLATED),
    "text of another checksum": chunk(b"tEXt", b"Comment\0x", crc=1),
    "text that does not inflate": chunk(b"zTXt", b"Comment\0\0nonsense"),
    "text of another compression": chunk(b"zTXt", b"Comment\0\7nonsense"),
    "text without a name": chunk(b"tEXt", b"\xff\xfe"),
    "profile that inflates": chunk(b"iCCP", b"sRGB\0\0" + _INFLATED),
    "profile that does not inflate": chunk(b"iCCP", b"sRGB\0\0nonsense"),
    "profile of another checksum": chunk(b"iCCP", b"sRGB\0\0nonsense", crc=1),
    "EXIF of another checksum": chunk(b"eXIf", _TURNED, crc=1),
    "EXIF of no tags": chunk(b"eXIf", b"\xff\xfe\0"),
    "gamma of another checksum": chunk(b"gAMA", struct.pack(">I", 300_000), crc=1),
    "short gamma": chunk(b"gAMA", b"\1"),
    "short time": chunk(b"tIME", b"\1"),
    "short colours": chunk(b"cHRM", b"\1"),
    "short resolution": chunk(b"pHYs", b"\1"),
    "short transparency": chunk(b"tRNS", b"\1"),
    "animation of no frames": chunk(b"acTL", b"\1"),
    "frame out of order": chunk(b"fcTL", struct.pack(">5I2H2B", 5, 60, 60, 0, 0, 1, 1, 0, 0)),
    "frame outside": chunk(b"fcTL", struct.pack(">5I2H2B", 0, 9000, 60, 0, 0, 1, 1, 0, 0)),
    "unknown chunk of another checksum": chunk(b"prVt", b"1", crc=1),
}


@pytest.mark.parametrize("is_before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_broken_and_huge_metadata_are_left_out(
    tmp_path: Path, scene: Scene, broken: bytes, is_before: bool
) -> None:
    picture = np.asarray(scene("fish", 0))
    before, after = (broken, b"") if is_before else (b"", broken)
    (tmp_path / "photo.png").write_bytes(png_file(picture, 8, RGB, before, after))
    photo = PhotoReader().open(tmp_path / "photo.png", 1000)
    assert np.array_equal(np.asarray(photo.image), picture)


def test_metadata_beside_broken_ones_are_used(tmp_path: Path, scene: Scene) -> None:
    picture = np.asarray(scene("fish", 0))
    chunks = BROKEN["text of another checksum"] + chunk(b"eXIf", _TURNED)
    (tmp_path / "photo.png").write_bytes(png_file(picture, 8, RGB, chunks))
    photo = PhotoReader().open(tmp_path / "photo.png", 1000)
    assert (photo.width, photo.height) == picture.shape[:2]


def test_a_profile_of_two_megabytes_is_used(tmp_path: Path) -> None:
    """Profiles of scanners are as large. The red and green of this one are swapped."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    name = profile.find("sRGB".encode("utf-16-be"))
    profile[name : name + 8] = "test".encode("utf-16-be")
    profile += bytes(2 * 2**20)
    profile[:4] = struct.pack(">I", len(profile))
    stored = chunk(b"iCCP", b"test\0\0" + zlib.compress(bytes(profile)))
    red_patch = np.full((64, 64, 3), (250, 10, 10), np.uint8)
    (tmp_path / "photo.png").write_bytes(png_file(red_patch, 8, RGB, stored))
    shown = np.asarray(PhotoReader().open(tmp_path / "photo.png", 64).image)
    assert shown[5, 5].argmax() == 1


@pytest.mark.parametrize("place", [29, 41, 60], ids=["header", "pixels' name", "pixels"])
def test_a_chunk_that_pixels_need_is_damaged(tmp_path: Path, scene: Scene, place: int) -> None:
    content = bytearray(png_file(np.asarray(scene("fish", 0)), 8, RGB))
    content[place] ^= 0x7F
    (tmp_path / "photo.png").write_bytes(content)
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(tmp_path / "photo.png", 64)
    assert caught.value.problem is PhotoProblem.UNDECODABLE


def test_a_profile_of_an_unknown_compression_is_not_read(tmp_path: Path, scene: Scene) -> None:
    for crc in (None, 1):
        later = chunk(b"iCCP", b"sRGB\0\7nonsense", crc)
        content = png_file(np.asarray(scene("fish", 0)), 8, RGB, later)
        (tmp_path / "photo.png").write_bytes(content)
        with pytest.raises(PhotoError):
            PhotoReader().open(tmp_path / "photo.png", 64)


def test_a_file_that_ends_within_its_metadata_is_truncated(tmp_path: Path, scene: Scene) -> None:
    text = chunk(b"tEXt", b"Comment\0" + b"x" * 5000)
    content = png_file(np.asarray(scene("fish", 0)), 8, RGB, text)
    (tmp_path / "photo.png").write_bytes(content[:3000])
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(tmp_path / "photo.png", 64)
    assert caught.value.problem is PhotoProblem.TRUNCATED


def test_deep_pixels_that_are_cut_off_are_truncated(tmp_path: Path) -> None:
    """Of a gamma that is applied before the pixels are rounded to 8 bits."""
    noise = np.random.default_rng(0).integers(0, 65535, (64, 64, 3), np.uint16)
    content = png_file(noise, 16, RGB, chunk(b"gAMA", struct.pack(">I", 100_000)))
    (tmp_path / "photo.png").write_bytes(content[: len(content) // 2])
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(tmp_path / "photo.png", 64)
    assert caught.value.problem is PhotoProblem.TRUNCATED


def test_animations_still_show_their_first_frame(tmp_path: Path, scene: Scene) -> None:
    frames = [scene("fish", number) for number in range(3)]
    data = io.BytesIO()
    frames[0].save(data, "PNG", save_all=True, append_images=frames[1:])
    (tmp_path / "moving.png").write_bytes(data.getvalue())
    shown = np.asarray(PhotoReader().open(tmp_path / "moving.png", 1000).image)
    assert np.array_equal(shown, np.asarray(frames[0]))
