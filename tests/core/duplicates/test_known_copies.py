from contextlib import closing
from pathlib import Path

from desktop_app.core.duplicates.known_copies import KnownCopies
from desktop_app.core.duplicates.pair_store import ComparedPair, PairStore
from desktop_app.core.same_photo.verification import Verdict

A, B, C = (letter * 16 for letter in (b"a", b"b", b"c"))


def store(path: Path, *pairs: ComparedPair) -> None:
    with closing(PairStore(path)) as opened:
        opened.add(pairs)


def test_photos_that_are_the_same_are_known_from_both_sides(tmp_path: Path) -> None:
    path = tmp_path / "duplicates.sqlite"
    same, similar = Verdict(0.9, 1.0), Verdict(0.2, 1.0)
    store(path, ComparedPair(A, B, 5, same), ComparedPair(A, C, 5, similar))
    copies = KnownCopies(path)

    copies.refresh()

    assert (copies.of(A), copies.of(B), copies.of(C)) == ({B}, {A}, set())


def test_later_pairs_are_known_after_a_refresh(tmp_path: Path) -> None:
    path = tmp_path / "duplicates.sqlite"
    copies = KnownCopies(path)
    copies.refresh()
    assert copies.of(A) == set()
    assert not path.exists()

    store(path, ComparedPair(A, B, 5, Verdict(0.9, 1.0)))
    copies.refresh()

    assert copies.of(A) == {B}


def test_a_store_that_was_deleted_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "duplicates.sqlite"
    store(path, ComparedPair(A, B, 5, Verdict(0.9, 1.0)))
    copies = KnownCopies(path)
    copies.refresh()

    for file in tmp_path.iterdir():
        file.unlink()
    copies.refresh()

    assert copies.of(A) == set()
