"""The dialogs of the menu Help."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.settings.about_dialog import AboutDialog
from desktop_app.ui.settings.guide_dialog import GuideDialog
from desktop_app.ui.settings.shortcuts_dialog import Group, ShortcutsDialog
from desktop_app.ui.system.desktop import Desktop


class HelpDialogs:
    """Opens them in the current language; they are not modal."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        desktop: Desktop,
        library: Path,
        log_file: Path,
        window: QWidget,
    ) -> None:
        self._theme = theme
        self._language = language
        self._desktop = desktop
        self._library = library
        self._log_file = log_file
        self._window = window

    def show_guide(self) -> None:
        GuideDialog(self._theme, self._language.spoken, self._window).show()

    def show_shortcuts(self, groups: Sequence[Group]) -> None:
        ShortcutsDialog(self._theme, groups, self._window).show()

    def show_about(self) -> None:
        places = (self._library, self._log_file)
        AboutDialog(self._theme, *places, self._desktop, self._window).show()
