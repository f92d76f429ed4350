"""The page that compares a new model with the one in use, and offers to use, keep or delete it."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop_app.core.comparison.verdict import Verdict
from desktop_app.core.jobs.comparison_events import Comparing
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.announcements import Announcer, MessageLabel
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.models.blind_vote import BlindVote, clear_layout
from desktop_app.ui.models.comparison_tables import FigureTable, PreviewTable
from desktop_app.ui.models.comparison_text import comparing_text, verdict_text
from desktop_app.ui.models.model_comparison_state import ModelComparisonState
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.models.model_text import model_name


class ComparisonView(PageView):
    """Shows a comparison as it comes.

    Signals:
        use_requested (str): The user wants to use the new model, given by its id.
        keep_requested (str): The user wants to keep the new model without using it.
        delete_requested (str): The user wants to delete the new model.
    """

    use_requested = Signal(str)
    keep_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, comparison: ModelComparisonState
    ) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._comparison = comparison
        self.heading = label("", "strong", wrapped=True)
        self.progress = label("", "quiet")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.recommendation = label("", "heading", wrapped=True)
        self.error = MessageLabel()
        self._announcer = Announcer(self.recommendation)
        self._result = QWidget()
        self._result_column = _column(self._result, theme.metrics.wide)
        self.vote: BlindVote | None = None
        self.use = button(self.tr("Use this model"), "primary")
        self.keep = button(self.tr("Decide later"))
        self.delete = button(self.tr("Discard"))
        self._lay_out()
        self._connect()
        self.show_state()

    def show_state(self) -> None:
        state = self._comparison
        if state.model is None or state.old is None:
            return
        text = self.tr("“{new}” compared with “{old}”")
        self.heading.setText(text.format(new=model_name(state.model), old=model_name(state.old)))
        for part in (self.progress, self.bar):
            part.setVisible(state.result is None and state.error is None)
        if not self.progress.text():
            self.progress.setText(self.tr("Comparing the models on this library…"))
        self.error.show_message(message(state.error) if state.error else "")
        self._show_verdict()
        self._show_result()

    def _show_verdict(self) -> None:
        verdict = self._comparison.verdict
        self.recommendation.setVisible(verdict is not None)
        if verdict is not None:
            is_voted = self._comparison.ballot.is_decisive
            self.recommendation.setText(verdict_text(verdict, is_voted=is_voted))
            self._announcer.announce(self.recommendation.text())
        is_use = verdict in (Verdict.BETTER, Verdict.FORGETS)
        is_keep = verdict in (Verdict.ALIKE, Verdict.WORSE)
        for made, is_advised in ((self.use, is_use), (self.keep, is_keep)):
            made.setProperty("kind", "primary" if is_advised else "")
            made.style().polish(made)

    def _show_progress(self, event: Comparing) -> None:
        self.progress.setText(comparing_text(event))

    def _show_result(self) -> None:
        """Rebuild the widgets of the result; the ballot keeps the votes."""
        state, column = self._comparison, self._result_column
        clear_layout(column)
        self.vote = None
        self._result.setVisible(state.result is not None)
        if state.result is None:
            return
        column.addWidget(FigureTable(self._theme, state.result))
        column.addWidget(label(self.tr("See for yourself"), "strong"))
        self.vote = BlindVote(self._theme, self._thumbnails, state)
        column.addWidget(self.vote)
        if state.photos is not None and any(pair.old or pair.new for pair in state.photos.previews):
            column.addWidget(label(self.tr("What their codes have kept"), "strong"))
            column.addWidget(PreviewTable(self._theme, self._thumbnails, state.photos))

    def _connect(self) -> None:
        state = self._comparison
        state.state_changed.connect(self.show_state)
        state.progressed.connect(self._show_progress)
        state.ballot.voted.connect(self._show_verdict)
        self.use.clicked.connect(lambda: self._request(self.use_requested))
        self.keep.clicked.connect(lambda: self._request(self.keep_requested))
        self.delete.clicked.connect(lambda: self._request(self.delete_requested))

    def _request(self, signal: SignalInstance) -> None:
        """Emit the signal with the new model, unless the comparison is over."""
        if self._comparison.model is not None:
            signal.emit(self._comparison.model.model_id)

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = _column(self, metrics.space)
        for widget in (
            self.heading,
            self.progress,
            self.bar,
            self.recommendation,
            self.error,
            self._result,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.actions_on_page = [self.use, self.keep, self.delete]


def _column(widget: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
