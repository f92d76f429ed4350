import dataclasses
from pathlib import Path

import pytest

from desktop_app.core.base.errors import ModelMismatchError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle, write_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.indexing.indexer import index
from desktop_app.core.indexing.rehash import rehash_if_needed
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.photo_search import PhotoSearch


def variant(encoder: Encoder, folder: Path, **changes: str) -> Encoder:
    """The same networks under another identity."""
    bundle = encoder.bundle
    files = {name: (bundle.folder / name).read_bytes() for name in bundle.manifest.files}
    write_bundle(folder, dataclasses.replace(bundle.manifest, **changes), files)  # type: ignore[arg-type]
    return Encoder(read_bundle(folder))


def summary_of(files: LibraryFiles, encoder: Encoder, *folders: Path) -> IndexSummary:
    *_, summary = index(files, encoder, list(folders))
    assert isinstance(summary, IndexSummary)
    return summary


@pytest.mark.slow
def test_a_new_head_makes_new_codes_without_opening_a_photo(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path, tmp_path: Path
) -> None:
    summary_of(files, encoder, photo_folder)
    (photo_folder / "beach-0.jpg").write_bytes(b"")
    later = variant(encoder, tmp_path / "later", model_id="later-1")
    with Catalogue(files) as catalogue, pytest.raises(ModelMismatchError):
        PhotoSearch(catalogue, later, PhotoReader()).refresh()
    photo_folder.rename(photo_folder.with_name("unplugged"))
    assert summary_of(files, later).indexed == 0
    with Catalogue(files) as catalogue:
        search = PhotoSearch(catalogue, later, PhotoReader())
        search.refresh()
        assert len(search.codes) == 9
        assert catalogue.model_id == "later-1"


@pytest.mark.slow
def test_a_missing_photo_stays_out_of_the_search_under_a_new_head(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path, tmp_path: Path
) -> None:
    summary_of(files, encoder, photo_folder)
    (photo_folder / "beach-0.jpg").unlink()
    summary_of(files, encoder)
    later = variant(encoder, tmp_path / "later", model_id="later-1")
    summary_of(files, later)
    with Catalogue(files) as catalogue:
        search = PhotoSearch(catalogue, later, PhotoReader())
        search.refresh()
        assert len(search.codes) == 8


@pytest.mark.slow
def test_what_a_change_that_was_cut_short_has_left_is_made_again(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path, tmp_path: Path
) -> None:
    """A photo that has failed meanwhile has no code of the new model either."""
    summary_of(files, encoder, photo_folder)
    later = variant(encoder, tmp_path / "later", model_id="later-1")
    with files.writing(), Catalogue(files) as catalogue:
        writer = CatalogueWriter(catalogue, later.bundle.manifest)
        next(rehash_if_needed(catalogue, writer, later))
    (photo_folder / "beach-0.jpg").write_bytes(b"\xff\xd8\xff broken")
    assert summary_of(files, encoder).failed == 1
    summary_of(files, later)
    with Catalogue(files) as catalogue:
        search = PhotoSearch(catalogue, later, PhotoReader())
        search.refresh()
        assert len(search.codes) == 8


@pytest.mark.slow
def test_a_new_backbone_reads_the_photos_again(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path, tmp_path: Path
) -> None:
    summary_of(files, encoder, photo_folder)
    other = variant(encoder, tmp_path / "other", model_id="other-1", descriptor_id="other")
    assert summary_of(files, other).indexed == 9
