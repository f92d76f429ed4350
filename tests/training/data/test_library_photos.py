"""The pictures of a library that a retraining learns previews from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from training.base.arrays import load_array
from training.data.library_photos import LibraryPictures


@pytest.fixture
def files(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> LibraryFiles:
    files = LibraryFiles(tmp_path / "library")
    for _ in index(files, encoder, [photo_folder]):
        pass
    return files


def test_pictures_are_written_shrunk_and_grey_where_there_is_none(
    files: LibraryFiles, tmp_path: Path
) -> None:
    unknown = 1000
    with Catalogue(files) as catalogue:
        pictures = LibraryPictures(catalogue, np.array([1, unknown]))
    path = tmp_path / "pictures.npy"
    assert list(pictures.write_shrunk(path, 16)) == [2]
    photo, grey = load_array(path, "r")
    assert photo.shape == (16, 16, 3)
    assert photo.std() > 5
    assert (grey == 128).all()
