"""Which of two rows of photos is better? Whose they are is told only when all is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.kit.shortcuts import Command, add_action, with_key
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.models.comparison_words import votes_words
from desktop_app.ui.models.model_comparison_state import ModelComparisonState, Vote
from desktop_app.ui.photos.photo_tile import PhotoTile
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


class BlindVote(QWidget):
    """Shows the proof's disagreements one after the other, and gives it the votes."""

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, proof: ModelComparisonState
    ) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._proof = proof
        self.question = label("", "strong")
        self.picture = QHBoxLayout()
        self.rows = [
            _Row(theme, self.tr("The first row is better"), Command.VOTE_FIRST),
            _Row(theme, self.tr("The second row is better"), Command.VOTE_SECOND),
        ]
        words = with_key(self.tr("Neither is better"), Command.VOTE_NEITHER)
        self.neither = button(self.tr("No difference"))
        self.neither.setToolTip(words)
        self.back = button(self.tr("The one before"), "link")
        self.reveal = button(self.tr("Enough: whose were they?"), "link")
        self.result = label("", wrapped=True)
        self._lay_out()
        self._connect()
        self.show_state()

    def show_state(self) -> None:
        proof = self._proof
        asked = proof.asked
        is_asking = asked is not None and proof.photos is not None
        for part in (self.question, *self.rows, self.neither, self.back, self.reveal):
            part.setVisible(is_asking)
        self._clear_picture()
        self.result.setText(self._result())
        self.result.setVisible(bool(self.result.text()))
        if proof.comparison is None or not is_asking:
            return
        assert asked is not None
        text = self.tr("{number} of {count}: in which row are more photos like this one?")
        self.question.setText(
            text.format(number=len(proof.votes) + 1, count=len(proof.comparison.disagreements))
        )
        self._show_picture(asked.photo_id)
        for row, ids in zip(self.rows, proof.rows, strict=True):
            row.show_photos(self._known(ids), self._thumbnails)
        for part in (self.back, self.reveal):
            part.setVisible(bool(proof.votes))

    def _result(self) -> str:
        proof = self._proof
        if proof.comparison is None:
            return ""
        if not proof.comparison.disagreements:
            return self.tr("Both models find the same photos everywhere.")
        if not proof.has_voted:
            return ""
        counts = [proof.count(vote) for vote in (Vote.NEW, Vote.OLD, Vote.NEITHER)]
        return votes_words(*counts, decides=proof.is_decided_by_votes)

    def _known(self, ids: list[int]) -> list[PhotoRow]:
        photos = self._proof.photos
        assert photos is not None
        return [photos.rows[number] for number in ids if number in photos.rows]

    def _clear_picture(self) -> None:
        while (item := self.picture.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_picture(self, photo_id: int) -> None:
        for row in self._known([photo_id]):
            tile = _tile(self._theme, self._thumbnails, row, self._theme.metrics.vote_picture)
            self.picture.addWidget(tile)
        self.picture.addStretch(1)

    def _vote(self, place: int | None) -> None:
        self._proof.vote(place)

    def _connect(self) -> None:
        for place, row in enumerate(self.rows):
            row.chosen.connect(lambda place=place: self._vote(place))
        self.neither.clicked.connect(lambda: self._vote(None))
        self.back.clicked.connect(self._proof.take_back)
        self.reveal.clicked.connect(self._proof.reveal)
        self._proof.voted.connect(self.show_state)
        add_action(self, Command.VOTE_FIRST, lambda: self._vote(0))
        add_action(self, Command.VOTE_SECOND, lambda: self._vote(1))
        add_action(self, Command.VOTE_NEITHER, lambda: self._vote(None))

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
    """Eight photos; a click anywhere in it chooses it."""

    chosen = Signal()

    def __init__(self, theme: Theme, words: str, command: Command) -> None:
        super().__init__()
        self.setObjectName("voteRow")
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(theme.metrics.tight)
        self.choose = button(words, "link")
        self.choose.setToolTip(with_key(words, command))
        self.choose.clicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.metrics.tight] * 4)
        column.setSpacing(0)
        column.addLayout(self._tiles)
        column.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_photos(self, rows: list[PhotoRow], thumbnails: ThumbnailLoader) -> None:
        while (item := self._tiles.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            tile = _tile(self._theme, thumbnails, row, self._theme.metrics.vote_tile)
            tile.clicked.connect(self.chosen)
            self._tiles.addWidget(tile)
        self._tiles.addStretch(1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.chosen.emit()


def _tile(theme: Theme, thumbnails: ThumbnailLoader, row: PhotoRow, side: int) -> PhotoTile:
    """A click on it is one on the row."""
    tile = PhotoTile(theme, thumbnails, side)
    tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    tile.show_photo(row, "")
    return tile
