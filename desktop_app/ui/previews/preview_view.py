"""A preview that is shown large while the mouse is over it, or at a key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from desktop_app.ui.kit.actions import Action, run_by_key
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.previews.large_preview import LargePreview
from desktop_app.ui.previews.picture_view import PictureView


def preview_actions() -> list[Action[PreviewView]]:
    """In the current language."""
    text = _tr("Preview: show it large")
    return [Action("enlarge", text, PreviewView.toggle_large, ("Space", "Return", "Enter"))]


class PreviewView(PictureView):
    """Shows what the generator draws of a code. One that is large already does not grow.

    Attributes:
        large: The preview while it is shown large, else None.
    """

    def __init__(self, theme: Theme, side: int, *, is_square: bool = False) -> None:
        """`is_square`: show the middle only; the large preview is always whole."""
        super().__init__(theme, side)
        self._is_square = is_square
        self._whole = QImage()
        self._actions = preview_actions()
        self.large: LargePreview | None = None
        self.setFixedWidth(side)
        self._can_grow = side < theme.metrics.large_preview
        if self._can_grow:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAccessibleDescription(self.tr("Press Space to see it large."))

    def show_preview(self, image: QImage, text: str) -> None:
        """Show a preview; `text` says what it is of."""
        self.hide_large()
        self._whole = image
        self.setAccessibleName(text)
        self.show_image(_middle(image) if self._is_square else image)

    @property
    def whole(self) -> QImage:
        """The preview without anything cut off."""
        return self._whole

    def toggle_large(self) -> None:
        if self.large is not None:
            self.hide_large()
        elif self._can_grow and not self._whole.isNull():
            self._show_large()

    def hide_large(self) -> None:
        if self.large is not None:
            self.large.hide()
            self.large.deleteLater()
            self.large = None

    def event(self, event: QEvent) -> bool:
        """Show it large in the place of a tool tip; keep Escape from the window meanwhile."""
        match event.type():
            case QEvent.Type.ToolTip:
                if self.large is None:
                    self.toggle_large()
                return True
            case QEvent.Type.Leave:
                self.hide_large()
            case QEvent.Type.ShortcutOverride if self.large is not None:
                if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                    event.accept()
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.large is not None and event.key() == Qt.Key.Key_Escape:
            self.hide_large()
        elif not run_by_key(event, self._actions, self):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggle_large()
        else:
            super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.hide_large()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.hide_large()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.hasFocus() and not self.image.isNull():
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self._place().adjusted(1, 1, -1, -1))
            painter.end()

    def _show_large(self) -> None:
        self.large = LargePreview(self._theme, self._whole, self.accessibleName(), self)
        self.large.show_beside(self)


def _middle(image: QImage) -> QImage:
    """The largest square in the middle, as the tile of a photo shows it."""
    side = min(image.width(), image.height())
    part = QRect(0, 0, side, side)
    part.moveCenter(image.rect().center())
    return image.copy(part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("preview_view", text)
