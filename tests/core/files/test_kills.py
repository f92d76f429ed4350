"""A move, a rename or a write that is killed at any moment."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.e2e]


@dataclass(frozen=True)
class Left:
    """What a killed process has left, and what is there once it was done again.

    Attributes:
        action: What it did.
        source: Whether the photo is still in its place.
        found: The files in the other folder, and the state of each.
        source_after, found_after: The same, once the action was done again.
    """

    action: str
    source: bool
    found: dict[str, str]
    source_after: bool
    found_after: dict[str, str]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> list[Left]:
    folder, memory = tmp_path_factory.mktemp("killed"), Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == folder.stat().st_dev:
        pytest.skip("there is no other disk to write to")
    program = [sys.executable, "-m", "tests.core.files.killed_moves"]
    with TemporaryDirectory(dir=memory) as other:  # flushing takes no time there
        command = [*program, other, str(folder / "there")]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [Left(*json.loads(line)) for line in output.splitlines()]


def test_whatever_is_killed_at_any_line_leaves_whole_files(left: list[Left]) -> None:
    states = {each.action: set[tuple[bool, str]]() for each in left}
    for each in left:
        visible = {name: state for name, state in each.found.items() if name[0] != "."}
        name = "settings.json" if each.action == "write" else "photo.jpg"
        states[each.action].add((each.source, visible.pop(name, "")))
        assert visible in ({}, {"settings.json": "older"})
    assert states == {
        "rename": {(True, ""), (False, "whole")},
        "move": {(True, ""), (True, "whole"), (False, "whole")},
        "write": {(True, "older"), (True, "newer")},
    }
    assert {each.action for each in left if len(each.found) > 1} >= {"move", "write"}


def test_what_was_killed_at_any_line_can_be_done_again_and_leaves_nothing(left: list[Left]) -> None:
    renamed = {"photo.jpg": "whole", "settings.json": "older"}
    ends = {"rename": renamed, "move": {"photo.jpg": "whole"}, "write": {"settings.json": "newer"}}
    for each in left:
        assert each.found_after == ends[each.action]
        assert each.source_after is (each.action == "write")


def test_photos_that_are_renamed_are_whole_under_their_old_or_new_names_when_killed_at_any_line(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "tests.core.files.killed_renames", str(tmp_path / "photos")]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rounds = [json.loads(line) for line in output.splitlines()]
    old = {"a.jpg": "first", "b.jpg": "second"}
    half = {"a.jpg": "first", "c.jpg": "second"}
    new = {"b.jpg": "first", "c.jpg": "second"}
    assert [left for left, _ in rounds if left not in (old, half, new)] == []
    assert all(state in [left for left, _ in rounds] for state in (old, half, new))
    assert [after for _, after in rounds if after != new] == []


def killed_sidecars(action: str, *folders: Path) -> list[list[list[str]]]:
    """What is in the two folders after each kill, and once the action was done again."""
    words = [sys.executable, "-m", "tests.core.files.killed_sidecars", action]
    command = [*words, *map(str, folders)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def test_a_photo_that_moves_has_its_sidecar_beside_it_when_killed_at_any_line(
    tmp_path: Path, other_disk: Path
) -> None:
    rounds = killed_sidecars("move", tmp_path, other_disk)
    both, photo, sidecar = ["a.jpg", "a.jpg.xmp"], ["a.jpg"], ["a.jpg.xmp"]
    left = [(here, there) for here, there, _, _ in rounds]
    on_one_disk = [(both, []), (both, sidecar), (sidecar, both), ([], both)]
    assert all(state in left for state in on_one_disk)
    assert [state for state in left if state not in [*on_one_disk, (both, both)]] == []
    assert photo not in [folder for state in left for folder in state]
    assert [after for _, _, _, after in rounds if after != both] == []
    assert [here for _, _, here, _ in rounds if here not in ([], sidecar)] == []


def test_a_photo_that_is_renamed_has_its_sidecar_beside_it_when_killed_at_any_line(
    tmp_path: Path, other_disk: Path
) -> None:
    rounds = killed_sidecars("rename", tmp_path, other_disk)
    left = [here for here, _, _, _ in rounds]
    old, new = ["a.jpg", "a.jpg.xmp"], ["b.jpg", "b.jpg.xmp"]
    between = [[*old, "b.jpg.xmp"], ["a.jpg.xmp", *new]]
    assert all(state in left for state in [old, *between, new])
    assert [state for state in left if state not in [old, *between, new]] == []
    assert [here for _, _, here, _ in rounds if here not in (new, ["a.jpg.xmp", *new])] == []


def test_a_photo_that_is_copied_has_its_sidecar_beside_it_when_killed_at_any_line(
    tmp_path: Path, other_disk: Path
) -> None:
    rounds = killed_sidecars("copy", tmp_path, other_disk)
    both = ["a.jpg", "a.jpg.xmp"]
    left = [there for _, there, _, _ in rounds]
    assert all(state in left for state in ([], ["a.jpg.xmp"], both))
    assert [state for state in left if state not in ([], ["a.jpg.xmp"], both)] == []
    assert [after for _, _, _, after in rounds if after != both] == []
    assert [here for here, _, _, _ in rounds if here != both] == []
