"""The objects that outlive the widgets of an archive's window; closed with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.base.paths import default_library
from desktop_app.ui.archive.archive_client import ArchiveClient
from desktop_app.ui.archive.archive_reader import ArchiveReader
from desktop_app.ui.archive.archive_thumbnails import ArchiveThumbnails
from desktop_app.ui.archive.copies_client import CopiesClient
from desktop_app.ui.engine.request_counter import RequestCounter
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.engine.session import OpenSession, Session
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.recent_libraries import RecentLibraries
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.system.desktop import Desktop


class Complaints(QObject):
    """Brings errors that other threads meet to the window's thread.

    Signals:
        raised (AppError): The error.
    """

    raised = Signal(AppError)


@dataclass(frozen=True)
class ArchiveServices:
    """All services of the window. Each lives as long as the window."""

    folder: Path
    theme: Theme
    language: Language
    client: ArchiveClient
    copies: CopiesClient
    searcher: SearchClient
    complaints: Complaints
    thumbnails: ThumbnailLoader
    pictures: PictureLoader
    desktop: Desktop
    preferences: Preferences
    recent: RecentLibraries
    log_file: Path

    def close(self) -> None:
        """End all threads."""
        self.searcher.close()
        self.client.close()
        self.copies.close()
        self.thumbnails.close()
        self.pictures.close()
        self.preferences.close()


def archive_services(
    folder: Path,
    shipped: Path,
    theme: Theme,
    language: Language,
    desktop: Desktop,
    preferences: Preferences,
    recent: RecentLibraries,
    log_file: Path,
) -> ArchiveServices:
    """Build the services of the window of the archive in a folder. `shipped`: the model bundle."""
    reader, complaints = ArchiveReader(folder), Complaints()
    libraries = [default_library(), *recent.others]
    return ArchiveServices(
        folder=folder,
        theme=theme,
        language=language,
        client=ArchiveClient(reader),
        copies=CopiesClient(reader),
        searcher=SearchClient(
            folder,
            shipped,
            theme.metrics.query_picture * 2,
            _session_opener(reader, shipped, libraries, complaints),
        ),
        complaints=complaints,
        thumbnails=ThumbnailLoader(
            ArchiveThumbnails(reader.places), preferences.settings.thumbnail_cache_mb * 2**20
        ),
        pictures=PictureLoader(),
        desktop=desktop,
        preferences=preferences,
        recent=recent,
        log_file=log_file,
    )


def _session_opener(
    reader: ArchiveReader, shipped: Path, libraries: list[Path], complaints: Complaints
) -> OpenSession:
    def opened(counter: RequestCounter) -> Session:
        reader.opened()  # tells of a missing package before it is imported
        from desktop_app.ui.archive.archive_session import ArchiveSession

        return ArchiveSession(reader, shipped, libraries, complaints.raised.emit, counter)

    return opened
