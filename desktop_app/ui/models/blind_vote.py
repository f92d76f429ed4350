"""A vote on which of two rows of photos is better, which tells the models only at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.grid.photo_tile import PhotoTile
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.actions import Action, ActionSet
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.models.ballot import Vote
from desktop_app.ui.models.comparison_text import votes_text
from desktop_app.ui.models.model_comparison_state import ModelComparisonState

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.jobs.comparison_events import Disagreement


def vote_actions() -> list[Action[BlindVote]]:
    """The actions of a vote, in the current language."""
    return [
        Action("vote_first", _tr("The first row is better"), lambda vote: vote.vote(0), ("1",)),
        Action("vote_second", _tr("The second row is better"), lambda vote: vote.vote(1), ("2",)),
        Action("vote_neither", _tr("Neither is better"), lambda vote: vote.vote(None), ("0",)),
    ]


class BlindVote(QWidget):
    """Shows the disagreements of a comparison one after another, and casts the user's votes."""

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, comparison: ModelComparisonState
    ) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._comparison = comparison
        self._ballot = comparison.ballot
        self.question = label("", "strong")
        self.picture = QHBoxLayout()
        actions = ActionSet(vote_actions(), self, self)
        actions.add_shortcuts(self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.rows = [
            _Row(theme, actions["vote_first"]),
            _Row(theme, actions["vote_second"]),
        ]
        self.neither = button(self.tr("No difference"))
        self.neither.setToolTip(actions["vote_neither"].tool_tip)
        self.back = button(self.tr("Previous"), "link")
        self.reveal = button(self.tr("Finish and reveal the models"), "link")
        self.result = label("", wrapped=True)
        self._lay_out()
        self._connect()
        self.show_state()

    def show_state(self) -> None:
        """Show the current disagreement, or the result of the vote."""
        current = self._ballot.current
        is_open = current is not None and self._comparison.photos is not None
        for part in (self.question, *self.rows, self.neither, self.back, self.reveal):
            part.setVisible(is_open)
        clear_layout(self.picture)
        self.result.setText(self._result())
        self.result.setVisible(bool(self.result.text()))
        if current is not None and is_open:
            self._show_disagreement(current)

    def _show_disagreement(self, current: Disagreement) -> None:
        ballot = self._ballot
        text = self.tr("{number} of {count}: which row has more photos like this one?")
        self.question.setText(
            text.format(number=len(ballot.votes) + 1, count=len(ballot.disagreements))
        )
        self._show_picture(current.photo_id)
        for row, ids in zip(self.rows, ballot.rows, strict=True):
            row.show_photos(self._known(ids), self._thumbnails)
        for part in (self.back, self.reveal):
            part.setVisible(bool(ballot.votes))

    def _result(self) -> str:
        ballot = self._ballot
        if self._comparison.result is None:
            return ""
        if not ballot.disagreements:
            return self.tr("Both models find the same photos for every query.")
        if not ballot.has_result:
            return ""
        counts = [ballot.count(vote) for vote in (Vote.NEW, Vote.OLD, Vote.NEITHER)]
        return votes_text(*counts, decides=ballot.is_decisive)

    def _known(self, ids: list[int]) -> list[PhotoRow]:
        """The photos that are still in the library."""
        photos = self._comparison.photos
        assert photos is not None
        return [photos.rows[number] for number in ids if number in photos.rows]

    def _show_picture(self, photo_id: int) -> None:
        for row in self._known([photo_id]):
            tile = _tile(self._theme, self._thumbnails, row, self._theme.metrics.vote_picture)
            self.picture.addWidget(tile)
        self.picture.addStretch(1)

    def vote(self, row: int | None) -> None:
        """Vote for the first (0) or the second row (1), or for neither (None)."""
        self._ballot.vote(row)

    def _connect(self) -> None:
        ballot = self._ballot
        for place, row in enumerate(self.rows):
            row.chosen.connect(lambda place=place: self.vote(place))
        self.neither.clicked.connect(lambda: self.vote(None))
        self.back.clicked.connect(ballot.take_back)
        self.reveal.clicked.connect(ballot.reveal)
        ballot.voted.connect(self.show_state)

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.space)
        column.addWidget(self.question)
        column.addLayout(self.picture)
        for row in self.rows:
            column.addWidget(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.space)
        for part in (self.neither, self.back, self.reveal):
            buttons.addWidget(part)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.result)


class _Row(QFrame):
    """A row of photos.

    Signals:
        chosen (): The user has clicked anywhere in the row.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, action: Action[BlindVote]) -> None:
        super().__init__()
        self.setObjectName("voteRow")
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(theme.metrics.tight)
        self.choose = button(action.text, "link")
        self.choose.setToolTip(action.tool_tip)
        self.choose.clicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.metrics.tight] * 4)
        column.setSpacing(0)
        column.addLayout(self._tiles)
        column.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_photos(self, rows: list[PhotoRow], thumbnails: ThumbnailLoader) -> None:
        clear_layout(self._tiles)
        for row in rows:
            tile = _tile(self._theme, thumbnails, row, self._theme.metrics.vote_tile)
            tile.clicked.connect(self.chosen)
            self._tiles.addWidget(tile)
        self._tiles.addStretch(1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_inside:
            self.chosen.emit()


def _tile(theme: Theme, thumbnails: ThumbnailLoader, row: PhotoRow, side: int) -> PhotoTile:
    """A small photo without keyboard focus; the row handles its clicks."""
    tile = PhotoTile(theme, thumbnails, side)
    tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    tile.show_photo(row, "")
    return tile


def clear_layout(layout: QBoxLayout) -> None:
    """Remove and delete all widgets of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("blind_vote", text)
