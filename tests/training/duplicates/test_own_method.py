from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.bundle.encoder import Encoder
from tests.training.duplicates.drawn_photos import drawn_photos
from training.duplicates.copied_photos import CopiedPhotos, copied_photos
from training.duplicates.edits import EDITS
from training.duplicates.own_method import OwnMethod

ROWS = np.array([0, 2])


@pytest.fixture
def copied(tmp_path: Path) -> CopiedPhotos:
    edits = [edit for edit in EDITS if edit.name in {"JPEG 30", "turned by 90°"}]
    return copied_photos(drawn_photos(tmp_path / "photos", 4), ROWS, edits, tmp_path / "cache")


def test_copies_are_nearest_to_their_originals_also_turned(
    copied: CopiedPhotos, encoder: Encoder, tmp_path: Path
) -> None:
    own = OwnMethod(encoder, tmp_path / "cache")
    for copies in copied.copies.values():
        found = own.distances(copies, copied.originals)
        assert found.shape == (2, 4)
        assert (found.argmin(axis=1) == ROWS).all()
        assert (found.min(axis=1) < 0.2).all()


def test_what_is_no_candidate_is_not_looked_at(
    copied: CopiedPhotos, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = OwnMethod(encoder, tmp_path / "cache")
    pair = np.array([1]), np.array([2])
    monkeypatch.setattr(OwnMethod, "candidates", lambda *_: pair)
    found = own.distances(copied.copies["JPEG 30"], copied.originals)
    assert np.isfinite(found).sum() == 1
    assert found[1, 2] < 0.2


def test_codes_are_computed_once(
    copied: CopiedPhotos, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = copied.copies["JPEG 30"]
    first = OwnMethod(encoder, tmp_path / "cache").candidates(copies, copied.originals)
    monkeypatch.setattr(Encoder, "encode", None)
    again = OwnMethod(encoder, tmp_path / "cache").candidates(copies, copied.originals)
    assert [rows.tolist() for rows in again] == [rows.tolist() for rows in first]
