"""What the window asks screen readers to announce."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

_ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive


@dataclass
class Announced:
    """All that was announced.

    Attributes:
        texts: All announcements.
        errors: Those that interrupt what is being read.
    """

    texts: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @classmethod
    def instead_of_screen_reader(cls, patch: pytest.MonkeyPatch) -> Announced:
        """What is announced until the patch is undone."""
        announced = cls()
        patch.setattr(QAccessible, "updateAccessibility", announced._take)
        return announced

    def _take(self, event: QAccessibleEvent) -> None:
        """Note an event, which lives only as long as this call."""
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.texts.append(event.message())
            if event.politeness() is _ASSERTIVE:
                self.errors.append(event.message())
