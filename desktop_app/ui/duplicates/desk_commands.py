"""What can be done with the groups of duplicates: the table of actions, and the code they call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.duplicates.groups import Member
from desktop_app.core.duplicates.ranked_groups import RankedGroup
from desktop_app.ui.duplicates.group_model import GroupModel, ShownMember
from desktop_app.ui.duplicates.marks import Mark, Marks
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.kit.actions import SEPARATOR, Action

DESK_MENU = ("keep", "discard", "discard_others", "not_duplicates", SEPARATOR)


class DeskCommands(QObject):
    """Marks the photos of the grid of groups, and moves its cursor.

    Signals:
        told_apart (list[Member], RankedGroup): These photos are no duplicates of the others of
            their group.
    """

    told_apart = Signal(list, object)

    def __init__(self, grid: PhotoGrid, model: GroupModel, marks: Marks) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._marks = marks

    @property
    def current(self) -> PhotoRow | None:
        """The photo under the cursor; None without groups."""
        return None if self._row is None else self._model.member(self._row).photo

    @property
    def groups(self) -> Sequence[RankedGroup]:
        """All groups that are shown."""
        return self._model.groups

    def keep(self) -> None:
        self._marks.toggle(self._selected(), Mark.KEEP)

    def discard(self) -> None:
        self._marks.toggle(self._selected(), Mark.DISCARD)

    def discard_others(self) -> None:
        """Keep the photo that is suggested in each group with a selected photo, and discard the
        others.
        """
        numbers = {self._model.group_at(row) for row in self._selected_rows()}
        self.discard_spare(self._model.groups[number] for number in numbers)

    def discard_spare(self, groups: Iterable[RankedGroup], folder: Path | None = None) -> None:
        """Mark all photos of groups but those that are suggested or marked to stay.

        `folder`: only those whose files are all below it.
        """
        spare = [
            member
            for ranked in groups
            for member in ranked.spare
            if self._marks.of(member) is not Mark.KEEP
            and (folder is None or all(f.path.is_relative_to(folder) for f in member.files))
        ]
        self._marks.mark(spare, Mark.DISCARD)

    def tell_apart(self) -> None:
        """Report the selected photos of the current group as no duplicates of its others."""
        if self._row is None:
            return
        number = self._model.group_at(self._row)
        rows = self._model.rows_of(number)
        selected = [self._model.member(row) for row in self._selected_rows() if row in rows]
        self.told_apart.emit(selected, self._model.groups[number])

    def step(self, groups: int) -> None:
        """Move the cursor by groups, to the photo that is suggested to stay."""
        if self._row is None:
            return
        number = self._model.group_at(self._row) + groups
        number = max(0, min(len(self._model.groups) - 1, number))
        self._grid.setCurrentIndex(self._model.index(self._model.suggested_row(number), 0))

    @property
    def _row(self) -> int | None:
        row = self._grid.currentIndex().row()
        return row if 0 <= row < self._model.rowCount() else None

    def _selected_rows(self) -> list[int]:
        ranges = self._grid.selection.ranges()
        rows = [row for first, last in ranges for row in range(first, last + 1)]
        return rows or ([] if self._row is None else [self._row])

    def _selected(self) -> list[Member]:
        return [self._model.member(row) for row in self._selected_rows()]


def desk_actions() -> list[Action[DeskCommands]]:
    """Return the actions, with texts in the current language."""
    return [
        _action("keep", _tr("Keep"), DeskCommands.keep, "K"),
        _action("discard", _tr("Discard"), DeskCommands.discard, "D", "Del",
                tip=_tr("Mark to be discarded; no file is touched yet")),
        _action("discard_others", _tr("Discard all but the suggested"),
                DeskCommands.discard_others, "A"),
        _action("not_duplicates", _tr("Not duplicates"), DeskCommands.tell_apart, "N",
                tip=_tr("Never group the selected photos with the others of the group again")),
        _action("next_group", _tr("Next group"), lambda desk: desk.step(1), "Return", "Enter"),
        _action("previous_group", _tr("Previous group"), lambda desk: desk.step(-1),
                "Backspace"),
    ]  # fmt: skip


def mark_actions(marks: Marks) -> list[Action[ShownPhoto]]:
    """Return the actions on the photo under the mouse."""

    def toggle(mark: Mark) -> Callable[[ShownPhoto], None]:
        def run(shown: ShownPhoto) -> None:
            assert isinstance(shown, ShownMember)
            marks.toggle([shown.member], mark)

        return run

    return [
        Action("keep", _tr("Keep"), toggle(Mark.KEEP), icon="check"),
        Action("discard", _tr("Discard"), toggle(Mark.DISCARD), icon="close"),
    ]


def _action(
    name: str, text: str, handler: Callable[[DeskCommands], object], *keys: str, tip: str = ""
) -> Action[DeskCommands]:
    return Action(name, text, handler, keys, tip, is_enabled=lambda desk: desk.current is not None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("desk_commands", text)
