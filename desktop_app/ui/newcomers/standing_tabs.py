"""The standings of photos as tabs, with the number of photos of each."""

from __future__ import annotations

from desktop_app.core.jobs.duplicate_events import Standing
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import OneOf
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomers_text import standing_hint, standing_title


class StandingTabs(OneOf):
    """Exactly one tab is chosen, the new photos at first."""

    def __init__(self, theme: Theme) -> None:
        titles = [(standing_title(standing), standing) for standing in Standing]
        super().__init__(theme, titles, self.tr("What the photos are to the library"), Standing.NEW)
        for made, standing in zip(self.buttons, Standing, strict=True):
            made.setToolTip(standing_hint(standing))

    @property
    def standing(self) -> Standing:
        return Standing(self.value)

    def show_counts(self, check: NewcomerCheck) -> None:
        for made, standing in zip(self.buttons, Standing, strict=True):
            count = numbers.counted(len(check.photos[standing]))
            made.setText(f"{standing_title(standing)}  {count}")
