"""What can be done with the groups of duplicates: the table of actions, and the code they call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.group_cursor import GroupCursor
from desktop_app.ui.duplicate_groups.group_model import ShownMember
from desktop_app.ui.duplicate_groups.marks import Mark, Marks
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import SEPARATOR, Action

DESK_MENU = ("compare_group", "keep", "discard", "discard_others", "not_duplicates", SEPARATOR)


class DeskCommands(QObject):
    """Marks the photos of the grid of groups, and moves its cursor.

    Attributes:
        cursor: The photo and the group that commands are about.

    Signals:
        told_apart (list[Member], RankedGroup): These photos are no duplicates of the others of
            their group.
        compare_requested (): Show the group large.
    """

    told_apart = Signal(list, object)
    compare_requested = Signal()

    def __init__(self, cursor: GroupCursor, marks: Marks, parent: QObject) -> None:
        super().__init__(parent)
        self.cursor = cursor
        self._marks = marks

    @property
    def groups(self) -> Sequence[RankedGroup]:
        """All groups that are shown."""
        return self.cursor.model.groups

    def keep(self) -> None:
        self._marks.toggle(self.cursor.selected(), Mark.KEEP)

    def discard(self) -> None:
        self._marks.toggle(self.cursor.selected(), Mark.DISCARD)

    def discard_others(self) -> None:
        """Keep the photo that is suggested in each group with a selected photo, and discard the
        others.
        """
        numbers = {self.cursor.model.group_at(row) for row in self.cursor.selected_rows()}
        self.discard_spare(self.groups[number] for number in numbers)

    def discard_spare(self, groups: Iterable[RankedGroup], folder: Path | None = None) -> None:
        """Mark all photos of groups but those that are suggested or marked to stay.

        `folder`: only those whose files are all below it.
        """
        spare = [
            member
            for ranked in groups
            if ranked.group.level is not Level.VERSIONS  # of which none is suggested
            for member in ranked.spare
            if self._marks.of(member) is not Mark.KEEP
            and (folder is None or all(f.path.is_relative_to(folder) for f in member.files))
        ]
        self._marks.mark(spare, Mark.DISCARD)

    def tell_apart(self) -> None:
        """Report the selected photos of the current group as no duplicates of its others."""
        group, rows = self.cursor.group, self.cursor.rows
        if group is not None:
            selected = [row for row in self.cursor.selected_rows() if row in rows]
            self.told_apart.emit([self.cursor.model.member(row) for row in selected], group)


def desk_actions() -> list[Action[DeskCommands]]:
    """Return the actions, with texts in the current language."""
    return [
        _action("keep", _tr("Keep"), DeskCommands.keep, "K", icon="check"),
        _action("discard", _tr("Discard"), DeskCommands.discard, "D", "Del", icon="trash",
                tip=_tr("Mark to be discarded; no file is touched yet")),
        _action("discard_others", _tr("Discard all but the suggested"),
                DeskCommands.discard_others, "A"),
        _action("not_duplicates", _tr("Not duplicates"), DeskCommands.tell_apart, "N",
                tip=_tr("Never group the selected photos with the others of the group again")),
        _action("next_group", _tr("Next group"), lambda desk: desk.cursor.step_groups(1),
                "Return", "Enter"),
        _action("previous_group", _tr("Previous group"),
                lambda desk: desk.cursor.step_groups(-1), "Backspace"),
        _action("compare_group", _tr("Compare"), lambda desk: desk.compare_requested.emit(),
                "Space", tip=_tr("Compare the photos of the group, or those that are selected"),
                text_now=_compare_text),
    ]  # fmt: skip


def _compare_text(desk: DeskCommands) -> str:
    rows = desk.cursor.rows
    count = sum(row in rows for row in desk.cursor.selected_rows())
    text = _tr("Compare {photos}") if count > 1 else _tr("Compare")
    return text.format(photos=numbers.photos(count))


def mark_actions(marks: Marks, compare: Callable[[ShownPhoto], None]) -> list[Action[ShownPhoto]]:
    """Return the actions on the photo under the mouse. `compare` shows its group large."""

    def toggle(mark: Mark) -> Callable[[ShownPhoto], None]:
        def run(shown: ShownPhoto) -> None:
            assert isinstance(shown, ShownMember)
            marks.toggle([shown.member], mark)

        return run

    return [
        Action("keep", _tr("Keep"), toggle(Mark.KEEP), icon="check"),
        Action("discard", _tr("Discard"), toggle(Mark.DISCARD), icon="trash"),
        Action("compare_group", _tr("Compare"), compare, ("Space",), icon="compare"),
    ]


def _action(
    name: str,
    text: str,
    handler: Callable[[DeskCommands], object],
    *keys: str,
    tip: str = "",
    icon: str = "",
    text_now: Callable[[DeskCommands], str] | None = None,
) -> Action[DeskCommands]:
    """An action on the photo under the cursor, on its group or on what is selected."""

    def is_enabled(desk: DeskCommands) -> bool:
        return desk.cursor.row is not None

    return Action(name, text, handler, keys, tip, icon, is_enabled, text_now=text_now)


def _tr(text: str) -> str:
    return QCoreApplication.translate("desk_commands", text)
