"""Folders of extracted archives, which appear whole or not at all."""

from pathlib import Path

import pytest

from training.data.pictures import atomic_folder


def test_a_folder_that_another_process_filled_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "pictures"
    with atomic_folder(target) as ours:
        (ours / "ours.txt").write_text("ours")
        target.mkdir()
        (target / "theirs.txt").write_text("theirs")
    assert [path.name for path in target.iterdir()] == ["theirs.txt"]
    assert list(tmp_path.iterdir()) == [target]


def test_what_could_not_be_filled_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), atomic_folder(tmp_path / "pictures"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
