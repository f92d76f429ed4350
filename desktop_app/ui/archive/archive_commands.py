"""Commands of an archive's window that involve more than one of its parts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.ui.archive.archive_parts import ArchiveParts
from desktop_app.ui.archive.archive_photo_actions import read_only_text
from desktop_app.ui.archive.archive_services import ArchiveServices
from desktop_app.ui.engine.queries import PhotoSource
from desktop_app.ui.library.library_opener import LibraryOpener
from desktop_app.ui.previews.code_flow import CodeFlow
from desktop_app.ui.settings.help_dialogs import HelpDialogs


class ArchiveCommands(QObject):
    """The target of the window's actions.

    Attributes:
        parts: The window.
        libraries: Opens libraries and other archives.
        codes: Shows what the code of a photo has kept of it.
        help: The dialogs of the menu Help.

    Signals:
        message_posted (MessageText): Something is not possible, for this reason.
    """

    message_posted = Signal(object)

    def __init__(self, parts: ArchiveParts, services: ArchiveServices) -> None:
        super().__init__(parts)
        self.parts = parts
        self.libraries = LibraryOpener(services.folder, services.recent, services.desktop, parts)
        self.codes = CodeFlow(services.theme, services.searcher.codes, services.thumbnails, parts)
        self.help = HelpDialogs(
            services.theme, services.language, services.desktop, services.folder,
            services.log_file, parts,
        )  # fmt: skip

    def find_similar(self, ids: list[int]) -> None:
        """Search for photos similar to all of these."""
        self.parts.query_editor.search([PhotoSource(number) for number in ids])

    def add_examples(self, ids: list[int], is_wanted: bool) -> None:  # noqa: FBT001 -- a signal's
        """Add photos to the search as positive or negative examples."""
        self.parts.query_editor.add([PhotoSource(number) for number in ids], wanted=is_wanted)

    def leave_search(self) -> None:
        """Return to the previous query, or to the copies, or else to all photos."""
        self.parts.message.clear()
        if self.parts.search_flow.has_query:
            self.parts.query_editor.leave()
        else:
            self.parts.copies_flow.close()

    def toggle_copies(self) -> None:
        """Show the copies in the archive, or all photos again."""
        was_above = self.parts.search_flow.has_query and self.parts.copies_flow.is_open
        self.clear_search()
        if not was_above:
            self.parts.copies_flow.toggle()

    def clear_search(self) -> None:
        """Return to all photos."""
        self.parts.message.clear()
        self.parts.search_flow.clear()

    def focus_photos(self) -> None:
        """Move the keyboard to the photos, or to the photo that is viewed."""
        if self.parts.viewer.isVisible():
            self.parts.viewer.setFocus()
        elif self.parts.photos is not None:
            self.parts.photos.grid.setFocus()

    def toggle_full_screen(self) -> None:
        self.parts.setWindowState(self.parts.windowState() ^ Qt.WindowState.WindowFullScreen)

    def refuse(self, *_: object) -> None:
        """Say that nothing can be changed."""
        self.message_posted.emit(read_only_text)

    def refuse_folders(self, _: list[Path]) -> None:
        """Say that no folders can be added."""
        self.refuse()
