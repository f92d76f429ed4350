"""Changes in watched folders are reported while they happen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.exclusions import Exclusions, store_exclusions
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.requests import WatchRequest, encode_request


@pytest.fixture
def changes(files: LibraryFiles, encoder: Encoder, photo_folder: Path) -> Iterator[Iterator[Any]]:
    """The paths that a real watching process tells, one list after the other."""
    pytest.importorskip("watchfiles")
    for _ in index(files, encoder, [photo_folder]):
        pass
    request = encode_request(WatchRequest(files.folder, [photo_folder]))
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "job", request],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    lines = (json.loads(line) for line in process.stdout)
    assert next(lines)["event"] == "started"
    assert next(lines)["kind"] == "Watching"
    yield (line["data"]["paths"] for line in lines)
    process.stdin.close()
    assert process.wait(120) == 3
    process.stdout.close()


@pytest.mark.slow
def test_new_pictures_are_reported_and_other_files_are_not(
    changes: Iterator[list[str]], photo_folder: Path
) -> None:
    (photo_folder / "notes.txt").write_text("no picture")
    (photo_folder / ".hidden.jpg").write_bytes((photo_folder / "beach-0.jpg").read_bytes())
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "trip" / "new.jpg")
    assert next(changes) == [str(photo_folder / "trip" / "new.jpg")]


@pytest.mark.slow
def test_what_is_left_out_is_not_reported(
    changes: Iterator[list[str]], files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    """Neither what the rules leave out, nor patterns, special files or links that lead out."""
    content = (photo_folder / "beach-0.jpg").read_bytes()
    list(store_exclusions(files, Exclusions(("*.tmp.jpg", "Drafts/"))))
    for name in ("@eaDir/a.jpg", "trip/#recycle/a.jpg", "a.tmp.jpg", "Drafts/in/a.jpg"):
        path = photo_folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    os.mkfifo(photo_folder / "pipe.jpg")
    (tmp_path / "elsewhere.jpg").write_bytes(content)
    (photo_folder / "link.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    (photo_folder / "zero.jpg").symlink_to("/dev/zero")
    (photo_folder / "new.jpg").write_bytes(content)
    assert next(changes) == [str(photo_folder / "new.jpg")]


@pytest.mark.slow
def test_a_deleted_picture_is_reported(changes: Iterator[list[str]], photo_folder: Path) -> None:
    (photo_folder / "beach-0.jpg").unlink()
    assert next(changes) == [str(photo_folder / "beach-0.jpg")]


@pytest.mark.slow
def test_a_folder_that_is_moved_in_or_away_is_reported(
    changes: Iterator[list[str]], photo_folder: Path, tmp_path: Path
) -> None:
    (photo_folder / "trip").rename(tmp_path / "trip")
    assert next(changes) == [str(photo_folder / "trip")]
    (tmp_path / "trip").rename(photo_folder / "back again")
    assert str(photo_folder / "back again") in next(changes)
