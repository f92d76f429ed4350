"""What the bits do in which two codes differ: previews of what they share, and of steps between."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.engine.answers import LensAnswer, LensPictures
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import breakable
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.previews.captioned_preview import CaptionedPreview

_MOST = 2


class LensChanges(QWidget):
    """Hidden unless a generator draws two codes that differ.

    Attributes:
        common: The preview of the bits that both have in common.
        steps: Previews of the query's code with some of the photo's bits taken over.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        side = theme.metrics.lens_picture
        self._sentence = label("", "secondary", wrapped=True)
        self.common = CaptionedPreview(theme, side)
        self.steps = [CaptionedPreview(theme, side) for _ in range(_MOST)]
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.space)
        for preview in (self.common, *self.steps):
            row.addWidget(preview)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addWidget(self._sentence)
        column.addLayout(row)

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._sentence.text()

    def show_changes(self, answer: LensAnswer, name: str) -> None:
        """Show what differs from the photo of this name."""
        pictures, comparison = answer.pictures, answer.comparison
        if not isinstance(pictures, LensPictures) or comparison is None or not comparison.order:
            self.hide()
            return
        text = self.tr(
            "What both codes have in common, and the query with bits taken over from {name}, those"
            " that matter most first:"
        )
        self._sentence.setText(text.format(name=breakable(name)))
        if pictures.shared is not None:
            text = self._common_text(comparison.distance)
            self.common.show_preview(pictures.shared, self.tr("In common"), text)
        self._show_steps(pictures.changes, comparison.distance)
        self.show()

    def _show_steps(self, changes: tuple[tuple[int, QImage], ...], distance: int) -> None:
        caption = self.tr("{count} of {bits}")
        text = self.tr("The query with {count} of the {bits} that differ taken over")
        bits = numbers.bits(distance)
        for step, (count, image) in zip(self.steps, changes, strict=False):
            values = {"count": numbers.counted(count), "bits": bits}
            step.show_preview(image, caption.format(**values), text.format(**values))
        for place, step in enumerate(self.steps):
            step.setVisible(place < len(changes))

    def _common_text(self, distance: int) -> str:
        text = self.tr("What both have in common, without the {bits} that differ")
        return text.format(bits=numbers.bits(distance))
