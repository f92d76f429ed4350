"""Help > About: the version, the libraries with their licences, and where the user's files are."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.base.package_licence import stated_licence
from desktop_app.ui.kit.announcements import MessageLabel
from desktop_app.ui.kit.direction import margins
from desktop_app.ui.kit.messages import breakable, not_shown, shown_folder, shown_path
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import WrappedButton, button, label, resize_to_content
from desktop_app.ui.system.desktop import Desktop

_OWN = "lookalike"


@dataclass(frozen=True)
class Package:
    """An installed library; `licence` is empty where its metadata does not name one."""

    name: str
    version: str
    licence: str


def own_version() -> str:
    """The installed version; empty if the application runs without having been installed."""
    try:
        return version(_OWN)
    except PackageNotFoundError:
        return ""


def own_package() -> Package:
    """The application itself."""
    return Package("Lookalike", own_version(), "Apache License 2.0")


def used_packages() -> list[Package]:
    """The libraries that the application requires and that are installed, by name."""
    try:
        wanted = [entry for entry in requires(_OWN) or [] if "extra ==" not in entry]
    except PackageNotFoundError:
        return []
    names = {re.split(r"[\s<>=!~;\[]", entry, maxsplit=1)[0] for entry in wanted}
    found = (_package(name) for name in sorted(names, key=str.casefold))
    return [package for package in found if package is not None]


def _package(name: str) -> Package | None:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return None
    return Package(about["Name"], about["Version"], stated_licence(about))


class AboutDialog(QDialog):
    """A non-modal dialog with versions, licences and folders.

    Attributes:
        text: The whole text, as `copy` puts it on the clipboard for a bug report.
        problem: Says why a place cannot be shown.
        copy: The button that copies the text.
        show_buttons: The buttons that show the library and the log in the file manager.
    """

    def __init__(
        self, theme: Theme, library: Path, log_file: Path, desktop: Desktop, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desktop = desktop
        self.show_buttons: list[QPushButton] = []
        self._packages = [own_package(), *used_packages()]
        self._places = {self.tr("Library"): library, self.tr("Log"): log_file}
        name = f"Lookalike {own_version()}".strip()
        self.setWindowTitle(self.tr("About Lookalike"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.metrics.shortcuts)
        self.text = self._report(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.metrics.section] * 4)
        column.setSpacing(theme.metrics.wide)
        column.addWidget(label(name, "heading"))
        column.addWidget(self._scrolled(self._content()), 1)
        column.addLayout(self._buttons())
        resize_to_content(self)
        self.close_button.setFocus()

    def _content(self) -> QWidget:
        """All but heading and buttons: it scrolls where large texts and long paths need room."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(margins(0, 0, self._theme.metrics.wide, 0))
        column.setSpacing(self._theme.metrics.wide)
        sentence = self.tr("Finds photos that look alike. Your photos stay on this computer.")
        column.addWidget(label(sentence, wrapped=True))
        self.problem = MessageLabel()
        column.addLayout(self._place_table(self._places))
        column.addWidget(self.problem)
        column.addWidget(label(self.tr("Licenses"), "strong"))
        column.addLayout(self._package_table())
        column.addStretch(1)
        return inside

    def _report(self, name: str) -> str:
        system = f"{platform.platform()}, Python {platform.python_version()}"
        places = [f"{title}: {shown_folder(path)}" for title, path in self._places.items()]
        packages = [f"{item.name} {item.version} ({item.licence})" for item in self._packages]
        return "\n".join([name, system, *places, *packages])

    def _place_table(self, places: Mapping[str, Path]) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(self._theme.metrics.wide)
        table.setColumnStretch(1, 1)
        for row, (title, path) in enumerate(places.items()):
            place = label(breakable(shown_folder(path)), wrapped=True)
            table.addWidget(label(title, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(place, row, 1)
            table.addWidget(self._show_button(title, path), row, 2, Qt.AlignmentFlag.AlignTop)
        return table

    def _show_button(self, title: str, path: Path) -> QPushButton:
        made = WrappedButton(self.tr("Show in file manager"), "link")
        made.setAccessibleName(f"{title}: {made.text()}")
        made.clicked.connect(lambda: self._show_place(path))
        self.show_buttons.append(made)
        return made

    def _show_place(self, path: Path) -> None:
        """Show a folder or file, or the folder of a file that has not been written yet."""
        existing = path if path.exists() else path.parent
        if not self._desktop.show_file(existing):
            self.problem.show_message(not_shown(shown_path(existing)))

    def _package_table(self) -> QGridLayout:
        metrics = self._theme.metrics
        table = QGridLayout()
        table.setHorizontalSpacing(metrics.wide)
        table.setVerticalSpacing(metrics.tight)
        table.setColumnStretch(1, 1)
        for row, package in enumerate(self._packages):
            table.addWidget(
                label(f"{package.name} {package.version}"), row, 0, Qt.AlignmentFlag.AlignTop
            )
            table.addWidget(label(package.licence, "secondary", wrapped=True), row, 1)
        return table

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _buttons(self) -> QHBoxLayout:
        self.copy = button(self.tr("Copy details"), "link")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        self.close_button = button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row
