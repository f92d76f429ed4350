"""Commands that involve more than one part of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.browse.all_photos import ALL_PHOTOS
from desktop_app.ui.engine.queries import PhotoSource, Source
from desktop_app.ui.library.exclusions_dialog import ExclusionsDialog
from desktop_app.ui.library.library_flow import LibraryFlow
from desktop_app.ui.library.library_opener import LibraryOpener
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomers_flow import NewcomersFlow
from desktop_app.ui.photos.photo_action_flow import PhotoActionFlow
from desktop_app.ui.previews.code_flow import CodeFlow
from desktop_app.ui.renaming.rename_flow import RenameFlow
from desktop_app.ui.settings.first_tips import FirstTips
from desktop_app.ui.settings.help_dialogs import HelpDialogs
from desktop_app.ui.settings.settings_dialog import SettingsDialog
from desktop_app.ui.shell.model_flow import ModelFlow
from desktop_app.ui.shell.services import Services
from desktop_app.ui.shell.view_switcher import ViewSwitcher
from desktop_app.ui.shell.window_parts import WindowParts


class WindowCommands(QObject):
    """The target of the window's actions. Lives as long as the window, across languages.

    Attributes:
        parts: The window.
        switcher: Selects the view that is shown.
        library: The state of the library.
        models: The model dialog.
        files: The actions on the files of photos.
        renaming: Asks for new names of photo files.
        codes: Shows what the code of a photo has kept of it.
        newcomers: Says which photos of a folder are new.
        settings: The settings dialog.
        libraries: Opens other libraries.
        help: The dialogs of the menu Help.
        tips: The tips for the first use.
        preferences: The settings themselves.

    Signals:
        folders_added (): The user has added folders to the library.
    """

    folders_added = Signal()

    def __init__(
        self,
        parts: WindowParts,
        services: Services,
        switcher: ViewSwitcher,
        library: LibraryFlow,
        models: ModelFlow,
        rescan_key: str,
    ) -> None:
        """Create the commands. `rescan_key` is the shortcut that the settings mention."""
        super().__init__(parts)
        self._services = services
        self.preferences = services.preferences
        self.parts = parts
        self.switcher = switcher
        self.library = library
        self.models = models
        self.files = PhotoActionFlow(
            services.file_work, services.jobs, services.move_history, services.desktop, parts
        )
        self.files.stacks.top_changed.connect(services.stacks.keep_open)
        self.renaming = RenameFlow(services.theme, services.file_work, self.files, parts)
        self.codes = CodeFlow(services.theme, services.searcher.codes, services.thumbnails, parts)
        self.newcomers = _newcomers_flow(services, self.files, library, parts)
        self.libraries = LibraryOpener(
            services.library.folder, services.recent, services.desktop, parts
        )
        self.help = HelpDialogs(
            services.theme, services.language, services.desktop, services.library.folder,
            services.log_file, parts,
        )  # fmt: skip
        self.tips = FirstTips(services.preferences, self, is_wanted=library.is_new)
        self.settings = SettingsDialog(
            services.theme, services.language, services.preferences, services.library,
            services.desktop, rescan_key, parts,
        )  # fmt: skip

    def search(self, source: Source) -> None:
        """Search for photos similar to a picture."""
        self.parts.query_editor.search([source])

    def find_similar(self, ids: list[int]) -> None:
        """Search for photos similar to all of these."""
        self.parts.query_editor.search([PhotoSource(number) for number in ids])

    def add_examples(self, ids: list[int], is_wanted: bool) -> None:  # noqa: FBT001 -- a signal's
        """Add photos to the search as positive or negative examples."""
        self.parts.query_editor.add([PhotoSource(number) for number in ids], wanted=is_wanted)

    def clear_search(self) -> None:
        self.parts.message.clear()
        self.parts.search_flow.clear()

    def go_back(self) -> None:
        """Return to the previous query, or else to all photos."""
        if not self.parts.search_flow.has_query and self.switcher.shown != ALL_PHOTOS:
            self.switcher.select(ALL_PHOTOS)
        self.parts.message.clear()
        self.parts.query_editor.leave()

    def show_view(self, key: str, folder: Path | None = None) -> None:
        """Leave the search for one of the sidebar's views; all photos are those of a folder, or
        of all folders.
        """
        self.clear_search()
        self.switcher.select(key)
        if key == ALL_PHOTOS:
            self.parts.browse_flow.limit_to(folder)
        self.focus_photos()

    def focus_photos(self) -> None:
        """Move the keyboard to the photos, or to the photo that is viewed."""
        viewer, photos = self.parts.viewer, self.switcher.photos
        if viewer.isVisible():
            viewer.setFocus()
        elif photos is not None:
            photos.grid.setFocus()

    def toggle_full_screen(self) -> None:
        self.parts.setWindowState(self.parts.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.parts.action_set.refresh()

    def add_folders(self, folders: list[Path]) -> None:
        """Add folders to the library, and show all photos from the top."""
        self.folders_added.emit()
        self.show_view(ALL_PHOTOS)
        self.parts.browse.grid.verticalScrollBar().setValue(0)
        self._services.jobs.index(folders)

    def rescan(self) -> None:
        """Look for new and changed photos in all folders."""
        self.parts.message.clear()
        self._services.jobs.index([])

    def show_exclusions(self, folder: Path | None = None) -> None:
        """Let the user choose what the library leaves out, and propose a folder."""
        proposed = self.library.exclusions(folder)
        dialog = ExclusionsDialog(self._services.theme, proposed, self.parts)
        dialog.saved.connect(self._services.jobs.exclude)
        dialog.show()


def _newcomers_flow(
    services: Services, files: PhotoActionFlow, library: LibraryFlow, window: QWidget
) -> NewcomersFlow:
    check = NewcomerCheck(services.library.folder, services.folder_check, window)

    def library_folder() -> Path | None:
        return next((root.path for root in library.roots if not root.offline), None)

    return NewcomersFlow(
        services.theme, check, services.file_work, files, services.desktop, window, library_folder
    )
