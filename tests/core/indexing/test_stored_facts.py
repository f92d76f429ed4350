"""What is stored of each photo: all of it, for copies too, and nothing for failed photos."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.writer import FACT_COLUMNS
from desktop_app.core.photos.capture import Capture
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.core.indexing.catalogue_rows import Index, all_columns


def test_every_photo_gets_facts_and_a_thumbnail(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    with Catalogue(files) as catalogue:
        number = catalogue.photo_id(photo_folder / "beach-0.jpg")
        assert number is not None
        photo = catalogue.photos([number])[0]
    assert (photo.width, photo.height, photo.format) == (240, 160, "JPEG")
    thumbnails = Thumbnails(files.thumbnails)
    jpeg = thumbnails.get(photo.content_hash)
    thumbnails.close()
    assert jpeg is not None
    assert jpeg.startswith(b"\xff\xd8")


@pytest.mark.slow
def test_a_copy_gets_every_fact_of_its_original(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "Canon EOS 7D"
    exif[ExifTags.Base.DateTime] = "2019:03:21 11:04:22"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.LensModel] = "EF 50mm f/1.4 USM"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.ISOSpeedRatings] = 400
    Image.effect_noise((64, 48), 90).convert("RGB").save(photo_folder / "one.jpg", exif=exif)
    run(photo_folder)
    shutil.copy(photo_folder / "one.jpg", photo_folder / "two.jpg")
    run()
    one, two = (all_columns(files, name) for name in ("one.jpg", "two.jpg"))
    assert (one["camera"], one["state"]) == ("Canon EOS 7D", "indexed")
    assert (one["lens"], one["iso"], one["has_gps"]) == ("EF 50mm f/1.4 USM", 400, 0)
    place = {"id", "name", "mtime_ns", "ctime_ns", "inode"}
    assert {name: one[name] for name in one.keys() - place} == {
        name: two[name] for name in two.keys() - place
    }


@pytest.mark.slow
def test_a_failed_photo_keeps_no_fact_but_its_content_hash(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    (photo_folder / "beach-0.jpg").write_bytes(b"\xff\xd8\xff garbage")
    run()
    failed = all_columns(files, "beach-0.jpg")
    assert (failed["state"], failed["content_hash"] is None) == ("failed", False)
    assert {failed[column] for column in FACT_COLUMNS if column != "content_hash"} == {None}


def test_a_fact_that_was_never_read_is_unknown(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    """A column that a migration adds is NULL in photos that were indexed before."""
    run(photo_folder)
    with Catalogue(files) as catalogue, catalogue.connection as connection:
        connection.execute("UPDATE photos SET camera = NULL, has_gps = NULL")
        number = catalogue.photo_id(photo_folder / "beach-0.jpg")
        assert number is not None
        assert catalogue.photos([number])[0].capture == Capture()
