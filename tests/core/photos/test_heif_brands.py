"""HEIC and AVIF files are read whatever brand stands first in them."""

from __future__ import annotations

import io
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from desktop_app.core.photos.photo_reader import PhotoReader

HEIC = "heic heix heim heis hevc hevx hevm hevs mif1 mif2 msf1 miaf heif MiHE".split()
AVIF = "avif avio mif1 mif2 mif3 msf1 miaf MA1A MA1B 1pic".split()


def heic() -> bytes:
    data = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 48), (200, 90, 30))).save(data)
    return data.getvalue()


def avif() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 90, 30)).save(data, "AVIF")
    return data.getvalue()


def format_of(folder: Path, content: bytes) -> str:
    (folder / "photo").write_bytes(content)
    photo = PhotoReader().open(folder / "photo", 32)
    assert (photo.width, photo.height) == (64, 48)
    return photo.format


@pytest.mark.parametrize("brand", HEIC)
def test_a_heic_of_any_first_brand_is_read(tmp_path: Path, brand: str) -> None:
    assert format_of(tmp_path, heic()[:8] + brand.encode() + heic()[12:]) == "HEIF"


@pytest.mark.parametrize("brand", AVIF)
def test_an_avif_of_any_first_brand_is_read(tmp_path: Path, brand: str) -> None:
    assert format_of(tmp_path, avif()[:8] + brand.encode() + avif()[12:]) == "AVIF"


def test_the_codec_tells_where_all_brands_name_only_the_container(tmp_path: Path) -> None:
    assert heic()[16:28] == b"mif1heicmiaf"
    assert avif()[16:32] == b"avifmif1miafMA1B"
    only = heic()[:8] + b"mif1" + heic()[12:16] + b"mif1miafmif1" + heic()[28:]
    assert format_of(tmp_path, only) == "HEIF"
    only = avif()[:8] + b"mif1" + avif()[12:16] + b"mif1miafmif1MA1B" + avif()[32:]
    assert format_of(tmp_path, only) == "AVIF"


def test_the_compatible_brands_tell_even_if_there_are_many(tmp_path: Path) -> None:
    for content, own, expected in ((heic(), b"heic", "HEIF"), (avif(), b"avif", "AVIF")):
        brands = b"".join(b"x%03d" % number for number in range(40)) + own
        head = (16 + len(brands)).to_bytes(4, "big") + b"ftypmif1\0\0\0\0" + brands
        rest = content[int.from_bytes(content[:4], "big") :]
        # The place of the picture is counted from the file's beginning.
        place = content.index(b"mdat") + 4
        moved_place = len(head) + rest.index(b"mdat") + 4
        assert place.to_bytes(4, "big") in rest
        rest = rest.replace(place.to_bytes(4, "big"), moved_place.to_bytes(4, "big"))
        assert format_of(tmp_path, head + rest) == expected


def test_the_first_picture_of_an_animated_avif_is_read(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (64, 48), (shade, 90, 30)) for shade in (200, 100)]
    frames[0].save(tmp_path / "a.avif", save_all=True, append_images=frames[1:])
    photo = PhotoReader().open(tmp_path / "a.avif", 32)
    red = photo.image.getpixel((5, 5))
    assert isinstance(red, tuple)
    assert abs(red[0] - 200) < 12
