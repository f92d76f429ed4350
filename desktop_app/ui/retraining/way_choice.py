"""The choice between quick and thorough training."""

from __future__ import annotations

from desktop_app.ui.kit.choices import OneOf
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label


class WayChoice(OneOf):
    """Quick (True) or thorough (False).

    Attributes:
        hint: To be placed below it; says what the chosen way can do.
    """

    def __init__(self, theme: Theme) -> None:
        ways = [(self.tr("Quick"), True), (self.tr("Thorough"), False)]
        super().__init__(theme, ways, self.tr("Training"), first=True)
        self.hint = label("", "secondary", wrapped=True)
        self.value_changed.connect(self._show_hint)
        self._show_hint()

    def _show_hint(self) -> None:
        if self.value:
            text = self.tr(
                "Takes seconds, and keeps what the current model finds. The model has no previews."
            )
        else:
            text = self.tr("Takes minutes to hours, and can learn previews.")
        self.hint.setText(text)
