"""The command line, interrupted by a script that runs it in its background."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from tests.crash.library_state import soundness
from tests.e2e.interrupting import in_background

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="no process can be interrupted there"),
]


def test_an_interrupt_ends_what_a_script_runs_in_its_background(
    tmp_path: Path, photo_folder: Path
) -> None:
    picture = next(photo_folder.glob("*.jpg")).read_bytes()
    for number in range(2000):
        (photo_folder / f"{number}.jpg").write_bytes(picture + str(number).encode())
    files = LibraryFiles(tmp_path / "library")
    indexing = in_background(["index", str(photo_folder), "--threads", "1"], files.folder)
    while indexing.poll() is None and not _indexed(files):
        time.sleep(0.05)
    indexing.send_signal(signal.SIGINT)
    _, errors = indexing.communicate(timeout=300)
    assert indexing.returncode == 130
    assert errors == ""
    assert soundness(files.folder) == "ok"
    assert 0 < _indexed(files) < 2000


def _indexed(files: LibraryFiles) -> int:
    if not files.catalogue.exists():
        return 0
    with Catalogue(files) as catalogue:
        return library_status(catalogue).indexed
