"""The dialog about what the code of one photo has kept of it. It is not modal."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.answers import SeenCode, SeenPictures
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.actions import Action, ActionSet
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.direction import arrow_keys, margins
from desktop_app.ui.kit.messages import message, shown_name
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, button, label
from desktop_app.ui.previews.captioned_preview import CaptionedPreview
from desktop_app.ui.previews.left_out_row import LeftOutRow
from desktop_app.ui.previews.neighbour_grid import NeighbourGrid
from desktop_app.ui.previews.previews_text import explanation, left_out_text, problem_text
from desktop_app.ui.previews.whole_photo import WholePhoto


def code_page_actions() -> list[Action[CodeDialog]]:
    """In the current language."""
    back, _ = arrow_keys()
    return [
        Action("previous_code", _tr("Back"), lambda on: on.back_requested.emit(), (f"Alt+{back}",),
               _tr("What the code sees: back to the photo before"), "chevron-left",
               is_enabled=lambda on: on.can_go_back),
    ]  # fmt: skip


class CodeDialog(QDialog):
    """Shows a photo, the preview of its code, that of parts of the code, and its neighbours.

    Attributes:
        photo: The photo.
        preview: The preview of its code.
        left_out: Previews without the surest bits.
        neighbours: The photos nearest to it.
        back: Button that goes to the photo before, from one of its neighbours.
        can_go_back: There is a photo before.

    Signals:
        back_requested (): Show the photo before.
    """

    back_requested = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What the code sees"))
        self.can_go_back = False
        self._actions = ActionSet(code_page_actions(), self, self)
        self._actions.add_shortcuts(self)
        self.back = self._actions.button(theme, "previous_code")
        self.photo = WholePhoto(theme, thumbnails, theme.metrics.large_preview)
        self.preview = CaptionedPreview(theme, theme.metrics.large_preview)
        self.left_out = LeftOutRow(theme)
        self.neighbours = NeighbourGrid(theme, thumbnails)
        self._make_texts()
        self._content = self._make_content()
        self._lay_out()
        self._content.hide()

    @property
    def text(self) -> str:
        """The sentences that are shown."""
        labels = (self._explanation, self._problem, self._left_out_text)
        return " ".join(item.text() for item in labels if not item.isHidden())

    def show_code(self, seen: SeenCode) -> None:
        pictures = seen.pictures
        self._name.set_full_text(shown_name(seen.photo.path))
        self._explanation.setText(explanation(seen.code_bits))
        self.photo.show_photo(seen.photo, shown_name(seen.photo.path))
        if isinstance(pictures, SeenPictures):
            self._problem.hide()
            self._announcer.announce("")
            caption = self.tr("Drawn from {count} bits").format(count=seen.code_bits)
            self.preview.show_preview(pictures.whole, caption)
            self.left_out.show_pictures(pictures.without)
        else:
            self._show_problem(problem_text(pictures), is_error=False)
        for part in (self.preview, self.left_out, self._left_out_text):
            part.setVisible(isinstance(pictures, SeenPictures))
        self._nearest.setVisible(bool(seen.neighbours))
        self.neighbours.show_neighbours(seen.neighbours)
        self._content.show()

    def allow_back(self, *, is_possible: bool) -> None:
        """Offer to go to the photo before."""
        self.can_go_back = is_possible
        self.back.setVisible(is_possible)
        self._actions.refresh_buttons()

    def show_error(self, error: AppError) -> None:
        """Say why no code is shown."""
        self._content.hide()
        self._show_problem(message(error), is_error=True)

    def _show_problem(self, text: str, *, is_error: bool) -> None:
        self._problem.setText(text)
        self._problem.show()
        self._announcer.announce(text, is_error=is_error)

    def _make_texts(self) -> None:
        self._name = ElidedLabel("heading", names_file=True)
        self._explanation = label("", "quiet", wrapped=True)
        self._problem = label(self.tr("Drawing…"), wrapped=True)
        self._announcer = Announcer(self._problem)
        self._left_out_text = label(left_out_text(), "quiet", wrapped=True)
        self._nearest = label(self.tr("Nearest photos"), "strong")

    def _heading(self) -> QHBoxLayout:
        heading = QHBoxLayout()
        heading.addWidget(self.back)
        heading.addWidget(self._name, 1)
        return heading

    def _make_content(self) -> QWidget:
        metrics = self._theme.metrics
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(margins(0, 0, metrics.tight, 0))
        column.setSpacing(metrics.space)
        column.addWidget(self._explanation)
        column.addLayout(self._pair())
        for text, part in (
            (self._left_out_text, self.left_out),
            (self._nearest, self.neighbours),
        ):
            column.addSpacing(metrics.space)
            column.addWidget(text)
            column.addWidget(part)
        column.addStretch(1)
        return made

    def _pair(self) -> QHBoxLayout:
        """The photo beside the preview of its code."""
        metrics = self._theme.metrics
        pair = QHBoxLayout()
        pair.setSpacing(metrics.wide)
        pair.addWidget(_centred(self.photo, metrics.large_preview))
        pair.addWidget(self.preview)
        pair.addStretch(1)
        return pair

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.section, metrics.section, metrics.section, metrics.wide)
        column.setSpacing(metrics.space)
        column.addLayout(self._heading())
        column.addWidget(self._problem)
        column.addWidget(_scrolled(self._content), 1)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        highest = self.screen().availableGeometry().height()
        self.resize(metrics.code_dialog, min(metrics.code_height, highest))


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the previews have the focus, and scroll it
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area


def _centred(widget: QWidget, width: int) -> QWidget:
    """A column of this width with the widget at its top, in the middle."""
    made = QWidget()
    made.setFixedWidth(width)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("code_page", text)
