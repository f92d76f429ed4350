"""The composition root: builds all objects and passes them to each other."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.core.base.errors import AppError, SettingsError
from desktop_app.core.base.log_file import LOG_FILE_NAME
from desktop_app.core.base.paths import default_bundle, own_program, resources
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.settings import Settings, load_settings
from desktop_app.core.files.move_history import MoveHistory
from desktop_app.core.jobs.child_job import training_program
from desktop_app.ui.browse.browse_client import BrowseClients
from desktop_app.ui.browse.folder_client import FolderClient
from desktop_app.ui.duplicates.duplicate_client import DuplicateClient
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.jobs.drive_watch import DriveWatch
from desktop_app.ui.jobs.file_tasks import FileTaskRunner
from desktop_app.ui.jobs.folder_watch import FolderWatch
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.messages import message as sentence_of
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.missing_library import library_in_place_of
from desktop_app.ui.library.recent_libraries import LIST_NAME, RecentLibraries
from desktop_app.ui.models.model_comparison_state import ModelComparisonState
from desktop_app.ui.models.model_thread import ModelThread
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.photos.stack_folding import StackFolding
from desktop_app.ui.retraining.training_costs import TrainingCosts
from desktop_app.ui.retraining.training_run import TrainingRun
from desktop_app.ui.saved_searches.saved_search_store import SavedSearchStore
from desktop_app.ui.search.dropped_pictures import sorted_paths
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.settings.window_memory import WindowMemory, fit_to_screen
from desktop_app.ui.shell.crash_dialog import CrashNotifier
from desktop_app.ui.shell.language_switcher import LanguageSwitcher
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.services import ModelServices, Services
from desktop_app.ui.system.application import Application
from desktop_app.ui.system.crash_log import CrashLog
from desktop_app.ui.system.crash_marker import CrashMarker
from desktop_app.ui.system.desktop import Desktop, real_desktop
from desktop_app.ui.system.garbage_collection import GarbageCollector
from desktop_app.ui.system.single_instance import InstanceMessage, SingleInstance
from desktop_app.ui.system.termination_signals import TerminationSignals

logger = logging.getLogger(__name__)
_FIRST_SIZE = (1280, 820)


@dataclass(frozen=True)
class Places:
    """The paths of the user's files and folders."""

    library: Path
    settings: Path
    samples: Path
    logs: Path
    model: Path = field(default_factory=default_bundle)

    @property
    def log_file(self) -> Path:
        return self.logs / LOG_FILE_NAME


def run(
    places: Places,
    instance: SingleInstance,
    message: InstanceMessage,
    app: Application | None = None,
) -> int:
    """Open the window, and return the exit status when it is closed.

    `message`: what to open. `app`: the application, if there is one already.
    """
    app = app or make_application()
    termination = TerminationSignals()  # first: a signal must not leave a crash marker behind
    crashes = CrashLog(places.log_file, CrashMarker(places.logs, instance.name))
    crashes.watch()
    instance.listen()
    settings, settings_error = load_settings_or_default(places.settings)
    language = Language(app, resources() / "translations", settings.language)
    theme = Theme(app, resources() / "icons", settings.theme)
    desktop = real_desktop()
    window = build_window(theme, language, places, settings, desktop, own_program())
    termination.received.connect(window.close_at_once)
    instance.message_received.connect(lambda later: handle_instance_message(window, later))
    app.files_opened.connect(lambda paths: handle_instance_message(window, InstanceMessage(paths)))
    report_crashes(crashes, theme, desktop, window)
    if settings_error:
        window.message.show_error(settings_error)
    fit_to_screen(window)
    window.show()
    if message.pictures:
        handle_instance_message(window, message)
    garbage = GarbageCollector()
    status = app.exec()
    for part in (garbage, termination, instance, crashes):
        part.close()
    return status


def refuse(places: Places, error: AppError, app: QApplication | None = None) -> None:
    """Say in a dialog why no window is opened, and return when it is closed."""
    with _looks(app or make_application(), places.settings):
        QMessageBox.warning(None, "Lookalike", sentence_of(error))


def choose_library(app: QApplication, settings: Path, missing: Path) -> Path | None:
    """Ask for a library in the place of one that is not there; None if the user wants none."""
    with _looks(app, settings):
        return library_in_place_of(missing, real_desktop())


@contextmanager
def _looks(app: QApplication, settings_file: Path) -> Iterator[None]:
    """Show dialogs in the user's language and theme before there is a window."""
    settings, _ = load_settings_or_default(settings_file)
    # Both act as long as they exist.
    looks = (
        Language(app, resources() / "translations", settings.language),
        Theme(app, resources() / "icons", settings.theme),
    )
    yield
    del looks


def load_settings_or_default(path: Path) -> tuple[Settings, SettingsError | None]:
    """Return the user's settings, or the defaults with the error that prevented reading them."""
    try:
        return load_settings(path), None
    except SettingsError as error:
        return Settings(), error


