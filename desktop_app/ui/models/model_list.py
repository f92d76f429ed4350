"""The page that lists the models of a library."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.models.library_models import MAX_NAME_CHARACTERS
from desktop_app.ui.kit.announcements import MessageLabel
from desktop_app.ui.kit.direction import open_below
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, button, label
from desktop_app.ui.models.model_answers import ListedModel, ModelListing
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.models.model_text import model_facts, model_name


class ModelList(PageView):
    """Lists the models.

    Signals:
        use_requested (ListedModel): The user wants to search with this model.
        compare_requested (ListedModel): The user wants to compare it with the one in use.
        rename_requested (ListedModel, str): The user has entered a new name.
        export_requested (ListedModel): The user wants to write it to a file.
        delete_requested (ListedModel): The user wants to delete it, and has confirmed that.
        import_requested (): The user wants to import a model from a file.
    """

    use_requested = Signal(ListedModel)
    compare_requested = Signal(ListedModel)
    rename_requested = Signal(ListedModel, str)
    export_requested = Signal(ListedModel)
    delete_requested = Signal(ListedModel)
    import_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[ModelRow] = []
        self.wanted = ""
        text = self.tr(
            "The selected model is used for searching. Switching does not reread your photos."
        )
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.bar.hide()
        self.message = MessageLabel()
        self.import_button = button(self.tr("Import model…"))
        self.import_button.clicked.connect(self.import_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.metrics.space)
        self._column.addWidget(label(text, "quiet", wrapped=True))
        self._column.addStretch(1)
        for widget in (self.bar, self.message):
            self._column.addWidget(widget)
        self.actions_on_page = [self.import_button]

    def show_listing(self, listing: ModelListing, wanted: str) -> None:
        """Show the models. `wanted` is the one that a waiting job switches to; empty for none."""
        self.wanted = wanted
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._new_row(model) for model in listing.models]
        for place, row in enumerate(self.rows, 1):
            self._column.insertWidget(place, row)

    def show_work(self, text: str) -> None:
        """Show what is being done to a model; an empty text where nothing is."""
        self.bar.setVisible(bool(text))
        self.bar.setAccessibleName(text)
        self.import_button.setEnabled(not text)
        if text:
            self.show_message(text)

    def show_message(self, text: str, *, is_warning: bool = False) -> None:
        self.message.show_message(text, is_error=is_warning)

    def _new_row(self, model: ListedModel) -> ModelRow:
        row = ModelRow(self._theme, model, is_wanted=model.model_id == self.wanted)
        row.use_requested.connect(self.use_requested)
        row.compare_requested.connect(self.compare_requested)
        row.rename_requested.connect(self.rename_requested)
        row.export_requested.connect(self.export_requested)
        row.delete_requested.connect(self.delete_requested)
        return row


class ModelRow(QFrame):
    """One model, and what can be done with it. The signals are those of ModelList."""

    use_requested = Signal(ListedModel)
    compare_requested = Signal(ListedModel)
    rename_requested = Signal(ListedModel, str)
    export_requested = Signal(ListedModel)
    delete_requested = Signal(ListedModel)

    def __init__(self, theme: Theme, model: ListedModel, *, is_wanted: bool) -> None:
        super().__init__()
        self.setObjectName("modelRow")
        self.model = model
        self._is_wanted = is_wanted
        name = model_name(model)
        self.name = ElidedLabel("strong")
        self.name.set_full_text(name)
        self.facts = label(model_facts(model), "secondary", wrapped=True)
        self.setToolTip(model.model_id)
        self.setAccessibleName(f"{name}, {self.facts.text()}")
        self.waits = label(
            self.tr("Will be used when current work is finished."), "quiet", wrapped=True
        )
        self.waits.setVisible(is_wanted)
        self.edit = self._new_edit()
        self.in_use = label(self.tr("In use"), "quiet")
        self.in_use.setVisible(model.is_in_use)
        self.use = self._new_use_button(name)
        self.more = IconButton(
            theme, "chevron-down", self.tr("Actions for {model}").format(model=name)
        )
        self.more.clicked.connect(self._open_menu)
        self.question = self._new_question(theme)
        self._lay_out(theme)

    def menu(self) -> QMenu:
        """The actions that are possible now; the menu is deleted when it is closed."""
        model, menu = self.model, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        compare = menu.addAction(
            self.tr("Compare with current model"), lambda: self.compare_requested.emit(model)
        )
        compare.setEnabled(not model.is_in_use)
        menu.addAction(self.tr("Rename…"), self.start_editing)
        menu.addAction(self.tr("Export…"), lambda: self.export_requested.emit(model))
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete…"), self._confirm_deletion)
        delete.setEnabled(not (model.is_in_use or model.is_shipped or self._is_wanted))
        return menu

    def start_editing(self) -> None:
        """Let the user edit the name."""
        self.name.hide()
        self.edit.show()
        self.edit.selectAll()
        self.edit.setFocus()

    def _open_menu(self) -> None:
        open_below(self.menu(), self.more)

    def _stop_editing(self) -> None:
        """Show the name again. Only Return changes it."""
        self.edit.setText(self.model.name)
        self.edit.hide()
        self.name.show()

    def _confirm_deletion(self) -> None:
        self.question.show()
        self.keep.setFocus()

    def _new_edit(self) -> _NameEdit:
        edit = _NameEdit(self.model.name)
        edit.setMaxLength(MAX_NAME_CHARACTERS)
        edit.setAccessibleName(self.tr("Name of the model"))
        edit.hide()
        edit.returnPressed.connect(lambda: self.rename_requested.emit(self.model, edit.text()))
        edit.editingFinished.connect(self._stop_editing)
        edit.cancelled.connect(self._stop_editing)
        return edit

    def _new_use_button(self, name: str) -> QPushButton:
        made = button(self.tr("Use"))
        made.setAccessibleName(self.tr("Use {model}").format(model=name))
        made.setVisible(not (self.model.is_in_use or self._is_wanted))
        made.clicked.connect(lambda: self.use_requested.emit(self.model))
        return made

    def _new_question(self, theme: Theme) -> QWidget:
        whole = QWidget()
        self.delete = button(self.tr("Delete"))
        self.keep = button(self.tr("Cancel"), "link")
        self.delete.clicked.connect(lambda: self.delete_requested.emit(self.model))
        self.keep.clicked.connect(whole.hide)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.tight)
        row.addWidget(label(self.tr("This cannot be undone."), "quiet"), 1)
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
    """A field that Escape leaves, without closing the dialog.

    Signals:
        cancelled (): The user has pressed Escape.
    """

    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
