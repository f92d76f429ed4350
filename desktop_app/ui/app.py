"""The composition root: builds everything, and passes it in."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.core.errors import SettingsError
from desktop_app.core.library_files import LibraryFiles
from desktop_app.core.paths import default_bundle, resources
from desktop_app.core.settings import Settings, load_settings
from desktop_app.ui.browser import Browser
from desktop_app.ui.desktop import Desktop, real_desktop
from desktop_app.ui.file_work import FileWork
from desktop_app.ui.folder_watch import FolderWatch
from desktop_app.ui.job_process import job_program
from desktop_app.ui.library_jobs import LibraryJobs
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.messages import message
from desktop_app.ui.picture_loader import PictureLoader
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.search_keeper import SearchKeeper
from desktop_app.ui.searcher import Searcher
from desktop_app.ui.services import Services
from desktop_app.ui.theme import Theme
from desktop_app.ui.thumbnail_loader import ThumbnailLoader

_FIRST_SIZE = (1280, 820)
_LEAST_SIZE = (720, 520)


@dataclass(frozen=True)
class Places:
    """Where this user's things lie."""

    library: Path
    settings: Path
    samples: Path
    model: Path = field(default_factory=default_bundle)


def run(places: Places) -> int:
    """Open the window; returns when it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not let Python hear Ctrl+C
    app = make_application()
    complaint = ""
    try:
        settings = load_settings(places.settings)
    except SettingsError as error:
        settings, complaint = Settings(), message(error)
    theme = Theme(app, resources() / "icons", settings.theme)
    window = build_window(theme, places, settings, real_desktop(), job_program())
    if complaint:
        window.message.say(complaint)
    window.show()
    return app.exec()


def make_application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Lookalike")
    app.setDesktopFileName("lookalike")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "lookalike.svg")))
    return app


def build_window(
    theme: Theme, places: Places, settings: Settings, desktop: Desktop, program: list[str]
) -> MainWindow:
    """A window that has begun to open its library. `program` starts this very application."""
    files = LibraryFiles(places.library)
    is_new = not files.catalogue.exists()
    jobs = LibraryJobs(places.library, settings.threads, program)
    services = Services(
        theme=theme,
        searcher=Searcher(places.library, places.model, theme.metrics.query_picture * 2),
        browser=Browser(places.library),
        jobs=jobs,
        file_work=FileWork(places.library),
        watch=FolderWatch(places.library, jobs, program, is_wanted=settings.watch_folders),
        thumbnails=ThumbnailLoader(files.thumbnails),
        pictures=PictureLoader(),
        desktop=desktop,
        preferences=Preferences(settings, places.settings),
        searches=SearchKeeper(files.searches),
    )
    window = MainWindow(services, places.samples, is_new_library=is_new)
    window.setMinimumSize(*_LEAST_SIZE)
    window.resize(*_FIRST_SIZE)
    services.searches.load()
    services.searcher.start()
    return window