def handle_instance_message(window: MainWindow, message: InstanceMessage) -> None:
    """Bring the window to the front, and handle the arguments of a later start.

    They are handled as if they were dropped: pictures are searched for, folders are added.
    """
    if message.token:
        os.putenv("XDG_ACTIVATION_TOKEN", message.token)  # Qt reads it from there, on Wayland
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    if message.pictures:
        window.picture_input.receive(sorted_paths(message.pictures))


def report_crashes(
    crashes: CrashLog, theme: Theme, desktop: Desktop, window: MainWindow
) -> CrashNotifier:
    """Report uncaught errors in the window, and that the window before it crashed."""
    notifier = CrashNotifier(theme, crashes.log_file, desktop, window)
    # The lambda looks up `window.message` at each call: another language replaces the message bar.
    notifier.notice_posted.connect(lambda notice: window.message.show_notice(notice))  # noqa: PLW0108
    notifier.quit_requested.connect(window.close)
    crashes.failed.connect(notifier.report)
    if crashes.has_crashed_before:
        notifier.report_previous_crash()
    return notifier


def make_application() -> Application:
    app = Application(sys.argv[:1])
    app.setApplicationName("Lookalike")
    app.setDesktopFileName(os.environ.get("FLATPAK_ID", "lookalike"))  # Flatpak renames its entry
    app.setWindowIcon(QIcon(str(resources() / "icons" / "lookalike.svg")))
    return app


def build_window(
    theme: Theme,
    language: Language,
    places: Places,
    settings: Settings,
    desktop: Desktop,
    program: list[str],
    trainer: list[str] | None = None,
) -> MainWindow:
    """Build a window, and start opening its library.

    `program` is the command line of this application and `trainer` that of the training; None
    selects the project's own.
    """
    is_new = not LibraryFiles(places.library).catalogue.exists()
    trainer = trainer or training_program()
    services = _services(theme, language, places, settings, desktop, program, trainer)
    services.jobs.set_cpu_usage(settings.threads, gentle=settings.gentle)
    services.preferences.settings_changed.connect(services.apply)
    searcher, stacks = services.searcher, services.stacks
    stacks.changed.connect(lambda folding: searcher.adjust(folding=folding))
    searcher.adjust(folding=stacks.folding)
    _log_job_output(services)
    window = MainWindow(services, places.samples, is_new_library=is_new)
    window.resize(*_FIRST_SIZE)
    window.restore()
    language.language_changed.connect(theme.follow_language)
    language.language_changed.connect(LanguageSwitcher(window).rebuild)
    services.searches.load()
    services.recent.remember()
    services.searcher.library.refresh()
    return window


def _services(
    theme: Theme, language: Language, places: Places, settings: Settings, desktop: Desktop,
    program: list[str], trainer: list[str],
) -> Services:  # fmt: skip
    files = LibraryFiles(places.library)
    jobs = LibraryJobs(places.library, program, trainer)
    return Services(
        theme=theme,
        language=language,
        library=files,
        searcher=SearchClient(places.library, places.model, theme.metrics.query_picture * 2),
        browsers=BrowseClients(places.library),
        folders=FolderClient(places.library),
        duplicates=DuplicateClient(places.library, jobs),
        jobs=jobs,
        folder_check=SideJob(program),
        file_work=FileTaskRunner(places.library),
        move_history=MoveHistory(places.settings.with_name("moves"), places.library),
        watch=FolderWatch(places.library, jobs, program, is_enabled=settings.watch_folders),
        drives=DriveWatch(jobs),
        thumbnails=ThumbnailLoader(LibraryThumbnails(files), settings.thumbnail_cache_mb * 2**20),
        pictures=PictureLoader(),
        desktop=desktop,
        preferences=Preferences(settings, places.settings),
        stacks=StackFolding(is_on=settings.fold_stacks),
        searches=SavedSearchStore(files.searches),
        memory=WindowMemory(places.settings.with_name("window.json")),
        recent=RecentLibraries(places.settings.with_name(LIST_NAME), places.library),
        models=_model_services(files, places.model, jobs, program, trainer),
        log_file=places.log_file,
    )


def _log_job_output(services: Services) -> None:
    """Log what child processes write to their standard error."""
    side_jobs = (services.folder_check, *services.models.side_jobs)
    received = (services.jobs.stderr_received, services.watch.stderr_received)
    for signal in (*received, *(job.stderr_received for job in side_jobs)):
        signal.connect(_log_output)


def _log_output(text: str) -> None:
    logger.warning("Output of a child process:\n%s", text)


def _model_services(
    files: LibraryFiles, shipped: Path, jobs: LibraryJobs, program: list[str], trainer: list[str]
) -> ModelServices:
    thread, comparer = ModelThread(files.folder, shipped), SideJob(program)
    probe = SideJob(trainer)
    return ModelServices(
        thread=thread,
        run=TrainingRun(files, jobs),
        comparison=ModelComparisonState(files, comparer, thread),
        probe=probe,
        costs=TrainingCosts(probe),
        comparer=comparer,
        installer=SideJob(program),
        importer=SideJob(program),
        trainer=trainer,
    )
