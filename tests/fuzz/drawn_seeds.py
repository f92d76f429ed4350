"""Small sound pictures of every format, with metadata and profiles, to be broken."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import numpy as np
import pillow_heif
import tifffile
from PIL import ExifTags, Image

from tests.core.photos.bmp_files import bmp_file
from tests.core.photos.png_files import RGB, chunk, png_file
from tests.icc_files import P3, icc_profile
from tests.raw_files import dng_file

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/"'
    b' exif:DateTimeOriginal="2011-05-06T10:11:12"/></rdf:RDF></x:xmpmeta>'
)


def _picture() -> Image.Image:
    values = np.random.default_rng(0).integers(0, 256, (4, 6, 3), np.uint8)
    return Image.fromarray(values).resize((48, 32), Image.Resampling.BICUBIC)


def _exif() -> bytes:
    """EXIF with text, numbers, and the directories of the photo and of GPS."""
    tags = Image.Exif()
    tags[ExifTags.Base.Make], tags[ExifTags.Base.Model] = "Maker", "Maker One"
    tags[ExifTags.Base.Orientation] = 6
    tags[ExifTags.Base.DateTime] = "2011:05:06 10:11:12"
    details = tags.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = "2011:05:06 10:11:12"
    details[ExifTags.Base.ExposureTime], details[ExifTags.Base.ISOSpeedRatings] = 0.01, 200
    gps = tags.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSDateStamp] = "2011:05:06"
    gps[ExifTags.GPS.GPSTimeStamp] = (8.0, 11.0, 12.0)
    return tags.tobytes()


PICTURE = _picture()
EXIF = _exif()
PROFILE = icc_profile(2.2, "wide", P3)


@cache
def drawn_seeds() -> dict[str, bytes]:
    """Files by their names."""
    pillow_heif.register_heif_opener()
    picture, marked = PICTURE, {"exif": EXIF, "icc_profile": PROFILE}
    plain = {
        "baseline.jpg": _saved(picture, "JPEG", xmp=XMP, **marked),
        "progressive.jpg": _saved(picture, "JPEG", progressive=True, **marked),
        "grey.jpg": _saved(picture.convert("L"), "JPEG"),
        "cmyk.jpg": _saved(picture.convert("CMYK"), "JPEG"),
        "chunks.png": _saved(picture, "PNG", **marked),
        "palette.png": _saved(picture.quantize(16), "PNG", transparency=3),
        "animated.gif": _saved(picture, "GIF", save_all=True, append_images=[picture.rotate(90)]),
        "lossy.webp": _saved(picture, "WEBP", xmp=XMP, **marked),
        "lossless.webp": _saved(picture.convert("RGBA"), "WEBP", lossless=True),
        "plain.tif": _saved(picture, "TIFF", **marked),
        "lzw.tif": _saved(picture, "TIFF", compression="tiff_lzw"),
        "photo.heic": _saved(picture, "HEIF", xmp=XMP, **marked),
        "photo.avif": _saved(picture, "AVIF", xmp=XMP, **marked),
        "photo.jp2": _saved(picture, "JPEG2000"),
        "plain.bmp": _saved(picture, "BMP"),
    }
    return plain | _rare(picture)


def _saved(picture: Image.Image, name: str, **options: Any) -> bytes:
    data = io.BytesIO()
    picture.save(data, name, **options)
    return data.getvalue()


def _rare(picture: Image.Image) -> dict[str, bytes]:
    """Those that are read by our own code."""
    values = np.asarray(picture)
    deep = values.astype(np.uint16) * 257
    code_points = chunk(b"cICP", bytes([12, 13, 0, 1]))
    return {
        "masks.bmp": bmp_file(values, (0xF800, 0x7E0, 0x1F, 0), 16),
        "deep.png": png_file(deep, 16, RGB, code_points),
        "deep.tif": _tiff(deep, photometric="rgb", compression="zlib", rowsperstrip=8),
        "tiles.tif": _tiff(deep, photometric="rgb", tile=(16, 16), bigtiff=True),
        "float.tif": _tiff((values[:, :, 0] / 255).astype(np.float32), compression="zlib"),
        "photo.dng": dng_file(picture.resize((240, 200)), taken="2011:05:06 10:11:12"),
    }


def _tiff(values: Any, **options: Any) -> bytes:
    data = io.BytesIO()
    tifffile.imwrite(data, values, **options)
    return data.getvalue()
