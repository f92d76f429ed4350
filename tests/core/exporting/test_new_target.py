"""What is written for the user is whole or not there, and replaces nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from desktop_app.core.base.errors import ExportError
from desktop_app.core.exporting.errors import TargetError, TargetProblem
from desktop_app.core.exporting.new_target import new_file, new_folder
from tests.full_disk import full_disk

New = Callable[[Path], AbstractContextManager[Path]]


def content(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_file_and_a_folder_get_their_names_when_they_are_written(tmp_path: Path) -> None:
    with new_file(tmp_path / "a") as part:
        part.write_text("text")
        assert not (tmp_path / "a").exists()
    with new_folder(tmp_path / "b.lance") as folder:
        (folder / "inside").mkdir()
        (folder / "inside/c").write_text("text")
        assert folder.name == "b.lance"
        assert not (tmp_path / "b.lance").exists()
    assert content(tmp_path) == ["a", "b.lance", "b.lance/inside", "b.lance/inside/c"]


@pytest.mark.parametrize("new", [new_file, new_folder])
def test_nothing_is_overwritten(tmp_path: Path, new: New) -> None:
    (tmp_path / "photos").write_text("mine")
    with pytest.raises(TargetError) as caught, new(tmp_path / "photos"):
        pytest.fail("it is there already")
    assert caught.value.problem is TargetProblem.EXISTS
    with pytest.raises(TargetError), new(tmp_path / "other"):
        (tmp_path / "other").write_text("of another program, meanwhile")
    assert content(tmp_path) == ["other", "photos"]


@pytest.mark.parametrize("new", [new_file, new_folder])
def test_a_link_that_leads_nowhere_is_not_overwritten(tmp_path: Path, new: New) -> None:
    (tmp_path / "photos").symlink_to(tmp_path / "nowhere")
    with pytest.raises(TargetError), new(tmp_path / "photos"):
        pytest.fail("it is there already")


@pytest.mark.parametrize("new", [new_file, new_folder])
def test_an_error_leaves_nothing(tmp_path: Path, new: New) -> None:
    with pytest.raises(ValueError, match="mine"), new(tmp_path / "photos"):
        raise ValueError("mine")
    assert content(tmp_path) == []


def test_a_full_disk_leaves_nothing_and_is_told(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(ExportError) as caught, new_folder(tmp_path / "b") as folder:
        (folder / "c").write_bytes(bytes(5000))
    assert caught.value.path == tmp_path / "b"
    with full_disk(), pytest.raises(ExportError), new_file(tmp_path / "a") as part:
        part.write_bytes(bytes(5000))
    assert content(tmp_path) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught, new_file(tmp_path / "no/photos"):
        pytest.fail("there is no place")
    assert "No such file" in caught.value.detail


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_what_a_killed_process_has_left_is_deleted_by_the_next(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from desktop_app.core.exporting.new_target import new_folder\n"
        "with new_folder(Path(sys.argv[1])) as folder:\n"
        "    (folder / 'half').write_text('half')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "b")], check=False)
    assert done.returncode == -signal.SIGKILL
    assert any("half" in path for path in content(tmp_path))
    assert not (tmp_path / "b").exists()
    with new_file(tmp_path / "a") as part:
        assert list(tmp_path.iterdir()) == [part]
    assert content(tmp_path) == ["a"]


def test_what_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    with new_folder(tmp_path / "b") as folder:
        (folder / "c").write_text("text")
        with new_folder(tmp_path / "d"):
            pass
        assert (folder / "c").exists()
    assert content(tmp_path) == ["b", "b/c", "d"]
