"""What the window works with, built by app.py."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.settings import Settings
from desktop_app.ui.browse.browse_client import BrowseClient
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.jobs.file_tasks import FileTaskRunner
from desktop_app.ui.jobs.folder_watch import FolderWatch
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.search.saved_search_store import SavedSearchStore
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.shell.model_services import ModelServices
from desktop_app.ui.shell.window_memory import WindowMemory
from desktop_app.ui.system.desktop import Desktop


@dataclass(frozen=True)
class Services:
    """Each lives as long as the window."""

    theme: Theme
    language: Language
    library: LibraryFiles
    searcher: SearchClient
    browser: BrowseClient
    jobs: LibraryJobs
    file_work: FileTaskRunner
    watch: FolderWatch
    thumbnails: ThumbnailLoader
    pictures: PictureLoader
    desktop: Desktop
    preferences: Preferences
    searches: SavedSearchStore
    memory: WindowMemory
    models: ModelServices

    def apply(self, settings: Settings) -> None:
        """Each takes what it goes by; what has not changed for it changes nothing."""
        self.theme.choose(settings.theme)
        self.language.choose(settings.language)
        self.jobs.set_cpu_usage(settings.threads, gentle=settings.gentle)
        self.watch.set_enabled(settings.watch_folders)
        self.thumbnails.limit_cache(settings.thumbnail_cache_mb * 2**20)

    def close(self) -> None:
        """Leaves no process and no thread behind."""
        self.watch.close()
        self.file_work.close()
        self.jobs.close()
        self.models.close()
        self.searcher.close()
        self.browser.close()
        self.thumbnails.close()
        self.pictures.close()
        self.preferences.close()
        self.searches.close()
