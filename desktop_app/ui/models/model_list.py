"""The models of a library, one beneath the other, and what can be done with each."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.models.library_models import MAX_NAME_CHARACTERS
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, button, label
from desktop_app.ui.models.model_answers import ListedModel, ModelListing
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.models.model_words import model_facts, model_name


class ModelList(PageView):
    """Asks by signals; each gives a ListedModel, `rename_asked` the new name too."""

    use_asked = Signal(object)
    compare_asked = Signal(object)
    rename_asked = Signal(object, str)
    export_asked = Signal(object)
    delete_asked = Signal(object)
    import_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[ModelRow] = []
        self.wanted = ""
        told = self.tr(
            "The library is searched with one of these. Another can be used without opening a"
            " photo."
        )
        self.working = QProgressBar(textVisible=False)
        self.working.setRange(0, 0)
        self.working.hide()
        self.said = label("", wrapped=True)
        self.said.hide()
        self.bring = button(self.tr("Import a model…"))
        self.bring.clicked.connect(self.import_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.metrics.space)
        self._column.addWidget(label(told, "quiet", wrapped=True))
        self._column.addStretch(1)
        for widget in (self.working, self.said):
            self._column.addWidget(widget)
        self.actions_on_page = [self.bring]

    def show_shelf(self, shelf: ModelListing, wanted: str) -> None:
        """`wanted`: the model that will be used later; empty where none will."""
        self.wanted = wanted
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            ModelRow(self._theme, model, is_wanted=model.model_id == wanted)
            for model in shelf.models
        ]
        for place, row in enumerate(self.rows, 1):
            row.use_asked.connect(self.use_asked)
            row.compare_asked.connect(self.compare_asked)
            row.rename_asked.connect(self.rename_asked)
            row.export_asked.connect(self.export_asked)
            row.delete_asked.connect(self.delete_asked)
            self._column.insertWidget(place, row)

    def show_work(self, words: str) -> None:
        """What is done to a model just now; empty when nothing is."""
        self.working.setVisible(bool(words))
        self.working.setAccessibleName(words)
        self.bring.setEnabled(not words)
        if words:
            self.say(words)

    def say(self, sentence: str, *, is_warning: bool = False) -> None:
        self.said.setText(sentence)
        self.said.setProperty("kind", "warning" if is_warning else "quiet")
        self.said.style().polish(self.said)
        self.said.setVisible(bool(sentence))


class ModelRow(QFrame):
    """One model."""

    use_asked = Signal(object)
    compare_asked = Signal(object)
    rename_asked = Signal(object, str)
    export_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, theme: Theme, model: ListedModel, *, is_wanted: bool) -> None:
        super().__init__()
        self.setObjectName("modelRow")
        self.model = model
        self._is_wanted = is_wanted
        name = model_name(model)
        self.name = ElidedLabel("strong")
        self.name.say(name)
        self.facts = label(model_facts(model), "secondary", wrapped=True)
        self.setToolTip(model.model_id)
        self.setAccessibleName(f"{name}, {self.facts.text()}")
        self.waits = label(
            self.tr("It will be used when the library's other work is done."), "quiet", wrapped=True
        )
        self.waits.setVisible(is_wanted)
        self.edit = _NameEdit(model.name)
        self.edit.setMaxLength(MAX_NAME_CHARACTERS)
        self.edit.setAccessibleName(self.tr("Name of the model"))
        self.edit.hide()
        self.edit.returnPressed.connect(self._rename)
        self.edit.editingFinished.connect(self._leave_editing)
        self.edit.given_up.connect(self._leave_editing)
        self.in_use = label(self.tr("In use"), "quiet")
        self.in_use.setVisible(model.is_in_use)
        self.use = button(self.tr("Use"))
        self.use.setAccessibleName(self.tr("Use {model}").format(model=name))
        self.use.setVisible(not (model.is_in_use or is_wanted))
        self.use.clicked.connect(lambda: self.use_asked.emit(model))
        self.more = IconButton(
            theme, "chevron-down", self.tr("Actions for {model}").format(model=name)
        )
        self.more.clicked.connect(self._open_menu)
        self.question = self._made_question(theme)
        self._lay_out(theme)

    def menu(self) -> QMenu:
        """What can be done now; deleted when it is closed."""
        model, menu = self.model, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        compare = menu.addAction(
            self.tr("Compare with the one in use"), lambda: self.compare_asked.emit(model)
        )
        compare.setEnabled(not model.is_in_use)
        menu.addAction(self.tr("Rename…"), self.start_editing)
        menu.addAction(self.tr("Export…"), lambda: self.export_asked.emit(model))
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete…"), self._ask_before_deleting)
        delete.setEnabled(not (model.is_in_use or model.is_shipped or self._is_wanted))
        return menu

    def start_editing(self) -> None:
        self.name.hide()
        self.edit.show()
        self.edit.selectAll()
        self.edit.setFocus()

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _rename(self) -> None:
        self.rename_asked.emit(self.model, self.edit.text())

    def _leave_editing(self) -> None:
        """Without Return, nothing is changed."""
        self.edit.setText(self.model.name)
        self.edit.hide()
        self.name.show()

    def _ask_before_deleting(self) -> None:
        self.question.show()
        self.keep.setFocus()

    def _made_question(self, theme: Theme) -> QWidget:
        whole = QWidget()
        self.delete = button(self.tr("Delete"))
        self.keep = button(self.tr("Keep"), "link")
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self.model))
        self.keep.clicked.connect(whole.hide)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.tight)
        row.addWidget(label(self.tr("It cannot be brought back."), "quiet"), 1)
        row.addWidget(self.delete)
        row.addWidget(self.keep)
        whole.hide()
        return whole

    def _lay_out(self, theme: Theme) -> None:
        metrics = theme.metrics
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for text in (self.name, self.edit, self.facts, self.waits):
            texts.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(metrics.space)
        row.addLayout(texts, 1)
        for part in (self.in_use, self.use, self.more):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[metrics.space] * 4)
        column.setSpacing(metrics.tight)
        column.addLayout(row)
        column.addWidget(self.question)


class _NameEdit(QLineEdit):
    """The Escape key gives up what is written here, and does not close the dialog."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
