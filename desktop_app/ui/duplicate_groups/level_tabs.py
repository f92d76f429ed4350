"""The levels of duplicates as tabs, with the number of groups at each."""

from __future__ import annotations

from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.group_text import level_hint, level_title
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import OneOf
from desktop_app.ui.kit.theme import Theme


class LevelTabs(OneOf):
    """One tab is chosen; until the user has chosen one, it is one that has groups."""

    def __init__(self, theme: Theme) -> None:
        levels = [(level_title(level), level) for level in Level]
        name = self.tr("Kinds of duplicates")
        super().__init__(theme, levels, name, Level.IDENTICAL, flows=True)
        self._is_chosen = False
        self.value_changed.connect(self._note_choice)
        for made, level in zip(self.buttons, Level, strict=True):
            made.setToolTip(level_hint(level))

    @property
    def level(self) -> Level:
        return Level(self.value)

    def choose(self, level: Level) -> None:
        """Choose a tab, as the user would."""
        self.value = level
        self.show_chosen(level)
        self.value_changed.emit()

    def show_counts(self, levels: dict[Level, list[RankedGroup]]) -> None:
        if not self._is_chosen and not levels[self.level]:
            self.value = next((level for level in Level if levels[level]), self.level)
            self.show_chosen(self.value)
        for made, level in zip(self.buttons, Level, strict=True):
            count = len(levels[level])
            made.setText(f"{level_title(level)}  {numbers.counted(count)}")
            made.setEnabled(bool(count) or level is self.level)

    def _note_choice(self) -> None:
        self._is_chosen = True
