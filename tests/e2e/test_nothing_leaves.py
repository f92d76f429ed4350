"""Nothing leaves the machine, and nothing is written where the user would not look for it.

Everything that people do with the program runs under strace: the window for a minute and a half,
since a library that wants to report something waits before it does, and beside it the commands.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.e2e.traced import TracedHome, skip_without_strace

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's"),
]

_WINDOW_SECONDS = 90
# Devices, semaphores in shared memory, and the process itself.
_SYSTEM = (Path("/dev"), Path("/proc"))
_PART = re.compile(r"\.lookalike-[0-9a-f]{16}\.part")  # what is written before it gets its name


@pytest.fixture
def traced(tmp_path: Path) -> Iterator[TracedHome]:
    skip_without_strace()
    traced = TracedHome(tmp_path)
    yield traced
    traced.end()


def test_what_a_program_does_is_seen(traced: TracedHome, tmp_path: Path) -> None:
    elsewhere = tmp_path / "else where"
    code = f"import os, socket; os.mkdir({str(elsewhere)!r}); os.chdir({str(elsewhere)!r});"
    code += "open('a', 'w'); os.rename('a', 'b'); open('b'); socket.socket(socket.AF_INET6)"
    traced.trace("program", [sys.executable, "-c", code]).wait(60)
    assert len(traced.internet_sockets()) == 1
    assert {elsewhere, elsewhere / "a"} <= traced.written_paths()


def test_no_program_opens_an_internet_socket_or_writes_elsewhere(
    traced: TracedHome, trainable_library: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    end = time.monotonic() + _WINDOW_SECONDS
    library, other = trainable_library.folder, tmp_path / "library of the window"
    Catalogue(LibraryFiles(other)).close()  # a window would ask before it creates one
    window = traced.start("window", "--library", other, photo_folder, photo_folder / "beach-1.jpg")
    exported = use_every_command(traced, library, photo_folder)
    wait_until(end, window)
    traced.end()

    assert traced.internet_sockets() == []
    places = (library, other, traced.temporary, *user_folders(traced.home), exported, *_SYSTEM)
    elsewhere = {path for path in traced.written_paths() if not is_in(path, places)}
    assert elsewhere == set()
    # The trace has seen what it had to see.
    assert library / "catalogue.sqlite" in traced.written_paths()
    assert other / "catalogue.sqlite" in traced.written_paths()
    assert exported.is_file()
    # Loading torch's compiler and exporter, or what needs them, takes seconds.
    for package in ("torch/_dynamo", "onnxscript", "torchvision", "timm"):
        assert not traced.has_read(f"/site-packages/{package}/"), package
    assert traced.has_read("/site-packages/torch/")


def use_every_command(traced: TracedHome, library: Path, photos: Path) -> Path:
    """Index, search, retrain and export; return the exported file."""
    at = ("--library", library)
    traced.run("index", "index", photos, *at)
    traced.run("search", "search", photos / "beach-0.jpg", *at)
    words = ("--bits", 64, "--minutes", 0.1, "--json")
    trained = json.loads(traced.run("train", "train", *words, *at))
    model, file = trained["model_id"], photos.parent / "mine.lookalike-model"
    traced.run("export", "model", "export", model, file, *at)
    return file


def wait_until(end: float, window: subprocess.Popen[str]) -> None:
    while time.monotonic() < end:
        assert window.poll() is None, window.communicate()
        time.sleep(0.5)


def user_folders(home: Path) -> list[Path]:
    """The folders of the settings, of the log, and of what is known of models trained here."""
    folders = (".config/Lookalike", ".cache/Lookalike/log", ".local/share/Lookalike")
    return [home / folder for folder in folders]


def is_in(path: Path, places: tuple[Path, ...]) -> bool:
    """Whether a path lies in one of the places, holds it, or becomes it."""
    return any(
        path.is_relative_to(place)
        or place.is_relative_to(path)
        or (path.parent == place.parent and _PART.fullmatch(path.name))
        for place in places
    )
