"""A new model beside the one in use: figures, the user's own eye, previews; then what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.comparison.verdict import Verdict
from desktop_app.core.jobs.comparison_events import Comparing, Comparison
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.models.blind_vote import BlindVote
from desktop_app.ui.models.comparison_words import (
    comparing_words,
    loss_words,
    measure_lines,
    spread_words,
    verdict_words,
)
from desktop_app.ui.models.model_answers import PreviewPair
from desktop_app.ui.models.model_comparison_state import ModelComparisonState
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.models.model_words import model_name
from desktop_app.ui.photos.photo_tile import PhotoTile
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader


class ComparisonView(PageView):
    """Follows the proof. Asks by signals what is to be done with the new model."""

    use_asked = Signal(str)
    keep_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, proof: ModelComparisonState
    ) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._proof = proof
        self.heading = label("", "strong", wrapped=True)
        self.progress = label("", "quiet")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.recommendation = label("", "heading", wrapped=True)
        self.complaint = label("", "warning", wrapped=True)
        self._found = QWidget()
        self._found_column = _column(self._found, theme.metrics.wide)
        self.vote: BlindVote | None = None
        self.use = button(self.tr("Use this model"), "primary")
        self.keep = button(self.tr("Keep it, but not now"))
        self.delete = button(self.tr("Delete it"))
        self._lay_out()
        self._connect()
        self.show_proof()

    def show_proof(self) -> None:
        proof = self._proof
        if proof.model is None or proof.old is None:
            return
        text = self.tr("“{new}” beside “{old}”")
        self.heading.setText(text.format(new=model_name(proof.model), old=model_name(proof.old)))
        is_comparing = proof.comparison is None and proof.error is None
        for part in (self.progress, self.bar):
            part.setVisible(is_comparing)
        if not self.progress.text():
            self.progress.setText(self.tr("Comparing the two on this library…"))
        self.complaint.setText(message(proof.error) if proof.error else "")
        self.complaint.setVisible(proof.error is not None)
        self._show_verdict()
        self._fill_found()

    def _show_verdict(self) -> None:
        judged = self._proof.verdict
        self.recommendation.setVisible(judged is not None)
        if judged is not None:
            words = verdict_words(judged, is_voted=self._proof.is_decided_by_votes)
            self.recommendation.setText(words)
        is_use = judged in (Verdict.BETTER, Verdict.FORGETS)
        is_keep = judged in (Verdict.ALIKE, Verdict.WORSE)
        for made, is_advised in ((self.use, is_use), (self.keep, is_keep)):
            made.setProperty("kind", "primary" if is_advised else "")
            made.style().polish(made)

    def _show_progress(self, told: Comparing) -> None:
        self.progress.setText(comparing_words(told))

    def _fill_found(self) -> None:
        """Anew; the votes are the proof's."""
        found = self._proof.comparison
        while (item := self._found_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.vote = None
        self._found.setVisible(found is not None)
        if found is None:
            return
        self._found_column.addWidget(self._figures(found))
        self._found_column.addWidget(label(self.tr("Judge for yourself"), "strong"))
        self.vote = BlindVote(self._theme, self._thumbnails, self._proof)
        self._found_column.addWidget(self.vote)
        photos = self._proof.photos
        if photos is not None and any(pair.old or pair.new for pair in photos.previews):
            self._found_column.addWidget(label(self.tr("What their codes keep"), "strong"))
            self._found_column.addWidget(self._previews(photos.previews))

    def _figures(self, found: Comparison) -> QWidget:
        metrics = self._theme.metrics
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.wide)
        grid.setVerticalSpacing(metrics.tight)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        heads = (self.tr("In use"), self.tr("New"), self.tr("Difference"))
        for column, head in enumerate(heads, 1):
            grid.addWidget(label(head, "quiet"), 0, column, alignment=right)
        for row, line in enumerate(measure_lines(found)):
            grid.addWidget(label(line.title), 2 * row + 1, 0)
            grid.addWidget(label(line.hint, "secondary", wrapped=True), 2 * row + 2, 0, 1, 4)
            for column, text in enumerate((line.old, line.new, line.change), 1):
                grid.addWidget(label(text), 2 * row + 1, column, alignment=right)
        last = grid.rowCount()
        grid.addWidget(label(loss_words(found), wrapped=True), last, 0, 1, 4)
        grid.addWidget(label(spread_words(found), "secondary", wrapped=True), last + 1, 0, 1, 4)
        return whole

    def _previews(self, pairs: list[PreviewPair]) -> QWidget:
        """The photo, and what each model's code tells of it."""
        metrics = self._theme.metrics
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(metrics.space)
        heads = (self.tr("Photo"), self.tr("In use"), self.tr("New"))
        for row, head in enumerate(heads):
            grid.addWidget(label(head, "quiet"), row, 0)
        photos = self._proof.photos
        assert photos is not None
        for column, pair in enumerate(pairs, 1):
            tile = PhotoTile(self._theme, self._thumbnails, metrics.preview)
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tile.show_photo(photos.rows[pair.photo_id], "")
            grid.addWidget(tile, 0, column)
            for row, image in enumerate((pair.old, pair.new), 1):
                grid.addWidget(self._picture(image), row, column)
        grid.setColumnStretch(len(pairs) + 1, 1)
        return whole

    def _picture(self, image: QImage | None) -> QWidget:
        if image is None:
            return label(self.tr("no previews"), "secondary")
        made = QLabel()
        ratio = self.devicePixelRatio()
        side = round(self._theme.metrics.preview * ratio)
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = image.scaled(QSize(side, side), mode=smooth)
        scaled.setDevicePixelRatio(ratio)
        made.setPixmap(QPixmap.fromImage(scaled))
        return made

    def _connect(self) -> None:
        proof = self._proof
        proof.changed.connect(self.show_proof)
        proof.progressed.connect(self._show_progress)
        proof.voted.connect(self._show_verdict)
        for made, signal in (
            (self.use, self.use_asked),
            (self.keep, self.keep_asked),
            (self.delete, self.delete_asked),
        ):
            made.clicked.connect(lambda _=False, signal=signal: self._ask(signal))

    def _ask(self, signal: object) -> None:
        if self._proof.model is not None:
            signal.emit(self._proof.model.model_id)  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = _column(self, metrics.space)
        for widget in (
            self.heading,
            self.progress,
            self.bar,
            self.recommendation,
            self.complaint,
            self._found,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.actions_on_page = [self.use, self.keep, self.delete]


def _column(widget: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
