from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.bundle.encoder import Encoder
from tests.training.duplicates.drawn_photos import drawn_photos
from training.duplicates.copied_photos import CopiedPhotos, copied_photos
from training.duplicates.edits import EDITS
from training.duplicates.looking import CopyPairs, LookingProcesses, copy_distances
from training.duplicates.own_method import OwnMethod

ROWS = np.array([0, 2])
ALL = np.ones((2, 4), bool)


class LookingHere(LookingProcesses):
    """Looks in this process, which starts at once."""

    def __init__(self) -> None:
        self.looked_at: list[CopyPairs] = []

    def distances(self, pairs: Sequence[CopyPairs]) -> list[list[float]]:
        self.looked_at += pairs
        return [copy_distances(each) for each in pairs]


@pytest.fixture
def copied(tmp_path: Path) -> CopiedPhotos:
    edits = [edit for edit in EDITS if edit.name in {"JPEG 30", "turned by 90°"}]
    return copied_photos(drawn_photos(tmp_path / "photos", 4), ROWS, edits, tmp_path / "cache")


@pytest.fixture(scope="module")
def processes() -> Iterator[LookingProcesses]:
    with closing(LookingProcesses()) as processes:
        yield processes


def test_copies_are_nearest_to_their_originals_also_turned(
    copied: CopiedPhotos, encoder: Encoder, tmp_path: Path
) -> None:
    own = OwnMethod(encoder, tmp_path / "cache", LookingHere())
    for copies in copied.copies.values():
        found = own.distances(copies, copied.originals, ALL)
        assert found.shape == (2, 4)
        assert (found.argmin(axis=1) == ROWS).all()
        assert (found.min(axis=1) < 0.2).all()


def test_only_candidates_that_are_wanted_are_looked_at(
    copied: CopiedPhotos, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = LookingHere()
    own = OwnMethod(encoder, tmp_path / "cache", looking)
    candidates, wanted = np.zeros((2, 4), bool), ALL.copy()
    candidates[1, 2:] = True
    wanted[1, 3] = False
    monkeypatch.setattr(OwnMethod, "candidates", lambda *_: candidates)
    copies = copied.copies["JPEG 30"]
    found = own.distances(copies, copied.originals, wanted)
    assert np.argwhere(np.isfinite(found)).tolist() == [[1, 2]]
    assert found[1, 2] < 0.2
    assert looking.looked_at == [
        (copies.paths[0], []),
        (copies.paths[1], [copied.originals.paths[2]]),
    ]


@pytest.mark.slow
def test_processes_look_as_this_one_does(copied: CopiedPhotos, processes: LookingProcesses) -> None:
    copies = copied.copies["JPEG 30"]
    pairs = [(path, copied.originals.paths) for path in copies.paths]
    assert processes.distances(pairs) == [copy_distances(each) for each in pairs]


def test_codes_are_computed_once(
    copied: CopiedPhotos, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = copied.copies["JPEG 30"]
    own = [OwnMethod(encoder, tmp_path / "cache", LookingHere()) for _ in range(2)]
    first = own[0].candidates(copies, copied.originals)
    monkeypatch.setattr(Encoder, "encode", None)
    assert (own[1].candidates(copies, copied.originals) == first).all()
