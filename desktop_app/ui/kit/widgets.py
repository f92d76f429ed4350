"""Small widgets in the style of the theme, used by all views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.kit.direction import align_to_start, mirrored
from desktop_app.ui.kit.text_fitting import (
    Advance,
    broken,
    shortened,
    shortened_name,
    widest_word,
)
from desktop_app.ui.kit.theme import Theme, Tint


class IconButton(QPushButton):
    """A flat button with an icon, and with its label beside it if `labelled`."""

    def __init__(self, theme: Theme, icon: str, text: str, *, labelled: bool = False) -> None:
        """Create the button. `text` is its label or else its tool tip, and its accessible name."""
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.setIconSize(QSize(theme.metrics.icon, theme.metrics.icon))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setProperty("kind", "labelled" if labelled else "icon")
        self._is_labelled = labelled
        self.set_label(text)
        self._tint()

    def set_label(self, text: str) -> None:
        """Set the label or the tool tip, and the accessible name."""
        self.setAccessibleName(text)
        if self._is_labelled:
            self.setText(f" {text}")  # Qt sets icon and text too close
        else:
            self.setToolTip(text)

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self._tint()

    def set_label_visible(self, *, is_visible: bool) -> None:
        """Show or hide the label of a button that is labelled; the tool tip stays."""
        if is_visible is bool(self.text()):
            return
        self.setText(f" {self.accessibleName()}" if is_visible else "")
        self.setProperty("kind", "labelled" if is_visible else "icon")
        self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self.setIcon(self._theme.icon(self._icon))


class IconLabel(QLabel):
    """An icon that cannot be clicked."""

    def __init__(self, theme: Theme, icon: str, tint: Tint, side: int) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._icon_tint = tint
        self._side = side
        self._tint()

    def show_icon(self, icon: str, tint: Tint) -> None:
        self._icon, self._icon_tint = icon, tint
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        icon = self._theme.icon(self._icon, self._icon_tint, side=self._side)
        size = QSize(self._side, self._side)
        self.setPixmap(icon.pixmap(size, self.devicePixelRatio()))


class Choice(QComboBox):
    """A combo box with our own chevron, which leaves the mouse wheel to the panel around it."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        """`name` is for screen readers."""
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt leaves out the space around Chinese characters, and would cut them."""
        return super().sizeHint() + QSize(self._theme.metrics.tight, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return super().minimumSizeHint() + QSize(self._theme.metrics.tight, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        side = self._theme.metrics.icon
        left = self.width() - side - self._theme.metrics.tight
        place = QRect(left, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        chevron = self._theme.icon("chevron-down", Tint.SECONDARY)
        chevron.paint(painter, mirrored(place, self.rect()))
        painter.end()


class ClickableFrame(QFrame):
    """A frame that is pressed as a whole: by a click, or by Enter or Space while it has the focus.

    Signals:
        pressed (): The user has pressed it, and none of the buttons in it.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the event, so that the release comes here as well."""
        del event

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_inside:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.hasFocus() and event.key() in _PRESSING_KEYS:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


_PRESSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ElidedLabel(QLabel):
    """One line that is shortened by words at its end, or, if it is the name of a file, in its
    middle; the tool tip has the whole text.
    """

    def __init__(self, kind: str = "", *, names_file: bool = False) -> None:
        super().__init__()
        self._fit = shortened_name if names_file else shortened
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""
        align_to_start(self)

    def set_full_text(self, text: str) -> None:
        self._whole = text
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._shorten()

    def _shorten(self) -> None:
        width = self.contentsRect().width()
        shown = self._fit(self._whole, width, self.fontMetrics().horizontalAdvance)
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setAccessibleName(self._whole)


class ElidedButton(QPushButton):
    """A button that takes the width it gets, and shortens its text by words at its end."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        _look_like_a_button(self)

    @property
    def shown_text(self) -> str:
        """The part of the text that fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option.text

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802
        super().initStyleOption(option)
        room = self.width() - _frame_width(self, option)
        option.text = shortened(self.text(), room, _advance(self))


class WrappedButton(QPushButton):
    """A button that breaks its text into lines where it is too narrow for one."""

    def __init__(self, text: str, kind: str = "") -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        _look_like_a_button(self)

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802
        super().initStyleOption(option)
        room = self.width() - _frame_width(self, option)
        option.text = "\n".join(broken(self.text(), room, _advance(self)))

    def sizeHint(self) -> QSize:  # noqa: N802
        one_line = self._frame_width() + _advance(self)(self.text())
        return super().sizeHint().expandedTo(QSize(one_line, 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        widest = widest_word(self.text(), _advance(self))
        return QSize(self._frame_width() + widest, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        lines = broken(self.text(), width - self._frame_width(), _advance(self))
        more = max(0, len(lines) - 1) * self.fontMetrics().lineSpacing()
        return self.sizeHint().height() + more

    def _frame_width(self) -> int:
        option = QStyleOptionButton()
        super().initStyleOption(option)
        return _frame_width(self, option)


def _look_like_a_button(made: QPushButton) -> None:
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)


def _frame_width(made: QPushButton, option: QStyleOptionButton) -> int:
    """What a button is wider than its text."""
    contents = QStyle.SubElement.SE_PushButtonContents
    return made.width() - made.style().subElementRect(contents, option, made).width()


def _advance(made: QPushButton) -> Advance:
    return made.fontMetrics().horizontalAdvance


class ShortenedRows(QStyledItemDelegate):
    """Shortens the texts of the rows of a list or tree by words at their end."""

    def initStyleOption(  # noqa: N802
        self, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Shorten the text where the row has its place already."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideNone
        if option.rect.isValid():
            style = option.widget.style() if option.widget else QApplication.style()
            part = QStyle.SubElement.SE_ItemViewItemText
            margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
            room = style.subElementRect(part, option, option.widget).width() - 2 * margin
            option.text = shortened(option.text, room, option.fontMetrics.horizontalAdvance)


class PanelSlider(QSlider):
    """A horizontal slider that leaves the mouse wheel to the panel around it, which scrolls."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


def resize_to_content(top: QWidget) -> None:
    """Make a dialog or panel as high as its content, where the screen allows."""
    layout = top.layout()
    assert layout is not None
    layout.activate()
    width = max(layout.totalSizeHint().width(), top.minimumWidth())
    width = min(width, top.maximumWidth())
    has_lines = layout.hasHeightForWidth()
    height = layout.totalHeightForWidth(width) if has_lines else layout.totalSizeHint().height()
    top.resize(width, min(height, top.screen().availableGeometry().height()))


def fit_labels(row: QLayout, width: int, buttons: Iterable[IconButton]) -> None:
    """Show the labels of the buttons in a row if all of them fit into this width."""
    buttons = list(buttons)
    for made in buttons:
        made.set_label_visible(is_visible=True)
    row.invalidate()
    has_room = width >= row.totalMinimumSize().width()
    for made in buttons:
        made.set_label_visible(is_visible=has_room)


def lead_tab(anchor: QWidget, widgets: Sequence[QWidget], *, anchor_is_last: bool = False) -> None:
    """Set the Tab order: from the anchor through these widgets, or through them to the anchor."""
    chain = [anchor, *widgets, *([anchor] if anchor_is_last and widgets else [])]
    for one, other in pairwise(chain):
        QWidget.setTabOrder(one, other)


def label(text: str = "", kind: str = "", *, wrapped: bool = False) -> QLabel:
    """Create a label. `kind` is a style: secondary, quiet, strong or heading."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wrapped)
    align_to_start(made)
    return made


def button(text: str, kind: str = "") -> QPushButton:
    """Create a button. `kind` is a style: primary, link or none."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    _look_like_a_button(made)
    return made


def lay_out_dialog(
    dialog: QDialog, theme: Theme, width: int, content: QLayout, *buttons: QPushButton
) -> None:
    """Put buttons under the content of a dialog, at its right. Its height follows the content."""
    metrics = theme.metrics
    row = QHBoxLayout()
    row.setSpacing(metrics.space)
    row.addStretch(1)
    for made in buttons:
        row.addWidget(made)
    whole = QWidget()
    whole.setFixedWidth(width)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(metrics.wide)
    column.addLayout(content)
    column.addLayout(row)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(metrics.section, metrics.section, metrics.section, metrics.wide)
    outer.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
    outer.addWidget(whole)
