"""What is above the groups: their levels, how many there are, and what is done with all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.duplicate_groups.desk_commands import DeskCommands
from desktop_app.ui.duplicate_groups.group_text import level_hint, total_text
from desktop_app.ui.duplicate_groups.level_tabs import LevelTabs
from desktop_app.ui.duplicate_groups.likeness_button import LikenessButton
from desktop_app.ui.duplicate_groups.likeness_filter import LikenessFilter
from desktop_app.ui.duplicates.duplicate_worker import DuplicateListing
from desktop_app.ui.duplicates.spare_menu import SpareButton, StackButton
from desktop_app.ui.kit.announcements import announce
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, button


class DeskHead(QWidget):
    """Two lines.

    Attributes:
        tabs: The levels.
        find_button: Starts a search for duplicates.
        spare: Marks all photos but the suggested.
        stack: Stacks groups.
        alike: Limits the groups by how alike their photos are.
        rules: Opens the rules for what is suggested.
    """

    def __init__(self, theme: Theme, desk: DeskCommands, likeness: LikenessFilter) -> None:
        super().__init__()
        self._desk = desk
        self.tabs = LevelTabs(theme)
        self.find_button = button(self.tr("Find duplicates"))
        self.spare = SpareButton(theme, desk, lambda: self.tabs.level)
        self.stack = StackButton(theme, desk, lambda: self.tabs.level)
        self.alike = LikenessButton(theme, likeness)
        self.rules = IconButton(theme, "settings", self.tr("What to keep…"))
        self._sentence = ElidedLabel("quiet")
        self._lay_out(theme)

    @property
    def sentence(self) -> str:
        return self._sentence.accessibleName()

    def show_sentence(self, listing: DuplicateListing, *, is_finding: bool) -> None:
        """Show what there is of the level, and whether more is to be expected."""
        hint = level_hint(self.tabs.level)
        if is_finding:
            hint = self.tr("Finding more…")
        elif not listing.has_compared:
            hint = self.tr("Nothing else is known yet")
        total = total_text(self._desk.groups, listing.counts[self.tabs.level])
        self._sentence.set_full_text(f"{total} · {hint}")
        self.find_button.setProperty("kind", "" if listing.has_compared else "primary")
        self.style().polish(self.find_button)

    def announce_result(self) -> None:
        """Announce what a search for duplicates has found; the empty view announces itself."""
        if self.isVisible():
            announce(self, self.sentence)

    def _lay_out(self, theme: Theme) -> None:
        metrics = theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.wide, metrics.space, metrics.wide, metrics.tight)
        column.setSpacing(metrics.tight)
        row = QHBoxLayout()
        row.addWidget(self.tabs, 1)
        row.addWidget(self.find_button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self._sentence, 1)
        middle = Qt.AlignmentFlag.AlignVCenter  # each as high as it wants to be
        for made in (self.spare, self.stack, self.alike, self.rules):
            below.addWidget(made, alignment=middle)
        column.addLayout(below)
