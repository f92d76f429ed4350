"""Starting the program as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_without_a_display_the_program_says_one_sentence_and_ends(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    ended = subprocess.run(
        [sys.executable, "-m", "desktop_app"],
        env=environment | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "no display" in ended.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_the_window_comes_without_the_networks_runtime() -> None:
    """What takes long to load is loaded in the search thread, when the window is there."""
    program = (
        "import sys, desktop_app.ui.shell.app;"
        "print([name for name in ('onnxruntime', 'faiss', 'rawpy', 'torch', 'typer')"
        " if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=True
    )
    assert ended.stdout == "[]\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variables", "name"),
    [({}, "lookalike"), ({"FLATPAK_ID": "org.example.Lookalike"}, "org.example.Lookalike")],
)
def test_the_window_names_the_desktop_entry_that_was_installed(
    variables: dict[str, str], name: str
) -> None:
    """Wayland finds the icon by it. Flatpak gives the entry another name."""
    program = (
        "from desktop_app.ui.shell.app import make_application;"
        "print(make_application().desktopFileName())"
    )
    environment = {key: value for key, value in os.environ.items() if key != "FLATPAK_ID"}
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env=environment | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == f"{name}\n"
