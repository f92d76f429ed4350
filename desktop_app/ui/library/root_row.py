"""One folder of the library in the sidebar: its name, its state and its menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit.actions import run_by_key, show_key
from desktop_app.ui.kit.direction import back_and_forward, margins, open_below
from desktop_app.ui.kit.messages import shown_name, shown_path
from desktop_app.ui.kit.navigation import remove_action
from desktop_app.ui.kit.palette import Metrics
from desktop_app.ui.kit.text_fitting import unbroken
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import (
    ClickableFrame,
    ElidedLabel,
    IconButton,
    IconLabel,
    button,
    label,
)
from desktop_app.ui.library.removal_question import RemovalQuestion
from desktop_app.ui.library.root_menu import RootAction, resuming, root_menu
from desktop_app.ui.library.root_state import RootState, hint_text, state_text


class RootRow(ClickableFrame):
    """Shows a root. An open menu or question stays open when the state changes.

    Attributes:
        can_search: There is a search that can be limited to the folder.

    Signals:
        action_requested (RootAction): The user has chosen this action.
        toggled (): The folders inside are to be shown, or hidden.
    """

    action_requested = Signal(RootAction)
    toggled = Signal()

    def __init__(self, theme: Theme, state: RootState) -> None:
        super().__init__()
        self.setObjectName("rootRow")
        self.pressed.connect(lambda: self.action_requested.emit(RootAction.SHOW_PHOTOS))
        self._state = state
        self.can_search = False
        self._remove = remove_action(RootRow.ask_before_removing)
        metrics = theme.metrics
        self.fold = IconButton(theme, "chevron-right", "")
        self.fold.setProperty("kind", "arrow")
        self.fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Right and Left do the same
        self.fold.clicked.connect(self.toggled)
        policy = self.fold.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.fold.setSizePolicy(policy)
        self._icon = IconLabel(theme, "folder", Tint.SECONDARY, metrics.icon + 2)
        self._name, self._detail = ElidedLabel(), label("", "secondary", wrapped=True)
        self.resume = button(self.tr("Resume"), "link")
        self.resume.clicked.connect(lambda: self.action_requested.emit(resuming(self._state)))
        self.more = IconButton(theme, "chevron-down", "")
        self.more.clicked.connect(self._open_menu_below_button)
        self.question = RemovalQuestion(theme)
        self.question.confirmed.connect(lambda: self.action_requested.emit(RootAction.REMOVE))
        self.question.declined.connect(self.more.setFocus)
        self._lay_out(metrics)
        self.show_state(state)
        self.show_folders(has_folders=False, is_open=False)

    @property
    def tab_stops(self) -> list[QWidget]:
        return [self, self.resume, self.more, self.question.yes, self.question.no]

    @property
    def state_text(self) -> str:
        """The line below the name."""
        return state_text(self._state)

    def show_state(self, state: RootState) -> None:
        self._state = state
        path = shown_path(state.root.path)
        text = state_text(state)
        self._name.set_full_text(shown_name(state.root.path))
        self._detail.setText(unbroken(text))
        self._icon.show_icon("offline" if state.root.offline else "folder", Tint.SECONDARY)
        self.more.set_label(self.tr("Actions for {folder}").format(folder=path))
        self.setAccessibleName(f"{path}, {text}")
        self.setToolTip(f"{path}\n{hint_text(state)}".strip())
        self.resume.setVisible(state.can_resume)
        if state.work is RootWork.REMOVING:
            self.question.hide()

    def show_folders(self, *, has_folders: bool, is_open: bool) -> None:
        """Show an arrow if there are folders inside; it points down while they are shown."""
        self._has_folders, self._is_open = has_folders, is_open
        self.fold.setVisible(has_folders)
        self.fold.show_icon("chevron-down" if is_open else "chevron-right")
        self.fold.set_label(self.tr("Hide folders") if is_open else self.tr("Show folders"))

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Mark the folder whose photos are shown."""
        self.setProperty("chosen", is_chosen)
        self.style().polish(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Open the menu, also where the menu key was pressed on the button that has the focus."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu_below_button()
        else:
            self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        back, forward = back_and_forward()
        is_fold_key = event.key() == (back if self._is_open else forward)
        if self.hasFocus() and self._has_folders and is_fold_key:
            self.toggled.emit()
        elif not run_by_key(event, [self._remove], self):
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """The actions that are possible now; the menu is deleted when it is closed."""
        run = self.action_requested.emit
        menu = root_menu(self, run, self._state, can_search=self.can_search)
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove from library…"), self.ask_before_removing)
        show_key(remove, self._remove)
        remove.setEnabled(self._state.can_change)
        return menu

    def ask_before_removing(self) -> None:
        """Ask whether to remove the root, unless it is being changed already."""
        if self._state.can_change:
            self.question.ask(self._state.counts.indexed)

    def _open_menu_below_button(self) -> None:
        open_below(self.menu(), self.more)

    def _lay_out(self, metrics: Metrics) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._detail)
        texts.setContentsMargins(
            margins(metrics.space + 1, 0, 0, 0)
        )  # as far as the text in a button
        row = QGridLayout()
        row.setSpacing(0)
        row.setColumnStretch(2, 1)
        row.addWidget(self.fold, 0, 0)
        row.addWidget(self._icon, 0, 1)
        row.addLayout(texts, 0, 2)
        row.addWidget(self.more, 0, 3)
        row.addWidget(self.resume, 1, 2, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.tight, 0, metrics.tight)
        column.setSpacing(metrics.tight)
        column.addLayout(row)
        column.addWidget(self.question)
