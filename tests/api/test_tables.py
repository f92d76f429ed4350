"""Codes and descriptors of a library become arrays."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
from lookalike import Encoder, Library


def test_row_i_of_the_codes_is_that_of_photo_i(
    opened: Library, model: Encoder, photos: Path
) -> None:
    listed, codes = opened.codes()
    assert listed == list(opened.photos())
    assert len(listed) == 9
    assert np.array_equal(codes, model.encode(photo.path for photo in listed))


def test_row_i_of_the_descriptors_is_that_of_photo_i(opened: Library, model: Encoder) -> None:
    listed, descriptors = opened.descriptors()
    assert listed == list(opened.photos())
    assert descriptors.dtype == np.int8
    assert np.array_equal(descriptors, model.descriptors(photo.path for photo in listed))


def test_photos_that_are_not_there_any_more_have_no_row(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(photos, tmp_path / "copy")
    library.index(copy)
    listed, _ = library.codes()
    gone = next(photo for photo in listed if photo.path.parent == copy)
    gone.path.unlink()
    library.index(copy)
    assert library.codes().photos == [photo for photo in listed if photo != gone]
    assert library.descriptors().photos == library.codes().photos
    assert len(library.codes().codes) == len(library.descriptors().descriptors) == 17


def test_an_empty_library_has_tables_without_rows(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", create=True) as library:
        assert library.codes().codes.shape == (0, 32)
        assert len(library.descriptors().descriptors) == 0


def test_the_model_of_a_library_gives_its_codes(opened: Library) -> None:
    listed, codes = opened.codes()
    with opened.encoder() as encoder:
        assert np.array_equal(encoder.encode(listed[0]), codes[:1])
