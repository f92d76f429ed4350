"""Previews of a code without its surest bits."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.previews.captioned_preview import CaptionedPreview

_MOST = 4


class LeftOutRow(QWidget):
    """One preview for each number of bits that are left out.

    Attributes:
        previews: Those that are shown come first.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        side = theme.metrics.left_out_picture
        self.previews = [CaptionedPreview(theme, side) for _ in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.wide)
        for preview in self.previews:
            row.addWidget(preview)
        row.addStretch(1)

    def show_pictures(self, without: tuple[tuple[int, QImage], ...]) -> None:
        """Show pictures, each with the number of bits that it lacks."""
        text = self.tr("Without {count} bits")
        for preview, (count, image) in zip(self.previews, without, strict=False):
            preview.show_preview(image, text.format(count=count))
        for place, preview in enumerate(self.previews):
            preview.setVisible(place < len(without))
