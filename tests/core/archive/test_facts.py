"""Filters of an archive let pass what the same filters of a library let pass."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import open_codes, open_facts
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.library_import import import_archive
from desktop_app.core.archive_facts import fact_counts
from desktop_app.core.archive_facts.collected_files import CollectedFiles
from desktop_app.core.archive_facts.columns import COLUMNS, column_path
from desktop_app.core.archive_facts.fact_counts import count_fact_facets
from desktop_app.core.archive_facts.fact_filter import passing_rows
from desktop_app.core.archive_facts.facts import Facts
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.browse import Browse
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.facets import count_facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter, matching_ids
from tests.cluster.made_archives import indexed, made_manifest, paths_of

Tag = ExifTags.Base


def save(
    folder: Path, name: str, size: tuple[int, int], date: str = "", camera: str = "", **more: object
) -> None:
    """Save a photo; `more` are a lens, an ISO speed, a focal length, an aperture and GPS."""
    exif = Image.Exif()
    exif[Tag.Model] = camera
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[Tag.DateTimeOriginal] = date
    for tag, key in (
        (Tag.LensModel, "lens"),
        (Tag.ISOSpeedRatings, "iso"),
        (Tag.FocalLength, "focal_length"),
        (Tag.FNumber, "aperture"),
    ):
        if key in more:
            details[tag] = more[key]
    if "gps" in more:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(
            {2: (1.0, 2.0, 3.0), 1: "N", 4: (1.0,) * 3, 3: "E"}
        )
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.effect_noise(size, len(name) * 7).convert("RGB")
    image.save(path, exif=exif) if path.suffix == ".jpg" else image.save(path)


def facts_of(archive: Archive) -> Facts:
    return open_facts(archive, open_codes(archive))


@pytest.fixture
def archive(tmp_path: Path, encoder: Encoder) -> Archive:
    """Eight photos of two cameras in four folders, and a text, in three shards."""
    folder = tmp_path / "photos"
    save(folder, "a/one.jpg", (90, 60), "2019:03:02 10:11:12", "X100", iso=200)
    save(folder, "a/two.jpg", (60, 90), "2019:03:03 00:00:00", "X100", focal_length=23.0)
    save(folder, "a/b/three.jpg", (70, 70), "2020:01:01 12:00:00", "D750", aperture=1.4, gps=True)
    save(folder, "a/b/four.jpg", (900, 800), "1969:12:31 23:59:59", "D750", lens="50 mm")
    save(folder, "ab/five.png", (90, 60))
    save(folder, "ab/six.jpg", (90, 61), aperture=1.8, iso=100)
    save(folder, "z.jpg", (1200, 900), "2019:03:02 23:59:59", iso=101, aperture=2.8)
    save(folder, "zz.jpg", (64, 64), camera="X100", gps=True)
    (folder / "a" / "notes.txt").write_text("none of them is a photo")
    indexed(made_manifest(tmp_path / "manifest", folder, 3), tmp_path / "archive", encoder)
    archive = Archive(tmp_path / "archive")
    deque(collect_codes(archive), maxlen=0)
    return archive


def collected(archive: Archive) -> CollectedFiles:
    return CollectedFiles(archive.files.folder, open_codes(archive).header)


FILTERS: dict[str, Callable[[Path], PhotoFilter]] = {
    "nothing": lambda _: PhotoFilter(),
    "a folder": lambda root: PhotoFilter(folder=root / "a"),
    "a folder inside": lambda root: PhotoFilter(folder=root / "a" / "b"),
    "the root": lambda root: PhotoFilter(folder=root),
    "above the root": lambda root: PhotoFilter(folder=root.parent),
    "a folder elsewhere": lambda root: PhotoFilter(folder=root.parent / "other"),
    "since a day": lambda _: PhotoFilter(first_day=date(2019, 3, 3)),
    "until a day": lambda _: PhotoFilter(last_day=date(2019, 3, 2)),
    "one day": lambda _: PhotoFilter(first_day=date(2019, 3, 2), last_day=date(2019, 3, 2)),
    "without a date": lambda _: PhotoFilter(undated=True),
    "a camera": lambda _: PhotoFilter(cameras=frozenset({"X100"})),
    "no camera": lambda _: PhotoFilter(cameras=frozenset({"", "unknown"})),
    "formats": lambda _: PhotoFilter(formats=frozenset({"PNG"})),
    "a lens": lambda _: PhotoFilter(lenses=frozenset({"50 mm"})),
    "slow and fast": lambda _: PhotoFilter(isos=frozenset({"≤ ISO 100", "ISO 100–200"})),
    "focal lengths": lambda _: PhotoFilter(focal_lengths=frozenset({"20–35 mm"})),
    "wide apertures": lambda _: PhotoFilter(apertures=frozenset({"≤ f/1.4", "f/2–2.8"})),
    "pixels": lambda _: PhotoFilter(pixels=frozenset({"0.5–1 MP"})),
    "more pixels": lambda _: PhotoFilter(pixels=frozenset({"1–2 MP", "> 50 MP"})),
    "large files": lambda _: PhotoFilter(least_bytes=20_000),
    "small files": lambda _: PhotoFilter(most_bytes=20_000),
    "landscape": lambda _: PhotoFilter(orientation=Orientation.LANDSCAPE),
    "portrait": lambda _: PhotoFilter(orientation=Orientation.PORTRAIT),
    "square": lambda _: PhotoFilter(orientation=Orientation.SQUARE),
    "with a place": lambda _: PhotoFilter(located=True),
    "without a place": lambda _: PhotoFilter(located=False),
    "several": lambda root: PhotoFilter(
        folder=root / "a", cameras=frozenset({"D750"}), undated=False
    ),
}


def test_every_filter_of_a_library_is_one_of_an_archive(
    archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    deque(import_archive(files, archive, encoder), maxlen=0)
    codes, facts, (root,) = open_codes(archive), facts_of(archive), archive.roots
    set_somewhere, nothing = set[str](), vars(PhotoFilter())
    with closing(Catalogue(files)) as catalogue:
        for name, make in FILTERS.items():
            wanted = make(root)
            ids = matching_ids(catalogue, wanted).tolist()
            in_library = {photo.path for photo in catalogue.photos(ids)}
            rows = passing_rows(facts, wanted)
            paths = {*paths_of(archive, codes, rows.rows(0, len(facts)).tolist())}
            assert (name, paths) == (name, in_library)
            assert rows.count() == len(in_library)
            set_somewhere |= {key for key in nothing if getattr(wanted, key) != nothing[key]}
    assert {*nothing} - set_somewhere == {"offline"}


def test_values_are_counted_as_in_a_library_but_for_disks_that_are_connected(
    archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    deque(import_archive(files, archive, encoder), maxlen=0)
    with closing(Catalogue(files)) as catalogue:
        browse = Browse(catalogue)
        browse.refresh()
        of_library = count_facets(catalogue, browse)
    expected = {name: of_library.choices[name] for name in ("orientation", "located")}
    assert count_fact_facets(facts_of(archive)) == replace(of_library, choices=expected)


def test_values_are_counted_alike_in_blocks(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = facts_of(archive)
    expected = count_fact_facets(facts)
    monkeypatch.setattr(fact_counts, "_BLOCK_ROWS", 3)
    assert count_fact_facets(facts, threads=1) == expected


@pytest.mark.parametrize("name", [*COLUMNS])
def test_facts_that_were_cut_off_are_collected_again(archive: Archive, name: str) -> None:
    path = column_path(collected(archive).facts, name)
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    with pytest.raises(ArchiveError) as caught:
        facts_of(archive)
    assert caught.value.problem is ArchiveProblem.NO_CODES
    deque(collect_codes(archive), maxlen=0)
    assert path.read_bytes() == content
    assert len(np.asarray(facts_of(archive).column(name))) == 8


def test_codes_that_were_collected_without_facts_are_searched(archive: Archive) -> None:
    header = open_codes(archive).header
    archive.files.code_header.write_text(encode_json(replace(header, names=None)))
    assert len(open_codes(archive).codes) == 8
    with pytest.raises(ArchiveError):
        facts_of(archive)
    deque(collect_codes(archive), maxlen=0)
    assert open_codes(archive).header == header
    assert len(facts_of(archive)) == 8
