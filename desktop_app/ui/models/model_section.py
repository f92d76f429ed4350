"""The model in use, at the foot of the sidebar, with the way to one of the user's own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.direction import margins
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.models.model_answers import ListedModel
from desktop_app.ui.models.model_text import model_name, short_facts


class ModelSection(QFrame):
    """Hidden until the model is known.

    Attributes:
        retrain: The button that opens the dialog about retraining.
        all_models: The button that opens the list of models.
    """

    def __init__(self, theme: Theme, actions: ActionSet) -> None:
        super().__init__()
        self.setObjectName("modelSection")
        self._name = label("", wrapped=True)
        self._facts = label("", "secondary", wrapped=True)
        self.retrain = actions.button(theme, "retrain", labelled=True)
        self.all_models = actions.button(theme, "models")
        metrics = theme.metrics
        heading = QHBoxLayout()
        heading.addWidget(label(self.tr("Model"), "strong"), 1)
        heading.addWidget(self.all_models)
        texts = QVBoxLayout()
        texts.setContentsMargins(margins(metrics.space, 0, 0, 0))
        texts.setSpacing(0)
        texts.addLayout(heading)
        for text in (self._name, self._facts):
            texts.addWidget(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.space, 0, 0)
        column.setSpacing(metrics.tight)
        column.addLayout(texts)
        row = QHBoxLayout()
        row.addWidget(self.retrain)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    @property
    def text(self) -> str:
        """The whole text."""
        return f"{self._name.text()} {self._facts.text()}"

    @property
    def tab_stops(self) -> list[QWidget]:
        return [self.all_models, self.retrain]

    def show_model(self, model: ListedModel) -> None:
        self._name.setText(model_name(model))
        self._facts.setText(short_facts(model))
        self.show()
