"""The objects that outlive the widgets: built by app.py, closed with the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QProcess

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.settings import Settings
from desktop_app.core.files.move_history import MoveHistory
from desktop_app.ui.browse.all_photos import ALL_PHOTOS
from desktop_app.ui.browse.browse_client import BrowseClient, BrowseClients
from desktop_app.ui.browse.folder_client import FolderClient
from desktop_app.ui.duplicates.duplicate_client import DuplicateClient
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.jobs.drive_watch import DriveWatch
from desktop_app.ui.jobs.file_tasks import FileTaskRunner
from desktop_app.ui.jobs.folder_watch import FolderWatch
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.recent_libraries import RecentLibraries
from desktop_app.ui.models.model_comparison_state import ModelComparisonState
from desktop_app.ui.models.model_thread import ModelThread
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.photos.stack_folding import StackFolding
from desktop_app.ui.retraining.training_costs import TrainingCosts
from desktop_app.ui.retraining.training_run import TrainingRun
from desktop_app.ui.saved_searches.saved_search_store import SavedSearchStore
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.settings.window_memory import WindowMemory
from desktop_app.ui.system.desktop import Desktop


@dataclass(frozen=True)
class ModelServices:
    """The services for models and retraining.

    Attributes:
        thread: Reads and changes the list of models.
        run: The retraining of the library.
        comparison: The comparison of two models.
        probe: Measures how long a training would take.
        costs: What the probe has measured.
        comparer: Runs the comparison.
        installer: Installs the training component.
        importer: Imports models.
        trainer: The command line that starts a training.
    """

    thread: ModelThread
    run: TrainingRun
    comparison: ModelComparisonState
    probe: SideJob
    costs: TrainingCosts
    comparer: SideJob
    installer: SideJob
    importer: SideJob
    trainer: list[str]

    @property
    def side_jobs(self) -> tuple[SideJob, ...]:
        return self.probe, self.comparer, self.installer, self.importer

    def resume_in_background(self, library: Path) -> None:
        """Resume the interrupted training in a process that outlives this one."""
        program, *arguments = self.trainer
        QProcess.startDetached(program, [*arguments, "go-on", str(library)])

    def close(self) -> None:
        for job in self.side_jobs:
            job.close()
        self.run.close()
        self.thread.close()


@dataclass(frozen=True)
class Services:
    """All services of the window. Each lives as long as the window."""

    theme: Theme
    language: Language
    library: LibraryFiles
    searcher: SearchClient
    browsers: BrowseClients
    folders: FolderClient
    duplicates: DuplicateClient
    jobs: LibraryJobs
    folder_check: SideJob
    file_work: FileTaskRunner
    move_history: MoveHistory
    watch: FolderWatch
    drives: DriveWatch
    thumbnails: ThumbnailLoader
    pictures: PictureLoader
    desktop: Desktop
    preferences: Preferences
    stacks: StackFolding
    searches: SavedSearchStore
    memory: WindowMemory
    recent: RecentLibraries
    models: ModelServices
    log_file: Path

    @property
    def browser(self) -> BrowseClient:
        """The client of the view of all photos, which follows the filter bar."""
        return self.browsers.client(ALL_PHOTOS)

    def apply(self, settings: Settings) -> None:
        """Pass each service the settings that it depends on."""
        self.theme.choose(settings.theme)
        self.language.choose(settings.language)
        self.jobs.set_cpu_usage(settings.threads, gentle=settings.gentle)
        self.watch.set_enabled(settings.watch_folders)
        self.thumbnails.limit_cache(settings.thumbnail_cache_mb * 2**20)
        self.stacks.switch(is_on=settings.fold_stacks)

    def close(self) -> None:
        """End all processes and threads."""
        self.watch.close()
        self.drives.close()
        self.folder_check.close()
        self.file_work.close()
        self.jobs.close()
        self.models.close()
        self.searcher.close()
        self.browsers.close()
        self.folders.close()
        self.duplicates.close()
        self.thumbnails.close()
        self.pictures.close()
        self.preferences.close()
        self.searches.close()
