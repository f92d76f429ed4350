"""A retraining that is resumed without a window leaves its errors in the log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.retraining import Retraining


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the log lies elsewhere there")
def test_an_error_in_the_background_is_logged(files: LibraryFiles, tmp_path: Path) -> None:
    files.folder.mkdir()
    request = TrainRequest(files.folder, [], 64, None, previews=False)
    with Retraining(files).running(request):
        pass
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    command = [sys.executable, "-m", "training", "go-on", str(files.folder)]
    done = subprocess.run(
        command, env={**environment, "HOME": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode != 0
    log = (tmp_path / ".cache" / "Lookalike" / "log" / "lookalike.log").read_text()
    assert "in the background has failed" in log
    assert "TooFewPhotosError" in log
