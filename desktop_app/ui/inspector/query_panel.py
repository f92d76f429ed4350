"""The query stays in sight beside its results, so that the eye can compare."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.base.region import Region
from desktop_app.ui.engine.answers import QueryPicture, SearchResults
from desktop_app.ui.inspector.code_lens import CodeLens
from desktop_app.ui.inspector.distance_panel import DistancePanel
from desktop_app.ui.inspector.metadata_panel import MetadataPanel
from desktop_app.ui.inspector.region_picture import RegionPicture
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.messages import shown_name, shown_path
from desktop_app.ui.kit.shortcuts import Command, with_key
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, button, label
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader


class QueryPanel(QFrame):
    """The picture, its name, and what was found for it; below, what can be looked into.
    `region_chosen` tells the Region of the picture that is meant, None for the whole.
    """

    cleared = Signal()
    save_requested = Signal()
    region_chosen = Signal(object)
    details_unfolded = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self.setObjectName("queryPanel")
        metrics = theme.metrics
        self.setFixedWidth(metrics.query_panel)
        self._theme = theme
        self.picture = RegionPicture(theme, metrics.query_picture)
        self.picture.setAccessibleName(self.tr("The picture that is searched for"))
        self.picture.drawn.connect(self.region_chosen)
        self.whole = button(self.tr("Look for the whole picture"), "link")
        self.whole.setToolTip(with_key(self.tr("Look for the whole picture again"), Command.LEAVE))
        self.whole.clicked.connect(lambda: self.region_chosen.emit(None))
        self.whole.hide()
        self._name = ElidedLabel("strong")
        self._facts = label("", "secondary")
        self._count = label("", "heading", wrapped=True)
        self._sentence = label("", "quiet", wrapped=True)
        self.distances = DistancePanel(theme)
        self.distances_fold = CollapsibleSection(theme, self.tr("Distances"), is_open=True)
        self.distances_fold.inside.addWidget(self.distances)
        self.lens = CodeLens(theme, thumbnails)
        self.lens.unfolded.connect(self._make_room)
        self.details = MetadataPanel(theme)
        self.details_fold = CollapsibleSection(theme, self.tr("Selected photo"), is_open=False)
        self.details_fold.inside.addWidget(self.details)
        self.details_fold.unfolded.connect(self.details_unfolded)
        clear = IconButton(theme, "close", with_key(self.tr("Clear the search"), Command.LEAVE))
        clear.clicked.connect(self.cleared)
        save = IconButton(
            theme, "bookmark", with_key(self.tr("Save the search"), Command.SAVE_SEARCH)
        )
        save.clicked.connect(self.save_requested)
        heading = QHBoxLayout()
        heading.addWidget(label(self.tr("Looking for"), "secondary"), 1)
        heading.addWidget(save)
        heading.addWidget(clear)
        heading.setContentsMargins(0, 0, metrics.wide, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.wide, metrics.space, 0, 0)
        column.setSpacing(metrics.space)
        column.addLayout(heading)
        for item in (self.picture, self._name, self._facts, self._count, self._sentence):
            item.setFixedWidth(metrics.query_picture)
            column.addWidget(item)
        column.insertWidget(2, self.whole, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._folds(), 1)

    @property
    def sentence(self) -> str:
        """What is said of the results."""
        return f"{self._count.text()} {self._sentence.text()}".strip()

    @property
    def has_picture(self) -> bool:
        return not self.picture.image.isNull()

    @property
    def has_focus(self) -> bool:
        """Has a part of it the focus of the window?"""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def show_picture(self, picture: QueryPicture, region: Region | None) -> None:
        self.picture.show_part(picture.image, region)
        self.whole.setVisible(region is not None)
        if picture.path is None:
            self._name.say(self.tr("Picture without a file"))
            self._name.setToolTip("")
        else:
            self._name.say(shown_name(picture.path))
            self._name.setToolTip(shown_path(picture.path))
        self._facts.setText(numbers.pixels(picture.width, picture.height))

    def show_searching(self) -> None:
        self._count.setText("")
        self._sentence.setText(self.tr("Searching…"))

    def show_results(self, results: SearchResults) -> None:
        self._count.setText(self._counted(results))
        self._sentence.setText(self._cut_off(results))
        self.distances.show_results(results)

    def clear(self) -> None:
        self._name.say("")
        for item in (self._facts, self._count, self._sentence):
            item.setText("")

    def _folds(self) -> QScrollArea:
        """What is below the query, scrolled where the window is low."""
        metrics = self._theme.metrics
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, metrics.space, metrics.tight, metrics.space)
        for fold in (self.distances_fold, self.details_fold, self.lens):
            fold.setFixedWidth(metrics.query_picture)
            column.addWidget(fold)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside has the focus, and scrolls it
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _make_room(self, is_lens_open: bool) -> None:  # noqa: FBT001 -- a signal's argument
        """The query stays in sight, but smaller, while its code is looked into."""
        metrics = self._theme.metrics
        self.picture.set_side(metrics.small_picture if is_lens_open else metrics.query_picture)

    def _counted(self, results: SearchResults) -> str:
        if results.related == 0:
            return self.tr("Nothing related")
        if results.related == 1:
            return self.tr("1 related photo")
        more = results.related == len(results.found) < results.searched and not results.is_limited
        text = (
            self.tr("{count} or more related photos") if more else self.tr("{count} related photos")
        )
        return text.format(count=numbers.counted(results.related))

    def _cut_off(self, results: SearchResults) -> str:
        searched = numbers.photos(results.searched)
        if results.is_limited and results.searched:
            return self._cut_off_of_chosen(results)
        if results.is_filtered:
            return self._cut_off_of_some(results, searched)
        if results.searched == 0:
            return self.tr("The library has no photos yet.")
        if results.related == results.searched:
            return self.tr("That is every photo of the library.")
        if results.related == 0:
            return self.tr("Of {photos}, none stands out as being like this picture.").format(
                photos=searched
            )
        return self.tr(
            "Of {photos}. The rest does not stand out as being like this picture."
        ).format(photos=searched)

    def _cut_off_of_chosen(self, results: SearchResults) -> str:
        if not results.found:
            return self.tr("No photo is left by what is chosen under Distances.")
        return self.tr("Of those that are left by what is chosen under Distances.")

    def _cut_off_of_some(self, results: SearchResults, searched: str) -> str:
        if results.searched == 0:
            return self.tr("No photo passes the filters.")
        if results.related == results.searched:
            return self.tr("That is every photo that passes the filters.")
        if results.related == 0:
            text = self.tr("Of {photos} that pass the filters, none stands out.")
        else:
            text = self.tr("Of {photos} that pass the filters. The rest does not stand out.")
        return text.format(photos=searched)
