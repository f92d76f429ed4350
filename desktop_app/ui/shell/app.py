"""The composition root: builds everything, and passes it in."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.core.base.crash_marker import CrashMarker
from desktop_app.core.base.errors import SettingsError
from desktop_app.core.base.log_file import LOG_FILE_NAME
from desktop_app.core.base.paths import default_bundle, resources
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.settings import Settings, load_settings
from desktop_app.core.jobs.child_job import training_program
from desktop_app.ui.browse.browse_client import BrowseClient
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.jobs.file_tasks import FileTaskRunner
from desktop_app.ui.jobs.folder_watch import FolderWatch
from desktop_app.ui.jobs.job_process import job_program
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.model_comparison_state import ModelComparisonState
from desktop_app.ui.models.model_thread import ModelThread
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.retraining.training_run import TrainingRun
from desktop_app.ui.search.saved_search_store import SavedSearchStore
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.shell.crash_notifier import CrashNotifier
from desktop_app.ui.shell.instance_handler import answer
from desktop_app.ui.shell.language_switcher import LanguageSwitcher
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.services import ModelServices, Services
from desktop_app.ui.shell.window_memory import WindowMemory
from desktop_app.ui.system.crash_log import CrashLog
from desktop_app.ui.system.desktop import Desktop, real_desktop
from desktop_app.ui.system.garbage_collection import GarbageCollector
from desktop_app.ui.system.instance_message import InstanceMessage
from desktop_app.ui.system.single_instance import SingleInstance
from desktop_app.ui.system.termination_signals import TerminationSignals

logger = logging.getLogger(__name__)
_FIRST_SIZE = (1280, 820)
_LEAST_SIZE = (720, 520)


@dataclass(frozen=True)
class Places:
    """Where this user's things lie."""

    library: Path
    settings: Path
    samples: Path
    logs: Path
    model: Path = field(default_factory=default_bundle)

    @property
    def log_file(self) -> Path:
        return self.logs / LOG_FILE_NAME


def run(places: Places, instance: SingleInstance, asked: InstanceMessage) -> int:
    """Open the window; returns when it is closed. `asked` is what this start was for."""
    app = make_application()
    mark = CrashMarker(places.logs, instance.name) if instance.has_window else None
    crashes = CrashLog(places.log_file, mark)
    crashes.watch()
    ending = TerminationSignals()
    instance.listen()
    complaint: SettingsError | None = None
    try:
        settings = load_settings(places.settings)
    except SettingsError as error:
        settings, complaint = Settings(), error
    language = Language(app, resources() / "translations", settings.language)
    theme = Theme(app, resources() / "icons", settings.theme)
    desktop = real_desktop()
    window = build_window(theme, language, places, settings, desktop, job_program())
    ending.came.connect(window.close_at_once)
    instance.told.connect(lambda later: answer(window, later))
    tell_of_crashes(crashes, theme, desktop, window)
    if complaint:
        window.message.say(complaint)
    window.show()
    if asked.pictures:
        answer(window, asked)
    garbage = GarbageCollector()
    status = app.exec()
    garbage.close()
    ending.close()
    instance.close()
    crashes.close()
    return status


def tell_of_crashes(
    crashes: CrashLog, theme: Theme, desktop: Desktop, window: MainWindow
) -> CrashNotifier:
    """In the window: what nobody caught, from now on, and how the one before it ended."""
    teller = CrashNotifier(theme, crashes.log_file, desktop, window)
    teller.said.connect(lambda said: window.message.tell(said))  # noqa: PLW0108 -- another by then
    teller.quit_asked.connect(window.close)
    crashes.failed.connect(teller.tell)
    if crashes.has_crashed_before:
        teller.tell_of_last_time()
    return teller


def make_application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Lookalike")
    app.setDesktopFileName("lookalike")
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
    """A window that has begun to open its library. `program` starts this very application, and
    `trainer` what trains: the project's own training where none is named.
    """
    is_new = not LibraryFiles(places.library).catalogue.exists()
    trainer = trainer or training_program()
    services = _services(theme, language, places, settings, desktop, program, trainer)
    services.jobs.set_cpu_usage(settings.threads, gentle=settings.gentle)
    services.preferences.changed.connect(services.apply)
    _log_job_output(services)
    window = MainWindow(services, places.samples, is_new_library=is_new)
    window.setMinimumSize(*_LEAST_SIZE)
    window.resize(*_FIRST_SIZE)
    window.restore()
    language.changed.connect(LanguageSwitcher(window).reword)
    services.searches.load()
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
        browser=BrowseClient(places.library),
        jobs=jobs,
        file_work=FileTaskRunner(places.library),
        watch=FolderWatch(places.library, jobs, program, is_enabled=settings.watch_folders),
        thumbnails=ThumbnailLoader(files.thumbnails, settings.thumbnail_cache_mb * 2**20),
        pictures=PictureLoader(),
        desktop=desktop,
        preferences=Preferences(settings, places.settings),
        searches=SavedSearchStore(files.searches),
        memory=WindowMemory(places.settings.with_name("window.json")),
        models=_model_services(files, places.model, jobs, program, trainer),
        log_file=places.log_file,
    )


def _log_job_output(services: Services) -> None:
    """Log what child processes write to their standard error."""
    side_jobs = (job.stderr_received for job in services.models.side_jobs)
    for received in (services.jobs.stderr_received, services.watch.stderr_received, *side_jobs):
        received.connect(_log_output)


def _log_output(text: str) -> None:
    logger.warning("A child process says:\n%s", text)


def _model_services(
    files: LibraryFiles, shipped: Path, jobs: LibraryJobs, program: list[str], trainer: list[str]
) -> ModelServices:
    thread, comparer = ModelThread(files.folder, shipped), SideJob(program)
    return ModelServices(
        thread=thread,
        run=TrainingRun(files, jobs),
        comparison=ModelComparisonState(files, comparer, thread),
        probe=SideJob(trainer),
        comparer=comparer,
        installer=SideJob(program),
        importer=SideJob(program),
        trainer=trainer,
    )
