"""What the generator draws of two codes side by side: the query's and the photo's."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.engine.answers import LensAnswer, LensPictures
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.previews.captioned_preview import CaptionedPreview
from desktop_app.ui.previews.previews_text import problem_text


class LensDrawings(QWidget):
    """Two previews with captions, or a sentence that explains why there are none.

    Attributes:
        query: The preview of the query's code.
        photo: The preview of the photo's code.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        side = theme.metrics.lens_pair
        self.query, self.photo = CaptionedPreview(theme, side), CaptionedPreview(theme, side)
        self._problem = label("", "secondary", wrapped=True)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.space)
        row.addWidget(self.query)
        row.addWidget(self.photo)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        column.addWidget(self._problem)

    @property
    def problem(self) -> str:
        """Why there are no pictures; empty if there are."""
        is_hidden = self.isHidden() or self._problem.isHidden()
        return "" if is_hidden else self._problem.text()

    def show_pictures(self, answer: LensAnswer) -> None:
        pictures = answer.pictures
        has_pictures = isinstance(pictures, LensPictures)
        self._row.setVisible(has_pictures)
        self._problem.setVisible(not has_pictures)
        if isinstance(pictures, LensPictures):
            self._show_images(pictures)
        else:
            self._problem.setText(problem_text(pictures))

    def _show_images(self, pictures: LensPictures) -> None:
        """Hide the preview of the photo while there is none."""
        self.query.show_preview(
            pictures.query, self.tr("Query"), self.tr("Preview of the query's code")
        )
        self.photo.setVisible(pictures.photo is not None)
        if pictures.photo is not None:
            text = self.tr("Preview of the selected photo's code")
            self.photo.show_preview(pictures.photo, self.tr("Selected"), text)
