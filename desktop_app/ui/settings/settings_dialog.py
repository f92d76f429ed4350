"""The settings dialog. It is not modal, and applies each choice immediately."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.kit.announcements import MessageLabel
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.messages import message, not_shown, shown_path
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.settings.settings_form import SettingsForm
from desktop_app.ui.system.desktop import Desktop


class SettingsDialog(QDialog):
    """Shows the settings; its content is built again at each opening and change of language.

    Attributes:
        form: The choices.
        complaint: The label that shows an error.
    """

    def __init__(
        self,
        theme: Theme,
        language: Language,
        preferences: Preferences,
        library: LibraryFiles,
        desktop: Desktop,
        rescan_key: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._library = library
        self._desktop = desktop
        self._rescan_key = rescan_key
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        margin = theme.metrics.section
        self._column.setContentsMargins(margin, margin, margin, theme.metrics.wide)
        self._column.setSpacing(theme.metrics.wide)
        self._whole: QWidget | None = None
        self.complaint = MessageLabel()
        language.language_changed.connect(self._fill_if_open)
        preferences.failed.connect(self._show_error)

    def open_or_raise(self) -> None:
        """Open with the current settings, or bring the open dialog to the front."""
        if not self.isVisible():
            self._fill()
        self.show()
        self.raise_()
        self.activateWindow()

    def _fill_if_open(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        if self._whole is not None:
            self._column.removeWidget(self._whole)
            self._whole.hide()
            self._whole.deleteLater()
        self._whole = QWidget()
        self._whole.setFixedWidth(self._theme.metrics.settings)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.metrics.space)
        self.form = SettingsForm(self._theme, self._preferences, self._library, self._rescan_key)
        self.form.show_library_requested.connect(self._show_library)
        self.complaint = MessageLabel()
        self.close_button = button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.close)
        column.addWidget(self.form)
        column.addWidget(self.complaint)
        column.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(self._whole)
        self.form.language.setFocus()

    def _show_library(self) -> None:
        folder = self._library.folder
        if not self._desktop.show_file(folder):
            self.complaint.show_message(not_shown(shown_path(folder)))

    def _show_error(self, error: AppError) -> None:
        """Show what the window's message bar shows as well, and announces."""
        if self.isVisible():
            self.complaint.setText(message(error))
            self.complaint.show()
