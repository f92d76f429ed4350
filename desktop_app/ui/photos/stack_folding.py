"""Which stacks are folded in the views, and which are open."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.core.stacks.folding import Folding


class StackFolding(QObject):
    """Lives as long as the window. All views show stacks in the same way.

    Attributes:
        folding: How they are shown.

    Signals:
        changed (Folding): They are shown otherwise.
    """

    changed = Signal(Folding)

    def __init__(self, *, is_on: bool) -> None:
        super().__init__()
        self.folding = Folding(is_on)

    def switch(self, *, is_on: bool) -> None:
        """Fold all stacks, or none; those that were open are closed."""
        if is_on != self.folding.is_on:
            self._show(Folding(is_on))

    def toggle(self, top: int) -> None:
        """Open the stack of a photo that is on top of one, or close it."""
        self._show(replace(self.folding, opened=self.folding.opened ^ {top}))

    def keep_open(self, top: int, new_top: int) -> None:
        """Let a stack stay open that gets another photo on top."""
        if top in self.folding.opened:
            self._show(replace(self.folding, opened=self.folding.opened | {new_top}))

    def _show(self, folding: Folding) -> None:
        self.folding = folding
        self.changed.emit(folding)
