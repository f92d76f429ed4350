"""A preview with a caption beneath."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.previews.preview_view import PreviewView


class CaptionedPreview(QWidget):
    """As wide as its preview.

    Attributes:
        picture: The preview.
        caption: The label beneath.
    """

    def __init__(self, theme: Theme, side: int, *, is_square: bool = False) -> None:
        super().__init__()
        self.picture = PreviewView(theme, side, is_square=is_square)
        self.caption = label("", "secondary", wrapped=True)
        self.caption.setFixedWidth(side)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addWidget(self.picture)
        column.addWidget(self.caption)
        column.addStretch(1)

    def show_preview(self, image: QImage, caption: str, text: str = "") -> None:
        """`text` says of what it is, where the caption alone does not."""
        self.caption.setText(caption)
        self.picture.show_preview(image, text or caption)
