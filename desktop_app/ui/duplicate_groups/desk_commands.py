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

DESK_MENU = (
    "compare_group", "keep", "discard", "discard_others", "stack_groups", "not_duplicates",
    SEPARATOR,
)  # fmt: skip


class DeskCommands(QObject):
    """Marks the photos of the grid of groups, and moves its cursor.

    Attributes:
        cursor: The photo and the group that commands are about.

    Signals:
        told_apart (list[Member], RankedGroup): These photos are no duplicates of the others of
            their group.
        stack_requested (list[RankedGroup]): Let each of these groups become a stack.
        compare_requested (): Show the group large.
    """

    told_apart = Signal(list, object)
    stack_requested = Signal(list)
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
        self.discard_spare(self.selected_groups)

    @property
    def selected_groups(self) -> list[RankedGroup]:
        """The groups with a selected photo, in their order."""
        rows = self.cursor.selected_rows()
        places = sorted({self.cursor.model.group_at(row) for row in rows})
        return [self.groups[place] for place in places]

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
        _action("stack_groups", _tr("Stack the group"),
                lambda desk: desk.stack_requested.emit(desk.selected_groups), "G",
                tip=_tr("Show the photos of the group as one, with the suggested one on top"),
                text_now=_stack_text),
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


def _stack_text(desk: DeskCommands) -> str:
    count = len(desk.selected_groups)
    text = _tr("Stack {count} groups") if count > 1 else _tr("Stack the group")
    return text.format(count=numbers.counted(count))


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
