"""The date of a photo is the first valid one that its file names, in whatever spelling."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from desktop_app.core.photos.dates import local_time
from desktop_app.core.photos.metadata import read_metadata
from desktop_app.core.photos.photo_reader import PhotoReader
from tests.raw_files import dng_file

Scene = Callable[[str, int], Image.Image]

Base = ExifTags.Base
TAKEN = "2011:05:06 10:11:12"
AS_ISO = "2011-05-06T10:11:12"
XMP = b'<x:xmpmeta><rdf:Description exif:DateTimeOriginal="2011-05-06T10:11:12+02:00"/></x:xmpmeta>'


def exif_of(tags: dict[int, object], gps: dict[int, object] | None = None) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Make] = "Maker"  # Pillow leaves out EXIF whose first directory is empty
    for tag, value in tags.items():
        (exif if tag == Base.DateTime else exif.get_ifd(ExifTags.IFD.Exif))[tag] = value
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(gps or {})
    return exif


def taken_at(path: Path) -> str:
    """The date in the index, which the details of the file repeat."""
    indexed = PhotoReader().open(path, 64).capture
    with path.open("rb") as file:
        assert read_metadata(file, path).capture == indexed
    return indexed.taken_at


def of_jpeg(folder: Path, exif: Image.Exif, xmp: bytes = b"") -> str:
    Image.new("RGB", (40, 30)).save(folder / "photo.jpg", exif=exif, xmp=xmp)
    return taken_at(folder / "photo.jpg")


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("2011:05:06 10:11:12", AS_ISO),
        ("2011-05-06T10:11:12", AS_ISO),
        ("2011-05-06T10:11:12Z", AS_ISO),
        ("2011-05-06T10:11:12+08:00", AS_ISO),
        ("2011-05-06 10:11:12 -0330", AS_ISO),
        ("2011-05-06T10:11:12.250+02:00", AS_ISO + ".250000"),
        ("2011-05-06 10:11:12", AS_ISO),
        ("2011/05/06 10:11:12", AS_ISO),
        ("2011.05.06 10.11.12", AS_ISO),
        ("2011:05:06T10:11:12", AS_ISO),
        ("2011:05:06-10:11:12", AS_ISO),
        ("2011:05:06  10:11:12 ", AS_ISO),
        ("2011:05:06 10:11:12\0\0", AS_ISO),
        ("2011: 5: 6 10:11:12", AS_ISO),
        ("2011:5:6 10:11:12", AS_ISO),
        ("20110506T101112", AS_ISO),
        ("20110506101112", AS_ISO),
        ("2011:05:06 10:11", "2011-05-06T10:11:00"),
        ("2011-05-06T10:11Z", "2011-05-06T10:11:00"),
        ("2011:05:06", "2011-05-06T00:00:00"),
        ("2011-05-06", "2011-05-06T00:00:00"),
        ("2011:05:06   :  :  ", "2011-05-06T00:00:00"),
        ("2011:05:06 24:00:00", "2011-05-06T00:00:00"),
        ("2011:05:06 24:10:12", "2011-05-06T00:10:12"),
        ("2011:05:06 10:11:12 AM", AS_ISO),
        ("2011:05:06 10:11:12 pm", "2011-05-06T22:11:12"),
        ("2011:05:06 12:11:12 a.m.", "2011-05-06T00:11:12"),
        ("2011:05:06 12:11:12 p.m.", "2011-05-06T12:11:12"),
        ("2011:05:06 下午 3:11:12", "2011-05-06T15:11:12"),
        ("2011:05:06 上午10:11:12", AS_ISO),
        ("2011:05:06 22:11:12 PM", "2011-05-06T22:11:12"),
        ("٢٠١١:٠٥:٠٦ ١٠:١١:١٢", AS_ISO),
        ("2011年05月06日 10:11:12", AS_ISO),
        ("2011_05_06 10-11-12", AS_ISO),
        ("2011-05-06 10:11:12 UTC", AS_ISO),
        ("2011-05-06 10:11:12 GMT+02:00", AS_ISO),
        ("2011:05:06 10:11:12 CEST", AS_ISO),
        ("'2011:05:06 10:11:12'", AS_ISO),
        ("2011:05:06 10:11:12.5", AS_ISO + ".500000"),
        ("2012:02:29 10:11:12", "2012-02-29T10:11:12"),
        ("1826:01:01 00:00:00", "1826-01-01T00:00:00"),
        ("2099:12:31 23:59:59", "2099-12-31T23:59:59"),
    ],
)
def test_the_usual_spellings_are_read(spelling: str, expected: str) -> None:
    found = local_time(spelling)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "spelling",
    [
        "",
        "    :  :     :  :  ",
        "0000:00:00 00:00:00",
        "0001:01:01 00:00:00",
        "1600:01:01 00:00:00",
        "1825:12:31 23:59:59",
        "2100:01:01 00:00:00",
        "2400:01:01 00:00:00",
        "9999:12:31 23:59:59",
        "1970:01:01 00:00:00",
        "2011:00:06 10:11:12",
        "2011:13:06 10:11:12",
        "2011:05:00 10:11:12",
        "2011:02:29 10:11:12",
        "2011:04:31 10:11:12",
        "2011:05:06 25:11:12",
        "2011:05:06 10:61:12",
        "2011",
        "11:05:06 10:11:12",
        "yesterday",
        "2011:05:06 noon",
        "2011:05:06 10:11:12" + " " * 100_000 + "?",
    ],
)
def test_what_is_no_date_is_unknown(spelling: str) -> None:
    assert local_time(spelling) is None


@pytest.mark.parametrize(
    "invalid", ["0000:00:00 00:00:00", "    :  :     :  :  ", "2011:02:30 1:1:1"]
)
def test_the_first_valid_date_of_exif_counts(tmp_path: Path, invalid: str) -> None:
    tags: dict[int, object] = {
        Base.DateTimeOriginal: TAKEN,
        Base.DateTimeDigitized: "2012:01:01 00:00:01",
    }
    tags[Base.DateTime] = "2013:01:01 00:00:01"
    assert of_jpeg(tmp_path, exif_of(tags)) == AS_ISO
    tags[Base.DateTimeOriginal] = invalid
    assert of_jpeg(tmp_path, exif_of(tags)) == "2012-01-01T00:00:01"
    tags[Base.DateTimeDigitized] = invalid
    assert of_jpeg(tmp_path, exif_of(tags)) == "2013-01-01T00:00:01"
    tags[Base.DateTime] = invalid
    assert of_jpeg(tmp_path, exif_of(tags)) == ""


@pytest.mark.parametrize("tag", [Base.DateTimeOriginal, Base.DateTimeDigitized, Base.DateTime])
def test_one_date_of_exif_is_enough(tmp_path: Path, tag: int) -> None:
    assert of_jpeg(tmp_path, exif_of({tag: TAKEN})) == AS_ISO


def test_a_date_in_the_first_directory_counts(tmp_path: Path) -> None:
    """TIFF/EP and some programs put it there."""
    exif = Image.Exif()
    exif[Base.DateTimeOriginal] = TAKEN
    assert of_jpeg(tmp_path, exif) == AS_ISO


def test_an_afternoon_of_a_chinese_phone_is_read(tmp_path: Path) -> None:
    tags: dict[int, object] = {Base.DateTimeOriginal: "2011:05:06 下午03:11:12".encode()}
    assert of_jpeg(tmp_path, exif_of(tags)) == "2011-05-06T15:11:12"


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        ("25", ".250"),
        ("007", ".007"),
        ("001", ".001"),
        ("0009", ""),
        ("123456", ".123"),
        ("00", ""),
        ("  ", ""),
        ("x", ""),
    ],
)
def test_the_fraction_of_a_second_orders_a_series(
    tmp_path: Path, fraction: str, expected: str
) -> None:
    tags: dict[int, object] = {Base.DateTimeOriginal: TAKEN, Base.SubsecTimeOriginal: fraction}
    tags |= {Base.SubsecTime: "99", Base.SubsecTimeDigitized: "88"}
    assert of_jpeg(tmp_path, exif_of(tags)) == AS_ISO + expected


def test_the_offset_leaves_the_time_as_the_camera_showed_it(tmp_path: Path) -> None:
    tags: dict[int, object] = {Base.DateTimeOriginal: TAKEN, Base.OffsetTimeOriginal: "+09:00"}
    assert of_jpeg(tmp_path, exif_of(tags)) == AS_ISO


@pytest.mark.parametrize(
    "xmp",
    [
        XMP,
        b"<exif:DateTimeOriginal>2011-05-06T10:11:12</exif:DateTimeOriginal>",
        b"<rdf:Description photoshop:DateCreated='2011-05-06T10:11:12'/>",
        b'<rdf:Description xmp:CreateDate = "2011-05-06T10:11:12Z"/>',
        b'<a exif:DateTimeOriginal="0000-00-00" xmp:CreateDate="2011-05-06T10:11:12"/>',
    ],
)
def test_xmp_dates_a_photo_where_exif_does_not(tmp_path: Path, xmp: bytes) -> None:
    blank: dict[int, object] = {Base.DateTimeOriginal: "0000:00:00 00:00:00"}
    assert of_jpeg(tmp_path, exif_of(blank), xmp) == AS_ISO
    later: dict[int, object] = {Base.DateTime: "2013:01:01 00:00:01"}
    assert of_jpeg(tmp_path, exif_of(later), xmp) == "2013-01-01T00:00:01"


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "avif", "heic"])
def test_exif_and_xmp_date_a_photo_of_every_format(
    tmp_path: Path, scene: Scene, suffix: str
) -> None:
    picture = scene("boat", 0)
    # Pillow writes no EXIF directory into TIFF.
    exif = exif_of({Base.DateTime if suffix == "tif" else Base.DateTimeDigitized: TAKEN})
    picture.save(tmp_path / f"exif.{suffix}", exif=exif)
    assert taken_at(tmp_path / f"exif.{suffix}") == AS_ISO
    path = tmp_path / f"xmp.{suffix}"
    text = PngInfo()
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    if suffix == "heic":
        pillow_heif.from_pillow(picture).save(path, xmp=XMP)
    else:
        tags = {700: XMP} if suffix == "tif" else {}
        picture.save(path, xmp=XMP, pnginfo=text, tiffinfo=tags)
    assert taken_at(path) == AS_ISO


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one time zone")
def test_the_satellites_date_a_photo_where_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gps: dict[int, object] = {
        ExifTags.GPS.GPSDateStamp: "2011:05:06",
        ExifTags.GPS.GPSTimeStamp: (23.0, 11.0, 12.0),
    }
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert of_jpeg(tmp_path, exif_of({}, gps)) == "2011-05-07T07:11:12"
        assert of_jpeg(tmp_path, exif_of({}, gps), XMP) == AS_ISO
        del gps[ExifTags.GPS.GPSTimeStamp]
        assert of_jpeg(tmp_path, exif_of({}, gps)) == "2011-05-06T00:00:00"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_raw_file_is_dated_by_its_own_tags(tmp_path: Path, scene: Scene) -> None:
    picture = scene("boat", 0).resize((480, 320))
    path = tmp_path / "camera.dng"
    exif = exif_of({Base.DateTimeOriginal: "2013:01:01 00:00:01"})
    path.write_bytes(dng_file(picture, taken=TAKEN))
    assert taken_at(path) == AS_ISO
    path.write_bytes(dng_file(picture, taken=TAKEN, preview_exif=exif))
    assert taken_at(path) == AS_ISO
    path.write_bytes(dng_file(picture, preview_exif=exif))
    assert taken_at(path) == "2013-01-01T00:00:01"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one time zone")
@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Shanghai"])
def test_a_raw_file_without_a_date_has_none(
    tmp_path: Path, scene: Scene, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    path = tmp_path / "camera.dng"
    path.write_bytes(dng_file(scene("boat", 0).resize((480, 320))))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert taken_at(path) == ""
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_date_behind_the_pixels_of_a_png_is_read(tmp_path: Path, scene: Scene) -> None:
    """exiftool writes XMP there."""
    path, text = tmp_path / "late.png", PngInfo()
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    scene("boat", 0).save(path, pnginfo=text)
    content = path.read_bytes()
    at = content.index(b"iTXt") - 4
    size = 12 + int.from_bytes(content[at : at + 4], "big")
    rest = content[:at] + content[at + size :]
    path.write_bytes(rest[:-12] + content[at : at + size] + rest[-12:])
    assert taken_at(path) == AS_ISO


def test_broken_directories_leave_the_other_dates(tmp_path: Path) -> None:
    """The pointer to the EXIF directory leads nowhere; the date of the first directory is read."""
    pointer = b"\x87\x69\0\4\0\0\0\1\x00\x40\0\0"
    date = b"\1\x32\0\2\0\0\0\x14\0\0\0\x26"
    block = b"MM\0*\0\0\0\x08\0\2" + date + pointer + b"\0" * 4 + TAKEN.encode() + b"\0"
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (40, 30)).save(path, exif=b"Exif\0\0" + block)
    assert taken_at(path) == AS_ISO
