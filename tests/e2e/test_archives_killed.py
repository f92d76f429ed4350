"""The indexing of an archive can be killed at any moment, and continues where it was."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from desktop_app.core.base.paths import own_program
from tests.cluster.made_archives import finished
from tests.command_line import run_cli


@pytest.mark.e2e
@pytest.mark.slow
def test_a_command_that_is_killed_again_and_again_ends_with_the_same_archive(
    tmp_path: Path, photo_folder: Path
) -> None:
    for number in range(4):
        for photo in sorted(photo_folder.glob("*-0.jpg")):
            shutil.copy(photo, photo_folder / f"{photo.stem}-{number}.jpg")
    manifest, archive = tmp_path / "manifest", tmp_path / "archive"
    run_cli("cluster", "manifest", photo_folder, "--out", manifest, "--shard-files", 1)
    words = ["cluster", "index", str(manifest), "--out", str(archive), "--threads", "1"]
    for kills in range(1, 5):
        process = subprocess.Popen([*own_program(), *words], stdout=subprocess.DEVNULL)
        while process.poll() is None and shard_count(archive) < 2 * kills:
            time.sleep(0.01)
        assert process.poll() is None
        process.kill()
        process.wait()
    run_cli(*words)
    run_cli("cluster", "index", manifest, "--out", tmp_path / "at once")
    assert finished(archive) == finished(tmp_path / "at once")


def shard_count(archive: Path) -> int:
    return len(list(archive.glob("shards/*/*.parquet")))
