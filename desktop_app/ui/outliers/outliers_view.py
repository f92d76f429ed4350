"""The grid of unusual photos, those farthest from all other photos first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.ui.engine.answers import FoundOutliers
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.empty_view import EmptyView
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.outliers.outlier_model import OutlierModel
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.system.desktop import Desktop


class OutliersView(PhotosView):
    """Shows unusual photos while the scan is still finding them.

    Attributes:
        model: The photos found so far.
        none: Shown instead of the grid if the complete scan has found none.
    """

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, photo_width: int, desktop: Desktop
    ) -> None:
        model = OutlierModel()
        super().__init__(theme, thumbnails, photo_width, desktop, model)
        model.setParent(self)
        self.model = model
        self.grid.setAccessibleName(self.tr("Unusual photos, most unusual first"))
        self._sentence = label("", "quiet", wrapped=True)
        self._announcer = Announcer(self._sentence)
        self.none = EmptyView(
            theme,
            "outlier",
            self.tr("No unusual photos"),
            self.tr("There are not enough photos to find unusual ones."),
            [],
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_under(theme, self._sentence, self.grid))
        self._stack.addWidget(self.none)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_scanning(self) -> None:
        """Show that a scan has started."""
        self._sentence.setText(self.tr("Finding unusual photos…"))
        self._stack.setCurrentIndex(0)

    def show_outliers(self, outliers: FoundOutliers) -> None:
        """Replace the photos; the selection and the scroll position are kept."""
        selection, offset = self.grid.selection, self.grid.verticalOffset()
        selected, cursor = selection.ids, selection.cursor
        self.model.show_outliers(outliers)
        self.kept.select(selected, cursor, self.model.ids)
        self.grid.verticalScrollBar().setValue(offset)
        self._sentence.setText(self._summary(outliers))
        has_none = outliers.is_complete and not outliers.found
        self._stack.setCurrentIndex(1 if has_none else 0)
        if outliers.is_complete and outliers.found:
            self._announcer.announce(self.sentence)

    def _summary(self, outliers: FoundOutliers) -> str:
        if not outliers.is_complete:
            text = self.tr("Finding unusual photos: {done} of {total}…")
            done, total = numbers.counted(outliers.done), numbers.photos(outliers.total)
            return text.format(done=done, total=total)
        text = self.tr(
            "The {count} most unusual of {total}, most unusual first: hardly any other"
            " photos are similar."
        )
        return text.format(
            count=numbers.counted(len(outliers.found)), total=numbers.photos(outliers.total)
        )


def _under(theme: Theme, heading: QLabel, grid: QWidget) -> QWidget:
    metrics = theme.metrics
    heading.setContentsMargins(metrics.wide, metrics.space, metrics.wide, metrics.tight)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading, alignment=Qt.AlignmentFlag.AlignTop)
    column.addWidget(grid, 1)
    return whole
