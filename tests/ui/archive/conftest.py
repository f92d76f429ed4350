"""Windows on archives that were made of the shared photos."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.settings import Settings
from desktop_app.ui.archive.archive_window import ArchiveWindow
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.app import Places
from desktop_app.ui.shell.archive_app import build_archive_window
from tests.cluster.made_archives import indexed, made_manifest
from tests.ui.conftest import FakeDesk, IndexedLibrary

OpenArchive = Callable[[Path], ArchiveWindow]


@pytest.fixture(scope="session")
def shared_archive(
    tmp_path_factory: pytest.TempPathFactory, shared_library: IndexedLibrary, encoder: Encoder
) -> Path:
    """36 photos in six shards."""
    base = tmp_path_factory.mktemp("archive")
    indexed(made_manifest(base / "manifest", shared_library.photos, 6), base / "archive", encoder)
    deque(collect_codes(Archive(base / "archive")), maxlen=0)
    return base / "archive"


@pytest.fixture
def own_archive(shared_archive: Path, tmp_path: Path) -> Path:
    """A copy that the test may damage."""
    return Path(shutil.copytree(shared_archive, tmp_path / "archive"))


@pytest.fixture
def open_archive(
    qapp: QApplication,
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    desk: FakeDesk,
    tmp_path: Path,
) -> Iterator[OpenArchive]:
    windows: list[ArchiveWindow] = []

    def opened(archive: Path, model: Path | None = None) -> ArchiveWindow:
        own = (tmp_path / "settings.json", tmp_path / "samples", tmp_path / "logs")
        places = Places(archive, *own, *([model] if model else []))
        settings = Settings(theme="light", language=language.spoken)
        window = build_archive_window(theme, language, places, settings, desk.desktop())
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def archive_window(qtbot: QtBot, open_archive: OpenArchive, shared_archive: Path) -> ArchiveWindow:
    """On the shared archive, which it shows."""
    window = open_archive(shared_archive)
    wait_for_photos(qtbot, window)
    return window


def wait_for_photos(qtbot: QtBot, window: ArchiveWindow) -> None:
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.browse, timeout=180_000)
    qtbot.waitUntil(lambda: window.browse.model.known_photo(0) is not None, timeout=180_000)
