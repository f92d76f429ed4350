"""The right column: the query beside its results, and sections about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.base.region import Region
from desktop_app.ui.engine.answers import QueryPicture, SearchResults
from desktop_app.ui.engine.queries import Example
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.inspector.code_lens import CodeLens
from desktop_app.ui.inspector.distance_panel import DistancePanel
from desktop_app.ui.inspector.example_grid import ExampleGrid
from desktop_app.ui.inspector.metadata_panel import MetadataPanel
from desktop_app.ui.inspector.region_picture import RegionPicture
from desktop_app.ui.inspector.results_text import count_text, cut_off_text
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import ActionSet, with_key
from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.direction import margins
from desktop_app.ui.kit.messages import shown_name, shown_path
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, WrappedButton, label


class QueryPanel(QFrame):
    """The query's picture, its name and what was found; below, sections that can be folded.

    Attributes:
        picture: The query's picture.
        whole: Button that is shown while only a part of the picture counts.
        examples: All examples of a query of several.
        distances: Limits of the results.
        lens: The code of the query.
        details: Details of the selected photo.

    Signals:
        clear_requested (): End the search.
        region_chosen (Region | None): Search by this part of the picture; None for the whole.
        details_unfolded (): The section with `details` was opened or closed.
    """

    clear_requested = Signal()
    region_chosen = Signal(object)
    details_unfolded = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader, actions: ActionSet) -> None:
        super().__init__()
        self.setObjectName("queryPanel")
        self.setFixedWidth(theme.metrics.query_panel)
        self._theme = theme
        self._actions = actions
        self._make_picture()
        self.examples = ExampleGrid(theme, self.whole)
        self._name = ElidedLabel("strong", names_file=True)
        self._facts = label("", "secondary", wrapped=True)
        self._count = label("", "heading", wrapped=True)
        self._cut_off = label("", "quiet", wrapped=True)
        self.distances = DistancePanel(theme)
        self.distances_fold = CollapsibleSection(theme, self.tr("Distances"), is_open=True)
        self.distances_fold.inside.addWidget(self.distances)
        self.lens = CodeLens(theme, thumbnails)
        self.lens.unfolded.connect(self._fit_picture)
        self.details = MetadataPanel(theme)
        self.details_fold = CollapsibleSection(theme, self.tr("Selected photo"), is_open=False)
        self.details_fold.inside.addWidget(self.details)
        self.details_fold.unfolded.connect(self.details_unfolded)
        self._lay_out()

    @property
    def sentence(self) -> str:
        """The text about the results."""
        return f"{self._count.text()} {self._cut_off.text()}".strip()

    @property
    def has_focus(self) -> bool:
        """True if a part of it has the keyboard focus of the window."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def show_picture(self, picture: QueryPicture, region: Region | None) -> None:
        self.picture.show_part(picture.image, region)
        self.picture.setVisible(not picture.text)
        self.whole.setVisible(region is not None)
        self._facts.setVisible(not picture.text)
        name = shown_name(picture.path) if picture.path else self.tr("Pasted picture")
        self._name.set_full_text(f"“{picture.text}”" if picture.text else name)
        self._name.setToolTip(shown_path(picture.path) if picture.path else "")
        self._facts.setText(numbers.pixels(picture.width, picture.height))

    def show_examples(self, examples: list[tuple[Example, QueryPicture]]) -> None:
        """Show all examples; the large picture is that of the first one that is wanted."""
        self.examples.show_examples(examples)
        self._fit_picture()

    def show_searching(self) -> None:
        self._count.setText("")
        self._cut_off.setText(self.tr("Searching…"))

    def show_results(self, results: SearchResults) -> None:
        self._count.setText(count_text(results))
        self._cut_off.setText(cut_off_text(results))
        self.distances.show_results(results)

    def clear(self) -> None:
        self.show_examples([])
        self._name.set_full_text("")
        for item in (self._facts, self._count, self._cut_off):
            item.setText("")

    def _make_picture(self) -> None:
        self.picture = RegionPicture(self._theme, self._theme.metrics.query_picture)
        self.picture.setAccessibleName(self.tr("Query picture"))
        self.picture.region_drawn.connect(self.region_chosen)
        leave = self._actions["leave_search"]
        self.whole = WrappedButton(self.tr("Search the whole picture"), "link")
        self.whole.setToolTip(with_key(self.tr("Search the whole picture again"), leave))
        self.whole.clicked.connect(lambda: self.region_chosen.emit(None))
        self.whole.hide()

    def _make_heading(self) -> QHBoxLayout:
        clear_tip = with_key(self.tr("Clear the search"), self._actions["leave_search"])
        clear = IconButton(self._theme, "close", clear_tip)
        clear.clicked.connect(self.clear_requested)
        save = self._actions.button(self._theme, "save_search")
        heading = QHBoxLayout()
        heading.addWidget(label(self.tr("Searching for"), "secondary"), 1)
        heading.addWidget(save)
        heading.addWidget(clear)
        heading.setContentsMargins(margins(0, 0, self._theme.metrics.wide, 0))
        return heading

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(metrics.wide, metrics.space, 0, 0))
        column.setSpacing(metrics.space)
        column.addLayout(self._make_heading())
        for item in (self.picture, self._name, self._facts, self._count, self._cut_off):
            item.setFixedWidth(metrics.panel_content)
            column.addWidget(item)
        column.addWidget(self.lens.drawings)  # above what scrolls, so that they stay in sight
        column.insertWidget(2, self.whole, alignment=Qt.AlignmentFlag.AlignLeft)
        sections = (self.examples, self.distances_fold, self.details_fold, self.lens)
        column.addWidget(_scrolled(self._theme, *sections), 1)

    def _fit_picture(self) -> None:
        """Show a smaller picture beside several examples and beside the code, so that all fit."""
        metrics = self._theme.metrics
        is_small = self.lens.is_open or bool(self.examples.chips)
        self.picture.set_side(metrics.small_picture if is_small else metrics.query_picture)


class _Column(QVBoxLayout):
    """A column of a fixed width. Qt asks for its height at the width of what is around it, where
    fewer lines would be enough.
    """

    def __init__(self, inside: QWidget, width: int) -> None:
        super().__init__(inside)
        self._width = width
        inside.setFixedWidth(width)
        self.setContentsMargins(0, 0, 0, 0)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return super().heightForWidth(min(width, self._width))


def _scrolled(theme: Theme, *sections: QWidget) -> QScrollArea:
    """Sections below the query, which scroll if the window is too low for them."""
    metrics = theme.metrics
    content, inside = QWidget(), QWidget()
    stack = _Column(content, metrics.panel_content)
    for section in sections:
        stack.addWidget(section)
    column = QVBoxLayout(inside)
    column.setContentsMargins(margins(0, metrics.space, metrics.tight, metrics.space))
    column.addWidget(content)
    column.addStretch(1)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the sections have the focus, and scroll it
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area
