"""What the generator draws of codes: the query's, the photo's, and what they have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.answers import LensAnswer, LensPictures
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.previews.picture_view import PictureView


class LensDrawings(QWidget):
    """Three pictures with captions, or a sentence that explains why there are none.

    Attributes:
        pictures: The views of the query's code, the photo's code, and their common bits.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        side = theme.metrics.lens_picture
        self.pictures = [PictureView(theme, side) for _ in range(3)]
        names = (self.tr("Query"), self.tr("Selected"), self.tr("In common"))
        self._captions = [label(name, "secondary", wrapped=True) for name in names]
        self._problem = label("", "secondary", wrapped=True)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.space)
        for view, caption in zip(self.pictures, self._captions, strict=True):
            view.setFixedWidth(side)
            view.setAccessibleName(caption.text())
            row.addLayout(_stacked(theme, view, caption))
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
        elif isinstance(pictures, AppError):
            self._problem.setText(message(pictures))
        else:
            self._problem.setText(
                self.tr(
                    "The current model has no previews, so it cannot show what a code"
                    " has kept of a picture."
                )
            )

    def _show_images(self, pictures: LensPictures) -> None:
        """Hide the views of pictures that need a photo while there is none."""
        images = (pictures.query, pictures.photo, pictures.shared)
        for view, caption, image in zip(self.pictures, self._captions, images, strict=True):
            view.setVisible(image is not None)
            caption.setVisible(image is not None)
            if image is not None:
                view.show_image(image)


def _stacked(theme: Theme, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.metrics.tight)
    for widget in widgets:
        column.addWidget(widget)
    return column
