"""Large pictures of few bits are read in little memory; what takes too much is refused."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.photo_reader import MAX_DECODE_BYTES, PhotoReader
from desktop_app.core.photos.reduction import decode_bytes
from tests.core.photos.png_files import chunk

_MEASURED = """
import sys
from pathlib import Path
from desktop_app.core.photos.photo_reader import PhotoReader
def megabytes(name):
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if name in line]
    return int(line.split()[1]) // 1024
before = megabytes("VmRSS")
photo = PhotoReader().open(Path(sys.argv[1]), int(sys.argv[2]), 320)
(mean, _, _) = photo.image.resize((1, 1)).getpixel((0, 0))
print(photo.width, photo.height, mean, megabytes("VmHWM") - before)
"""


def flat_png(
    path: Path, size: tuple[int, int], rows_in_file: int, pixel: tuple[int, int, int]
) -> None:
    """White, of any size; `pixel` has the bits, the number of the kind, and the samples."""
    (width, height), (bits, kind, samples) = size, pixel
    deflater = zlib.compressobj(1)
    row = b"\0" + b"\xff" * (width * bits * samples // 8)
    rows = b"".join(deflater.compress(row) for _ in range(rows_in_file)) + deflater.flush()
    header = width.to_bytes(4) + height.to_bytes(4) + bytes([bits, kind, 0, 0, 0])
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b"")]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def read_apart(path: Path, short_side: int = 256) -> tuple[int, int, int, int]:
    """Width, height, mean, and the megabytes that reading takes, in a process of its own."""
    command = [sys.executable, "-c", _MEASURED, str(path), str(short_side)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    width, height, mean, megabytes = map(int, done.stdout.split())
    return width, height, mean, megabytes


def problem_of(path: Path) -> PhotoProblem:
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(path, 64)
    return caught.value.problem


linux = pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux tells it")


@linux
@pytest.mark.slow
def test_a_scan_of_1_bit_and_240_megapixels_is_read(tmp_path: Path) -> None:
    flat_png(tmp_path / "scan.png", (20_000, 12_000), 12_000, (1, 0, 1))
    width, height, mean, megabytes = read_apart(tmp_path / "scan.png")
    assert (width, height, mean) == (20_000, 12_000, 255)
    assert megabytes < 400


@linux
@pytest.mark.slow
def test_a_grey_tiff_of_108_megapixels_is_read(tmp_path: Path) -> None:
    grey = np.full((9000, 12_000), 90, np.uint8)
    tifffile.imwrite(tmp_path / "grey.tif", grey, compression="deflate")
    width, height, mean, megabytes = read_apart(tmp_path / "grey.tif")
    assert (width, height, mean) == (12_000, 9000, 90)
    assert megabytes < 400


@linux
@pytest.mark.slow
@pytest.mark.parametrize("is_deep", [True, False])
def test_a_large_tiff_is_reduced_while_it_is_read(tmp_path: Path, is_deep: bool) -> None:
    """One of 16 bits in one piece of 240 MB, and one of 8 bits that Pillow would decode whole."""
    values = np.full((8200, 8400, 3), 90, np.uint8)
    if is_deep:
        deep = values[:5000, :8000].astype(np.uint16) * 257
        tifffile.imwrite(tmp_path / "large.tif", deep, photometric="rgb")
    else:
        tifffile.imwrite(tmp_path / "large.tif", values, photometric="rgb", compression="deflate")
    width, height, mean, megabytes = read_apart(tmp_path / "large.tif")
    assert (width, height, mean) == ((8000, 5000, 90) if is_deep else (8400, 8200, 90))
    assert megabytes < 150


@linux
@pytest.mark.slow
def test_a_deep_tiff_is_shown_at_its_full_size(tmp_path: Path) -> None:
    """As the viewer does: 40 megapixels take 240 MB in the file and 160 MB on the screen."""
    deep = np.full((5000, 8000, 3), 90 * 257, np.uint16)
    tifffile.imwrite(tmp_path / "large.tif", deep, photometric="rgb", rowsperstrip=100)
    width, height, mean, megabytes = read_apart(tmp_path / "large.tif", 1_000_000)
    assert (width, height, mean) == (8000, 5000, 90)
    assert megabytes < 600


@linux
@pytest.mark.slow
@pytest.mark.parametrize("dtype", ["u2", "f4"])
def test_the_memory_of_a_tiff_of_one_compressed_strip_is_known(tmp_path: Path, dtype: str) -> None:
    noise = np.random.default_rng(0).integers(0, 60_000, (3000, 3000, 3), np.uint16)
    values = noise if dtype == "u2" else (noise / 65_535).astype(dtype)
    is_float = dtype == "f4"
    tifffile.imwrite(
        tmp_path / "strip.tif",
        values,
        photometric="rgb",
        compression="deflate",
        predictor=3 if is_float else 2,
        rowsperstrip=3000,
    )
    with Image.open(tmp_path / "strip.tif") as opened:
        opened.draft(None, (256, 256))
        estimate = decode_bytes(opened, (3000, 3000), (256, 256)) // 2**20
    *_, megabytes = read_apart(tmp_path / "strip.tif")
    assert megabytes * 0.7 < estimate < megabytes * 2.5


@pytest.mark.parametrize(("megapixels", "mode"), [(100, "L"), (150, "RGB")])
def test_a_large_picture_may_be_shown_at_its_full_size(megapixels: int, mode: str) -> None:
    """Without decoding it: the estimate of memory is below the limit."""
    size = (megapixels * 100, 10_000)
    data = io.BytesIO()
    Image.new(mode, (1, 1)).save(data, "PNG")
    opened = Image.open(data)
    opened._size = size
    assert decode_bytes(opened, size, size) <= MAX_DECODE_BYTES


@pytest.mark.parametrize(("bits", "kind", "samples"), [(1, 0, 1), (8, 2, 3), (16, 6, 4)])
def test_a_bomb_is_refused_before_it_is_decoded(
    tmp_path: Path, bits: int, kind: int, samples: int
) -> None:
    """A tenth larger than what fits, by the bytes that its pixels take in memory."""
    pixels = MAX_DECODE_BYTES // (1 if bits == 1 else 4)
    side = int((pixels * 1.1) ** 0.5) // 8 * 8
    flat_png(tmp_path / "bomb.png", (side, side), 10, (bits, kind, samples))
    assert problem_of(tmp_path / "bomb.png") is PhotoProblem.TOO_MANY_PIXELS


def test_a_tiff_of_a_huge_strip_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    """500 megapixels of 16 bits in one strip, of which the file has a few bytes."""
    data = np.zeros((64, 64), np.uint16)
    tifffile.imwrite(tmp_path / "bomb.tif", data, compression="deflate", rowsperstrip=64)
    with tifffile.TiffFile(tmp_path / "bomb.tif", mode="r+") as opened:
        tags = opened.pages.first.tags
        for name, value in (
            ("ImageWidth", 25_000),
            ("ImageLength", 20_000),
            ("RowsPerStrip", 20_000),
        ):
            tags[name].overwrite(value)
    assert problem_of(tmp_path / "bomb.tif") is PhotoProblem.TOO_MANY_PIXELS


def test_a_tiff_of_a_billion_pixels_is_refused(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "bomb.tif", np.zeros((64, 64), np.uint16), rowsperstrip=64)
    with tifffile.TiffFile(tmp_path / "bomb.tif", mode="r+") as opened:
        tags = opened.pages.first.tags
        for name in ("ImageWidth", "ImageLength"):
            tags[name].overwrite(60_000)
    assert problem_of(tmp_path / "bomb.tif") is PhotoProblem.TOO_MANY_PIXELS
