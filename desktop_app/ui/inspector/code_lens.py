"""The code lens: the bits of the query's code, and how they differ from the code of a photo."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.ui.engine.answers import LensAnswer, LensPictures
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.inspector.bit_grid import BitGrid
from desktop_app.ui.inspector.bit_grid_drawing import ShownCode
from desktop_app.ui.inspector.code_path import CodePath
from desktop_app.ui.inspector.lens_changes import LensChanges
from desktop_app.ui.inspector.lens_drawings import LensDrawings
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.messages import code_warning
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton, button, label


class CodeLens(CollapsibleSection):
    """A section with the bits, what they have kept of the picture, and the path to a photo.

    Attributes:
        drawings: What the generator draws of the codes; in no layout of the section, so that its
            owner can keep them in sight.
        changes: What the generator draws of the bits that differ.
        grid: The bits.
        path: The path to the code of the photo.
        reset: Button that flips all bits back.
        copy: Button that copies the code.

    Signals:
        flip_requested (int): A bit to flip, or to flip back.
        steps_requested (int): How many of the bits on the path from the query to the photo to flip.
        reset_requested (): Flip no bit.
    """

    flip_requested = Signal(int)
    steps_requested = Signal(int)
    reset_requested = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__(theme, self.tr("Code lens"), is_open=False)
        self._code = ""
        self._explanation = label("", "secondary", wrapped=True)
        self.drawings = LensDrawings(theme)
        self._summary = label("", "quiet", wrapped=True)
        self.changes = LensChanges(theme)
        self.grid = BitGrid(theme, theme.metrics.query_picture)
        self._flips = label("", "secondary", wrapped=True)
        self.reset = button(self.tr("Reset"), "link")
        self.path = CodePath(theme, thumbnails)
        self.copy = IconButton(theme, "copy", self.tr("Copy code"), labelled=True)
        self._notice = label(code_warning(), "secondary", wrapped=True)
        self.grid.flip_requested.connect(self.flip_requested)
        self.path.steps_requested.connect(self.steps_requested)
        self.reset.clicked.connect(self.reset_requested)
        self.copy.clicked.connect(self._copy)
        self.unfolded.connect(self._show_drawings)
        self._lay_out()
        self.clear()

    @property
    def text(self) -> str:
        """The whole text, without captions."""
        parts = (
            self._explanation.text(),
            self._summary.text(),
            self.changes.text,
            self.drawings.problem,
            self._flips.text(),
        )
        return " ".join(part for part in (*parts, self._notice.text()) if part)

    def clear(self) -> None:
        """Show no code until the next answer."""
        self._code = ""
        for text in (self._explanation, self._summary, self._flips):
            text.setText("")
        self.reset.setEnabled(False)
        self.copy.setEnabled(False)
        self._show_drawings()
        self.changes.hide()
        self.path.hide()

    def show_answer(self, answer: LensAnswer, name: str) -> None:
        """Show codes; `name` is that of the photo that is compared with."""
        self._code = answer.code
        self.copy.setEnabled(True)
        self.drawings.show_pictures(answer)
        self._show_drawings()
        self.changes.show_changes(answer, name)
        self._explanation.setText(self._explanation_text(answer))
        costs = answer.comparison.costs if answer.comparison else None
        bits = answer.bits.tolist()
        self.grid.show_code(ShownCode.of(bits, costs, answer.confidence, answer.flips))
        self._summary.setText(self._summary_text(answer, name))
        self._flips.setText(self._flips_text(len(answer.flips)))
        self.reset.setEnabled(bool(answer.flips))
        self.path.show_path(answer, name)

    def _show_drawings(self) -> None:
        self.drawings.setVisible(self.is_open and bool(self._code))

    def _explanation_text(self, answer: LensAnswer) -> str:
        if isinstance(answer.pictures, LensPictures):
            text = self.tr(
                "Photos are compared by {count} yes-or-no marks, the squares below. The pictures"
                " above are drawn from these marks alone."
            )
        else:
            text = self.tr("Photos are compared by {count} yes-or-no marks, the squares below.")
        return text.format(count=numbers.counted(len(answer.bits)))

    def _summary_text(self, answer: LensAnswer, name: str) -> str:
        if answer.comparison is None:
            return self.tr("Click a bit to flip it. Select a photo to compare its code.")
        distance = answer.comparison.distance
        if not distance:
            return self.tr("{name} has the same code.").format(name=name)
        if distance == 1:
            text = self.tr("1 of {bits} bits differs from {name}.")
        else:
            text = self.tr(
                "{count} of {bits} bits differ from {name}. Darker means it matters more"
                " to this search."
            )
        return text.format(count=distance, bits=len(answer.bits), name=name)

    def _flips_text(self, count: int) -> str:
        if not count:
            return self.tr("No bits flipped")
        if count == 1:
            return self.tr("1 bit flipped")
        return self.tr("{count} bits flipped").format(count=numbers.counted(count))

    def _copy(self) -> None:
        if self._code:
            QGuiApplication.clipboard().setText(self._code)

    def _lay_out(self) -> None:
        flips = QHBoxLayout()
        flips.addWidget(self._flips, 1)
        flips.addWidget(self.reset)
        copying = QHBoxLayout()
        copying.addWidget(self.copy)
        copying.addStretch(1)
        for item in (self._explanation, self.changes, self._summary, self.grid):
            self.inside.addWidget(item)
        self.inside.addLayout(flips)
        self.inside.addWidget(self.path)
        self.inside.addLayout(copying)
        self.inside.addWidget(self._notice)
