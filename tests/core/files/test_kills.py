"""A move or a write that is killed at any moment."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.e2e]


@dataclass(frozen=True)
class Left:
    """What a killed process has left.

    Attributes:
        action: What it did.
        parts: How many temporary files there were before the next copy into the folder.
        source: Whether the photo is still in its place.
        found: The files in the other folder, and the state of each.
    """

    action: str
    parts: int
    source: bool
    found: dict[str, str]


def killed(folder: Path, other_disk: Path) -> list[Left]:
    program = [sys.executable, "-m", "tests.core.files.killed_moves"]
    command = [*program, str(folder), str(other_disk / "there")]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [Left(*json.loads(line)) for line in output.splitlines()]


def test_whatever_is_killed_at_any_line_loses_nothing_and_leaves_nothing(
    tmp_path: Path, other_disk: Path
) -> None:
    left = killed(other_disk, tmp_path)  # renames and writes in memory: flushing takes no time
    states = {each.action: set[tuple[bool, str]]() for each in left}
    for each in left:
        settings = each.found.pop("settings.json", "")
        photo = each.found.pop("photo.jpg", "")
        assert each.found == {}
        states[each.action].add((each.source, settings if each.action == "write" else photo))
    assert states == {
        "rename": {(True, ""), (False, "whole")},
        "move": {(True, ""), (True, "whole"), (False, "whole")},
        "write": {(True, "older"), (True, "newer")},
    }
    assert {each.action for each in left if each.parts} == {"move", "write"}
