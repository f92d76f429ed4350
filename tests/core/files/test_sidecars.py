"""Sidecars lie beside photos as other programs expect them, and get back what was in them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from desktop_app.core.files.sidecars import (
    restore_sidecar,
    sidecar_of,
    with_sidecar,
    write_sidecar,
)
from desktop_app.core.xmp.annotations import Annotations

FOUR = Annotations(4, ("beach",))


@pytest.mark.parametrize(
    ("there", "photo", "sidecar"),
    [
        ("", "a.jpg", "a.jpg.xmp"),
        ("", "a.NEF", "a.xmp"),
        ("a.xmp", "a.jpg", "a.xmp"),
        ("a.jpg.xmp a.xmp", "a.jpg", "a.jpg.xmp"),
        ("a.nef.xmp", "a.nef", "a.nef.xmp"),
        ("a.xmp a.CR2", "a.jpg", "a.jpg.xmp"),
        ("a.xmp a.jpg", "a.CR2", "a.xmp"),
    ],
)
def test_the_sidecar_that_is_there_is_taken(
    tmp_path: Path, there: str, photo: str, sidecar: str
) -> None:
    for name in there.split():
        (tmp_path / name).touch()
    assert sidecar_of(tmp_path / photo).name == sidecar


def test_what_was_written_is_read_and_taken_back(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    written = write_sidecar(photo, FOUR)
    assert with_sidecar(photo, Annotations(2, ("sea",))) == Annotations(4, ("sea", "beach"))
    again = write_sidecar(photo, Annotations(5, ("sun",)))
    assert with_sidecar(photo, Annotations()) == Annotations(5, ("beach", "sun"))
    restore_sidecar(again)
    assert with_sidecar(photo, Annotations()) == FOUR
    restore_sidecar(written)
    assert list(tmp_path.iterdir()) == []


def test_a_sidecar_that_was_changed_since_stays(tmp_path: Path) -> None:
    written = write_sidecar(tmp_path / "a.jpg", FOUR)
    text = written.path.read_text() + " "
    written.path.write_text(text)
    restore_sidecar(written)
    assert written.path.read_text() == text
    written.path.unlink()
    restore_sidecar(written)
    assert not written.path.exists()


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions")
def test_a_sidecar_keeps_its_permissions(tmp_path: Path) -> None:
    path = write_sidecar(tmp_path / "a.jpg", FOUR).path
    path.chmod(0o640)
    write_sidecar(tmp_path / "a.jpg", Annotations(5))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "a.jpg.xmp").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r".*"):
        write_sidecar(tmp_path / "a.jpg", FOUR)
    assert (tmp_path / "elsewhere").read_text() == "mine"
