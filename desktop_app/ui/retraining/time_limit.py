"""The choice of a limit of time."""

from __future__ import annotations

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import Choice

_MINUTES = (5, 10, 30, 60)


class TimeLimit(Choice):
    """Minutes, or None for no limit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Time limit"))
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(self.tr("No limit"), None)
        for minutes in _MINUTES:
            text = self.tr("Up to {time}").format(time=numbers.duration(60 * minutes))
            self.addItem(text, minutes)
