"""Lets groups of duplicates become stacks, after a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.clearing.stacked_groups import stacks_of
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.files.library_edits import StackRequest
from desktop_app.core.jobs.progress import StacksChanged
from desktop_app.ui.duplicate_groups.marks import Mark, Marks
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label, lay_out_dialog
from desktop_app.ui.photos.photo_action_flow import FileRequest, PhotoActionFlow


class StackSummary(QDialog):
    """A question that is not modal.

    Signals:
        stack_requested (): Stack the groups.
    """

    stack_requested = Signal()

    def __init__(self, theme: Theme, groups: Sequence[RankedGroup], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Duplicates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel = button(self.tr("Cancel"), "link")
        self.stack = button(self.tr("Stack"), "primary")
        self.cancel.clicked.connect(self.close)
        self.stack.clicked.connect(self.close)
        self.stack.clicked.connect(self.stack_requested)
        lines = self._lines(groups)
        self.setAccessibleName(" ".join(lines))
        column = QVBoxLayout()
        column.setSpacing(theme.metrics.wide)
        column.addWidget(label(_title(groups), "heading"))
        for line in lines:
            column.addWidget(label(line, wrapped=True))
        lay_out_dialog(self, theme, theme.metrics.closing_question, column, self.cancel, self.stack)
        self.stack.setFocus()

    def _lines(self, groups: Sequence[RankedGroup]) -> list[str]:
        count = sum(len(ranked.files) for ranked in groups)
        first = self.tr(
            "{photos} are shown as {count}: of each group the photo that is suggested to stay, with"
            " the others behind it."
        )
        if all(ranked.group.level is Level.VERSIONS for ranked in groups):
            first = self.tr(
                "{photos} are shown as {count}: of each group the picture that is not RAW and has"
                " the most pixels, with the others behind it."
            )
        rest = self.tr(
            "No file is touched. You can undo it. A group that is a stack is shown here again only"
            " when another photo joins the group."
        )
        shown = first.format(photos=numbers.photos(count), count=numbers.counted(len(groups)))
        return [shown, rest]


class Stacking(QObject):
    """Asks before groups become stacks.

    Attributes:
        summary: The question that was asked last; None before the first.

    Signals:
        requested (FileRequest): The user has agreed.
    """

    requested = Signal(FileRequest)

    def __init__(self, theme: Theme, view: QWidget, marks: Marks) -> None:
        """`view` has the window of the question."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._marks = marks
        self.summary: StackSummary | None = None

    def ask(self, groups: list[RankedGroup]) -> None:
        """Show what would be stacked before it is."""
        self.summary = StackSummary(self._theme, groups, self._view.window())
        self.summary.stack_requested.connect(
            lambda: self.requested.emit(stack_request(groups, self._marks))
        )
        self.summary.show()


def stack_request(groups: Sequence[RankedGroup], marks: Marks) -> FileRequest:
    """Return the request to stack groups. Their photos lose their marks: they all stay."""
    stacks = stacks_of(groups)

    def told(changed: StacksChanged) -> str:
        if not changed.photos:
            return _tr("These groups are stacks already.")
        if len(stacks) == 1:
            return _tr("Stacked {photos}.").format(photos=numbers.photos(len(stacks[0])))
        text = _tr("Stacked {count} groups.")
        return text.format(count=numbers.counted(len(stacks)))

    def action(flow: PhotoActionFlow, _: PhotoSelection) -> None:
        if flow.stacks.change(StackRequest(flow.jobs.library, stacks), told):
            members = (member for ranked in groups for member in ranked.group.members)
            marks.mark(members, Mark.NONE)

    return FileRequest(action, PhotoSelection([photo for stack in stacks for photo in stack]))


def _title(groups: Sequence[RankedGroup]) -> str:
    if len(groups) == 1:
        return _tr("Stack 1 group")
    return _tr("Stack {count} groups").format(count=numbers.counted(len(groups)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("stacking", text)
