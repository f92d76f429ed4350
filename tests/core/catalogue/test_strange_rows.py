"""Values that this program never writes are said to be damage, wherever they are read."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from desktop_app.core.base.errors import BundleError, LibraryDamagedError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.browse import Browse, BrowseQuery, SortKey
from desktop_app.core.catalogue.catalogue import Catalogue, join_path
from desktop_app.core.catalogue.code_pages import KEPT, flag_codes
from desktop_app.core.catalogue.descriptors import descriptor_batches, descriptor_id_in_use
from desktop_app.core.catalogue.facets import count_facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status, list_failures, root_counts
from desktop_app.core.catalogue.pending_files import pending_files
from desktop_app.core.catalogue.root_edits import relocate_root, remove_root
from desktop_app.core.database.opening import library_errors, transaction
from desktop_app.core.files.export_columns import StoredCodes
from desktop_app.core.files.moved_files import follow_moves
from desktop_app.core.indexing.indexer import index, retry_failed
from desktop_app.core.search.code_index import CodeIndex

# What a photo, a root or a page holds, and what is wrong with it.
PHOTOS = {
    "an absolute name": "name = x'2f6574632f706173737764'",
    "a name that leads upwards": "name = x'2e2e'",
    "a name with a slash": "name = x'612f62'",
    "an empty name": "name = x''",
    "a name with a NUL": "name = x'6100'",
    "a name of text": "name = 'YWJj'",
    "a name that is a number": "name = 7",
    "an absolute folder": "folder = x'2f746d70'",
    "a folder that leads upwards": "folder = x'612f2e2e2f2e2e'",
    "a folder with a NUL": "folder = x'6100'",
    "a folder of text": "folder = 'a'",
    "a negative id": "id = -5",
    "an id that is too large": "id = 1 << 40",
    "the largest id": "id = 9223372036854775807",
    "a negative size": "size = -1",
    "a size of text": "size = 'large'",
    "a width of 0": "width = 0",
    "a width of text": "width = 'wide'",
    "no height": "height = NULL",
    "a height that is not whole": "height = 1.5",
    "a colour beyond white": "mean_colour = 1 << 24",
    "a short hash of the content": "content_hash = x'00'",
    "no hash of the content": "content_hash = NULL",
    "a format of bytes": "format = x'00'",
    "a camera of bytes": "camera = x'00'",
    "a lens of bytes": "lens = x'00'",
    "a speed of text": "iso = 'fast'",
    "a negative speed": "iso = -1",
    "a focal length of text": "focal_length = 'long'",
    "an endless focal length": "focal_length = 9e999",
    "a negative aperture": "aperture = -2.8",
    "a place in words": "has_gps = 'yes'",
    "an endless camera": "camera = hex(zeroblob(2000))",
    "another state": "state = 'unheard of'",
    "a state of bytes": "state = x'00'",
    "a failure without a known reason": "state = 'failed', problem = 'unheard of'",
    "a time of text": "mtime_ns = 'now', state = 'pending'",
    "another kind of missing": "missing = 3",
    "missing in words": "missing = 'yes'",
}
DATES = {
    "a date of bytes": "taken_at = x'00'",
    "a date that is none": "taken_at = 'yesterday'",
    "a month that is none": "taken_at = '2019-13-01T00:00:00'",
    "a year that is none": "taken_at = '0000-01-01T00:00:00'",
    "a date that a listing never passes": "taken_at = '2019-03\N{LATIN SMALL LETTER E WITH ACUTE}'",
}
OTHERS = {
    "a root that is no path": "UPDATE roots SET path = x'00'",
    "a root that is relative": "UPDATE roots SET path = x'61'",
    "a root that leads upwards": "UPDATE roots SET path = x'2f612f2e2e2f62'",
    "a root of text": "UPDATE roots SET path = 'a'",
    "a root that is offline in words": "UPDATE roots SET offline = 'yes'",
    "flags that are too short": "UPDATE code_pages SET flags = x'01'",
    "flags of no meaning": (
        "UPDATE code_pages SET flags = CAST(replace(hex(zeroblob(2048)), '00', '77') AS BLOB)"
    ),
    "codes that are too short": "UPDATE code_pages SET codes = substr(codes, 2)",
    "codes of another size": "UPDATE code_pages SET codes = substr(codes, 1, 4096)",
    "no codes": "UPDATE code_pages SET codes = x''",
    "codes of text": "UPDATE code_pages SET codes = hex(codes)",
    "a page that is too large": "UPDATE code_pages SET page = 1 << 40",
    "a negative page": "UPDATE code_pages SET page = -1",
    "a revision of text": "UPDATE code_pages SET revision = 'new'",
    "the last revision": "UPDATE code_pages SET revision = 9223372036854775807",
    "descriptors of two sizes": "UPDATE descriptors SET data = x'00' WHERE photo_id = 2",
    "no descriptor of a photo that has a code": "DELETE FROM descriptors WHERE photo_id = 2",
    "descriptors of text": "UPDATE descriptors SET data = 'abc'",
    "a model of bytes": "UPDATE meta SET value = x'00' WHERE key = 'model_id'",
    "a negative number of bits": "UPDATE meta SET value = '-8' WHERE key = 'code_bits'",
    "a stack of a negative photo": "INSERT INTO stacked VALUES (-1, 2)",
    "a stack of a photo that is too large": "INSERT INTO stacked VALUES (1 << 31, 2)",
    "a stack under a negative photo": "INSERT INTO stacked VALUES (1, -5)",
    "a stack under a photo that is too large": "INSERT INTO stacked VALUES (1, 1 << 30)",
    "a stack under no photo": "INSERT INTO stacked VALUES (1, 0)",
    "a stack under text": "INSERT INTO stacked VALUES (1, 'top')",
    "a drive at no path": (
        "INSERT INTO mount_points SELECT id, x'2e2e', 1 FROM roots;"
        "UPDATE photos SET folder = x'2e2e'"
    ),
}


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """A library of three photos, and a file that failed."""
    from desktop_app.samples.sample_pictures import draw_scene

    folder = tmp_path_factory.mktemp("strange")
    (folder / "photos").mkdir()
    for number in range(3):
        draw_scene("beach", number, (96, 64)).save(folder / "photos" / f"{number}.jpg")
    (folder / "photos" / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    for _ in index(LibraryFiles(folder / "library"), encoder, [folder / "photos"]):
        pass
    return folder / "library"


@pytest.fixture
def library(indexed: Path, files: LibraryFiles) -> LibraryFiles:
    shutil.copytree(indexed, files.folder)
    return files


def change(files: LibraryFiles, script: str) -> None:
    with closing(sqlite3.connect(files.catalogue)) as connection:
        connection.executescript(script)


def read_photos(catalogue: Catalogue) -> None:
    catalogue.photos([row[0] for row in catalogue.rows("SELECT id FROM photos")])


def list_photos(catalogue: Catalogue) -> None:
    browse = Browse(catalogue)
    for sort in SortKey:
        browse.listing(BrowseQuery(sort=sort))
    count_facets(catalogue, browse)


def count(catalogue: Catalogue) -> None:
    library_status(catalogue)
    root_counts(catalogue)


def search(catalogue: Catalogue, encoder: Encoder) -> None:
    codes = CodeIndex(encoder.bundle.manifest)
    codes.refresh(catalogue)
    catalogue.descriptors(codes.ids.tolist())
    list(descriptor_batches(catalogue, descriptor_id_in_use(catalogue, encoder.bundle.manifest), 9))


def edit(catalogue: Catalogue) -> None:
    """Move, hide, relocate and remove, as far as the library allows."""
    files = catalogue.files
    root = catalogue.roots()[0].path
    list(follow_moves(files, [root / "0.jpg"], [root / "9.jpg"]))
    with library_errors(files.catalogue), transaction(catalogue.connection):
        flag_codes(catalogue.connection, [1], KEPT)
    list(relocate_root(files, root, root))
    list(remove_root(files, root))


def use(files: LibraryFiles, encoder: Encoder) -> list[LibraryDamagedError]:
    """Do everything with a library; return the errors of what could not be done."""
    uses: list[Callable[[Catalogue], object]] = [
        read_photos,
        list_photos,
        count,
        lambda catalogue: search(catalogue, encoder),
        StoredCodes,
        lambda catalogue: list(pending_files(catalogue)),
        lambda catalogue: [list_failures(catalogue, ignored=each) for each in (False, True)],
        edit,
    ]
    errors = []
    for each in uses:
        try:
            with Catalogue(files) as catalogue:
                each(catalogue)
        except LibraryDamagedError as error:
            errors.append(error)
    return errors


def test_a_sound_library_is_used_without_an_error(library: LibraryFiles, encoder: Encoder) -> None:
    assert use(library, encoder) == []


@pytest.mark.parametrize("values", PHOTOS.values(), ids=PHOTOS.keys())
def test_a_strange_photo_is_damage(library: LibraryFiles, encoder: Encoder, values: str) -> None:
    change(library, f"UPDATE photos SET {values} WHERE id = 2")
    assert use(library, encoder)


@pytest.mark.parametrize("values", DATES.values(), ids=DATES.keys())
def test_a_strange_date_is_damage(library: LibraryFiles, encoder: Encoder, values: str) -> None:
    change(library, f"UPDATE photos SET {values} WHERE id = 2")
    assert use(library, encoder)


@pytest.mark.parametrize("script", OTHERS.values(), ids=OTHERS.keys())
def test_other_strange_values_are_damage(
    library: LibraryFiles, encoder: Encoder, script: str
) -> None:
    change(library, script)
    assert use(library, encoder)


def test_a_root_whose_index_names_photos_that_are_gone_is_damaged(library: LibraryFiles) -> None:
    """They would be found, and deleted, for ever."""
    before = library.catalogue.read_bytes()
    change(library, "DELETE FROM photos WHERE id = 2")
    with closing(sqlite3.connect(library.catalogue)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_photos_1'"
        page = connection.execute(query).fetchone()[0] - 1
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    after = bytearray(library.catalogue.read_bytes())
    after[page * size : (page + 1) * size] = before[page * size : (page + 1) * size]
    library.catalogue.write_bytes(after)
    with Catalogue(library) as catalogue:
        root = catalogue.roots()[0].path
    with pytest.raises(LibraryDamagedError, match="not there"):
        list(remove_root(library, root))


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE photos SET name = x'61', id = 1 << 40 WHERE id = 2",
        "UPDATE photos SET state = 'failed', name = x'2e2e' WHERE id = 2",
        "UPDATE code_pages SET flags = x'01'; UPDATE photos SET name = x'61' WHERE id = 2",
    ],
)
def test_indexing_ends_with_damage_too(
    library: LibraryFiles, encoder: Encoder, script: str
) -> None:
    change(library, script)
    with pytest.raises(LibraryDamagedError):
        list(chain(retry_failed(library, encoder, []), index(library, encoder, [])))


def test_descriptors_of_another_size_are_not_given_to_the_model(
    library: LibraryFiles, encoder: Encoder
) -> None:
    change(library, "UPDATE descriptors SET data = x'0000'")
    with Catalogue(library) as catalogue, pytest.raises(BundleError):
        encoder.hash_descriptors(catalogue.descriptors([1, 2]))


@pytest.mark.parametrize(
    ("folder", "name"), [(b"", b"a.jpg"), (b"a/b", b"c d.jpg"), (b"...", b"..a"), (b"a", b"\xff")]
)
def test_names_that_files_can_have_are_joined(folder: bytes, name: bytes) -> None:
    assert bytes(join_path(b"/photos", folder, name)) == b"/".join(
        part for part in (b"/photos", folder, name) if part
    )
