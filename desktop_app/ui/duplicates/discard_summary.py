"""What would go, and from where, before any file is touched."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.core.clearing.discards import Discards
from desktop_app.core.files.reflinks import CAN_SHARE
from desktop_app.ui.duplicates.discard_text import (
    changed_line,
    folder_lines,
    refusal_lines,
    refusal_paths,
    sidecar_line,
    summary_title,
)
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.direction import open_below
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, WrappedButton, button, label, lay_out_dialog

_MOST_PATHS = 20


class DiscardSummary(QDialog):
    """A question that is not modal.

    Attributes:
        merge: Whether what stays inherits ratings and keywords.

    Signals:
        trash_requested (): Move the files to the trash.
        move_requested (): Move the files to a folder, which is to be chosen.
        link_requested (): Replace the files by hard links to those that stay.
        share_requested (): Let the files share the space of those that stay.
    """

    trash_requested = Signal()
    move_requested = Signal()
    link_requested = Signal()
    share_requested = Signal()

    def __init__(self, theme: Theme, discards: Discards, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Duplicates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.merge = WrappedButton(self.tr("Merge ratings and keywords"), "toggle")
        self.merge.setCheckable(True)
        self.cancel = button(self.tr("Cancel"), "link")
        self.link = WrappedButton(self.tr("Replace by links…"))
        self.link.setToolTip(self.tr("The paths stay; the content is stored once"))
        self.link.setVisible(bool(discards.allowed) and discards.are_identical)
        self.move_to = WrappedButton(self.tr("Move to folder…"))
        self.trash = WrappedButton(self.tr("Move to trash"), "primary")
        self.link.clicked.connect(self._show_links)
        for made, requested in (
            (self.move_to, self.move_requested),
            (self.trash, self.trash_requested),
        ):
            made.setEnabled(bool(discards.allowed))
            made.clicked.connect(self.close)
            made.clicked.connect(requested)
        self.cancel.clicked.connect(self.close)
        gain = self._gain(discards) if discards.allowed else ""
        texts = [gain, *_remarks(discards), *refusal_lines(discards)]
        self.setAccessibleName(" ".join(filter(None, texts)))
        self._lay_out(discards)
        (self.trash if discards.allowed else self.cancel).setFocus()

    def menu_of_links(self) -> QMenu:
        """Return the menu of the ways to store the content of identical files once."""
        menu = QMenu(self)
        ways = [(self.tr("Hard links: one file with several paths"), self.link_requested)]
        if CAN_SHARE:
            text = self.tr("Reflinks: separate files that share their space")
            ways.append((text, self.share_requested))
        for text, requested in ways:
            entry = menu.addAction(text)
            entry.triggered.connect(self.close)
            entry.triggered.connect(requested)
        return menu

    def _show_links(self) -> None:
        menu = self.menu_of_links()
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, self.link)

    def _gain(self, discards: Discards) -> str:
        text = self.tr("Frees {size}. Of each group at least one file stays. You can undo it.")
        return text.format(size=numbers.file_size(discards.size_bytes))

    def _lay_out(self, discards: Discards) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout()
        column.setSpacing(metrics.wide)
        column.addWidget(label(summary_title(discards), "heading"))
        if discards.allowed:
            column.addWidget(label(self._gain(discards), wrapped=True))
            column.addLayout(self._folders(discards))
            column.addLayout(self._choice())
        for text in _remarks(discards):
            column.addWidget(label(text, wrapped=True))
        for text in refusal_lines(discards):
            sentence = label(text, "warning", wrapped=True)
            sentence.setToolTip(refusal_paths(discards, _MOST_PATHS))
            column.addWidget(sentence)
        buttons = (self.cancel, self.link, self.move_to, self.trash)
        lay_out_dialog(self, self._theme, metrics.closing_question, column, *buttons)

    def _choice(self) -> QVBoxLayout:
        """Return the switch for what is inherited, and what it does."""
        text = self.tr(
            "Into XMP files beside the photos that stay: the highest rating, and all keywords."
        )
        self.merge.setAccessibleDescription(text)
        choice = QVBoxLayout()
        choice.setSpacing(self._theme.metrics.tight)
        choice.addWidget(self.merge, alignment=Qt.AlignmentFlag.AlignLeft)
        choice.addWidget(label(text, "quiet", wrapped=True))
        return choice

    def _folders(self, discards: Discards) -> QGridLayout:
        """Return the folders that files go from."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.metrics.wide)
        grid.setVerticalSpacing(self._theme.metrics.tight)
        grid.setColumnStretch(0, 1)
        for row, (folder, amount) in enumerate(folder_lines(discards)):
            name = ElidedLabel()
            name.set_full_text(folder)
            grid.addWidget(name, row, 0)
            grid.addWidget(label(amount, "quiet"), row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


def _remarks(discards: Discards) -> list[str]:
    return [text for text in (sidecar_line(discards), changed_line(discards)) if text]
