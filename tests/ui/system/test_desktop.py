"""The calls to the real desktop, recorded by a service on a private session bus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def calls(tmp_path: Path) -> list[str]:
    """The calls that the desktop received for the file 'a b.jpg', and their results."""
    session = shutil.which("dbus-run-session")
    if session is None:
        pytest.skip("dbus-run-session is missing")
    picture = tmp_path / "a b.jpg"
    picture.write_text("a")
    command = [session, "--", sys.executable, "-m", "tests.ui.desktop_on_bus", str(picture)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=300, check=True, env=environment
    )
    return done.stdout.splitlines()


def test_linux_desktops_show_a_file_and_let_a_program_be_chosen(
    calls: list[str], tmp_path: Path
) -> None:
    uri = (tmp_path / "a b.jpg").as_uri()
    assert calls == [
        f"org.freedesktop.FileManager1 ShowItems ass ['{uri}'] ",
        "shown True",
        f"org.freedesktop.portal.OpenURI OpenFile sha{{sv}}  {tmp_path / 'a b.jpg'} ",
        "opened True",
        "gone False",
    ]
