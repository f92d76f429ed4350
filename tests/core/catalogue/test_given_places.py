"""A library finds its folders and files however the user names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.base.errors import NotFailedError, UnknownRootError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import known_root
from desktop_app.core.catalogue.roots import place_in_library
from desktop_app.core.indexing.indexer import index, retry_failed
from desktop_app.core.jobs.progress import IndexSummary


@pytest.fixture
def root(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A root with a broken file, and a link to it in the current folder."""
    (photo_folder / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    *_, _summary = index(files, encoder, [photo_folder], 1)
    monkeypatch.chdir(photo_folder.parent)
    Path("shortcut").symlink_to(photo_folder)
    return photo_folder


@pytest.mark.parametrize(
    "given",
    [
        "photos/broken.jpg",
        "./photos/trip/../broken.jpg",
        "shortcut/broken.jpg",
        "shortcut/../photos/broken.jpg",
    ],
)
@pytest.mark.slow
def test_a_failed_file_is_read_again_by_any_path(
    files: LibraryFiles, encoder: Encoder, root: Path, given: str
) -> None:
    *_, summary = retry_failed(files, encoder, [Path(given)], 1)
    assert isinstance(summary, IndexSummary)
    assert summary.failed == 1
    with pytest.raises(NotFailedError):
        list(retry_failed(files, encoder, [Path("photos/../broken.jpg")], 1))


def test_a_root_is_known_by_any_path(files: LibraryFiles, root: Path) -> None:
    with Catalogue(files) as catalogue:
        for given in ("photos", "photos/trip/..", "shortcut", "shortcut/../photos/", str(root)):
            assert known_root(catalogue, Path(given)).path == root
        with pytest.raises(UnknownRootError):
            known_root(catalogue, Path("photos/trip"))


def test_a_root_that_is_gone_is_still_known_by_its_link(files: LibraryFiles, root: Path) -> None:
    root.rename(root.with_name("unplugged"))
    with Catalogue(files) as catalogue:
        assert known_root(catalogue, Path("shortcut")).path == root


def test_a_folder_in_a_root_is_found_by_any_path(files: LibraryFiles, root: Path) -> None:
    with Catalogue(files) as catalogue:
        for given in ("photos/trip", "shortcut/trip", "photos/trip/../trip"):
            assert place_in_library(catalogue, Path(given)) == root / "trip"
