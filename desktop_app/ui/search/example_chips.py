"""The examples of a question as chips with their pictures; a click or Delete removes one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import Example
from desktop_app.ui.kit.chip_keys import focus_near, focused_place, is_removal
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import button, lead_tab


class ExampleChip(QAbstractButton):
    """A small picture between its sign, plus or minus, and a cross."""

    def __init__(self, theme: Theme, example: Example, picture: QueryPicture) -> None:
        super().__init__()
        self._theme = theme
        self.example = example
        self._picture = _cut(picture.image, example)
        self._scaled = QPixmap()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())
        name = shown_name(picture.path) if picture.path else self.tr("picture without a file")
        if example.is_wanted:
            words = self.tr("Like {name}: click to remove the example")
        else:
            words = self.tr("Not like {name}: click to remove the counter-example")
        self.name = name if example.is_wanted else self.tr("not like {name}").format(name=name)
        self.setToolTip(words.format(name=name))
        self.setAccessibleName(words.format(name=name))
        side = theme.metrics.chip_picture
        self.setIcon(QIcon(self._pixmap(QSize(side, side))))

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self._theme.metrics
        marks = 2 * (metrics.icon + metrics.tight)
        return QSize(metrics.chip_picture + marks, metrics.chip_picture + metrics.tight)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if is_removal(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._paint_ground(painter)
        metrics = self._theme.metrics
        middle = (self.height() - metrics.icon) // 2
        sign = QRect(metrics.tight // 2, middle, metrics.icon, metrics.icon)
        self._paint_sign(painter, sign)
        place = QRect(0, 0, metrics.chip_picture, metrics.chip_picture)
        place.moveCenter(self.rect().center())
        self._paint_picture(painter, place)
        side = metrics.secondary
        cross = QRect(0, 0, side, side)
        cross.moveCenter(sign.translated(place.right() - sign.left() + 2, 0).center())
        self._theme.icon("close", Tint.SECONDARY, side=side).paint(painter, cross)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        is_near = self.underMouse() or self.hasFocus()
        edge = "accent" if self.hasFocus() else "line"
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour("hover" if is_near else "raised"))
        radius = self._theme.metrics.radius
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, radius, radius)

    def _paint_sign(self, painter: QPainter, place: QRect) -> None:
        """Told apart by shape, not by colour alone."""
        name = "accent" if self.example.is_wanted else "warning"
        painter.setPen(QPen(self._theme.colour(name), 2))
        arm, middle = self._theme.metrics.tight, place.center()
        painter.drawLine(middle.x() - arm, middle.y(), middle.x() + arm, middle.y())
        if self.example.is_wanted:
            painter.drawLine(middle.x(), middle.y() - arm, middle.x(), middle.y() + arm)

    def _paint_picture(self, painter: QPainter, place: QRect) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(place), self._theme.metrics.tight, self._theme.metrics.tight)
        painter.setClipPath(outline)
        painter.fillRect(place, self._theme.colour("hover"))
        if not self._picture.isNull():
            painter.drawPixmap(place, self._pixmap(place.size()))
        painter.setClipping(False)

    def _pixmap(self, size: QSize) -> QPixmap:
        """The middle of the picture, filling the square."""
        wanted = size * self.devicePixelRatio()
        if self._scaled.size() != wanted and not self._picture.isNull():
            whole = self._picture.scaled(
                wanted,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            part = QRect(0, 0, wanted.width(), wanted.height())
            part.moveCenter(whole.rect().center())
            self._scaled = QPixmap.fromImage(whole.copy(part))
        return self._scaled


class ExampleChips(QWidget):
    """In the question's order; those that do not fit are counted. `removed` tells the Example."""

    removed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: list[ExampleChip] = []
        self.more = button("", "link")
        self.more.clicked.connect(self._open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.metrics.tight)
        self._row.addWidget(self.more)
        theme.changed.connect(self._update_chips)
        self.show_examples([])

    @property
    def has_focus(self) -> bool:
        """Is one of them, or what stands for the rest, being gone through by keyboard?"""
        return focused_place([*self.chips, self.more]) is not None

    def show_examples(self, examples: list[tuple[Example, QueryPicture]]) -> None:
        """The focus stays where it was in the row."""
        focused = focused_place([*self.chips, self.more])
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [ExampleChip(self._theme, *example) for example in examples]
        for place, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _=False, chip=chip: self.removed.emit(chip.example))
            self._row.insertWidget(place, chip)
        lead_tab(self.more, self.chips, anchor_is_last=True)
        self.setVisible(bool(self.chips))
        self.updateGeometry()
        self._fit()
        if focused is not None:
            focus_near(self.chips, focused)

    def sizeHint(self) -> QSize:  # noqa: N802
        gap = self._row.spacing()
        width = sum(chip.width() + gap for chip in self.chips)
        return QSize(max(0, width - gap), self._theme.metrics.chip_picture)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        widest = max((chip.width() for chip in self.chips), default=0)
        return QSize(widest, self._theme.metrics.chip_picture)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap, width = self._row.spacing(), self.width()
        room = width + gap
        each = self.chips[0].width() + gap if self.chips else 1
        fitting = room // each
        if fitting < len(self.chips):
            self.more.setText(f"+{len(self.chips)}")
            fitting = max(1, (room - self.more.sizeHint().width() - gap) // each)
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < fitting)
        hidden = max(0, len(self.chips) - fitting)
        self.more.setText(f"+{hidden}")
        self.more.setVisible(hidden > 0)
        self.more.setToolTip(self.tr("More examples"))
        words = self.tr("Remove one more example")
        if hidden != 1:
            words = self.tr("Remove one of {count} more examples")
        self.more.setAccessibleName(words.format(count=hidden))
        if self.width() != width:  # showing a chip has made room for it
            self._fit()

    def menu(self) -> QMenu:
        """The examples for which there was no room, each to be removed."""
        menu = QMenu(self)
        for chip in self.chips:
            if chip.isHidden():
                words = self.tr("Remove {name}").format(name=chip.name)
                menu.addAction(chip.icon(), words, chip.click)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _update_chips(self) -> None:
        for chip in self.chips:
            chip.update()


def _cut(image: QImage, example: Example) -> QImage:
    """The part that is meant."""
    if example.region is None or image.isNull():
        return image
    left, top, right, bottom = example.region.box(image.width(), image.height())
    return image.copy(QRect(left, top, right - left, bottom - top))
