"""One folder of the library in the sidebar: its name, its state and its menu."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import run_by_key, show_key
from desktop_app.ui.kit.messages import shown_name, shown_path
from desktop_app.ui.kit.navigation import remove_action
from desktop_app.ui.kit.palette import Metrics
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, IconLabel, button, label
from desktop_app.ui.library.root_state import RootState, hint_text, state_text


class RootAction(Enum):
    """The actions on a root."""

    RESCAN = auto()
    REREAD = auto()
    PAUSE = auto()
    RESUME = auto()
    RELOCATE = auto()
    SHOW = auto()
    LIST_FAILED = auto()
    REMOVE = auto()


class RootRow(QFrame):
    """Shows a root. An open menu or question stays open when the state changes.

    Signals:
        action_requested (RootAction): The user has chosen this action.
    """

    action_requested = Signal(RootAction)

    def __init__(self, theme: Theme, state: RootState) -> None:
        super().__init__()
        self.setObjectName("rootRow")
        self._state = state
        self._remove = remove_action(RootRow.ask_before_removing)
        metrics = theme.metrics
        self._icon = IconLabel(theme, "folder", Tint.SECONDARY, metrics.icon + 2)
        self._name, self._detail = ElidedLabel(), ElidedLabel("secondary")
        self.more = IconButton(theme, "chevron-down", "")
        self.more.clicked.connect(self._open_menu_below_button)
        self.question = _RemovalQuestion(theme)
        self.question.confirmed.connect(lambda: self.action_requested.emit(RootAction.REMOVE))
        self.question.declined.connect(self.more.setFocus)
        self._lay_out(metrics)
        self.show_state(state)

    @property
    def tab_stops(self) -> list[QWidget]:
        return [self.more, self.question.yes, self.question.no]

    @property
    def state_text(self) -> str:
        """The line below the name."""
        return self._detail.accessibleName()

    def show_state(self, state: RootState) -> None:
        self._state = state
        path = shown_path(state.root.path)
        text = state_text(state)
        self._name.set_full_text(shown_name(state.root.path))
        self._detail.set_full_text(text)
        self._icon.show_icon("offline" if state.root.offline else "folder", Tint.SECONDARY)
        self.more.set_label(self.tr("Actions for {folder}").format(folder=path))
        self.setAccessibleName(f"{path}, {text}")
        self.setToolTip(f"{path}\n{hint_text(state)}".strip())
        if state.work is RootWork.REMOVING:
            self.question.hide()

    def _lay_out(self, metrics: Metrics) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._detail)
        row = QHBoxLayout()
        row.setSpacing(metrics.space)
        row.addWidget(self._icon)
        row.addLayout(texts, 1)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.space, metrics.tight, 0, metrics.tight)
        column.setSpacing(metrics.tight)
        column.addLayout(row)
        column.addWidget(self.question)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Open the menu, also where the menu key was pressed on the button that has the focus."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu_below_button()
        else:
            self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not run_by_key(event, [self._remove], self):
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """The actions that are possible now; the menu is deleted when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        root, is_free = self._state.root, self._state.can_change
        pause = RootAction.RESUME if root.paused else RootAction.PAUSE
        self._add(menu, self.tr("Rescan"), RootAction.RESCAN).setEnabled(self._state.can_rescan)
        self._add(menu, self.tr("Read again"), RootAction.REREAD).setEnabled(self._state.can_rescan)
        pause_text = self.tr("Resume") if root.paused else self.tr("Pause")
        self._add(menu, pause_text, pause).setEnabled(is_free)
        self._add(menu, self.tr("Show in file manager"), RootAction.SHOW).setEnabled(
            not root.offline
        )
        self._add(menu, self.tr("Locate moved folder…"), RootAction.RELOCATE).setEnabled(is_free)
        if self._state.counts.failed:
            text = self.tr("Failed photos ({count})")
            text = text.format(count=numbers.counted(self._state.counts.failed))
            self._add(menu, text, RootAction.LIST_FAILED)
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove from library…"), self.ask_before_removing)
        show_key(remove, self._remove)
        remove.setEnabled(is_free)
        return menu

    def _add(self, menu: QMenu, text: str, action: RootAction) -> QAction:
        return menu.addAction(text, lambda: self.action_requested.emit(action))

    def _open_menu_below_button(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def ask_before_removing(self) -> None:
        """Ask whether to remove the root, unless it is being changed already."""
        if self._state.can_change:
            self.question.ask(self._state.counts.indexed)


class _RemovalQuestion(QFrame):
    """Asks before a root is removed; it is part of the row, and blocks nothing.

    Signals:
        confirmed (): The root is to be removed.
        declined (): The root is to be kept.
    """

    confirmed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("question")
        self._text = label("", "quiet", wrapped=True)
        self.yes = button(self.tr("Remove"))
        self.no = button(self.tr("Cancel"), "link")
        self.yes.clicked.connect(self._confirm)
        self.no.clicked.connect(self._decline)
        self._lay_out(theme.metrics)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def ask(self, photos: int) -> None:
        text = self.tr("Removes {photos} from the library. The files are not deleted.")
        self._text.setText(text.format(photos=numbers.photos(photos)))
        self.setAccessibleName(self.text)
        self.show()
        self.no.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take the Escape key before the window's shortcut does."""
        is_ours = event.type() is QEvent.Type.ShortcutOverride
        if is_ours and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._decline()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, metrics: Metrics) -> None:
        answers = QHBoxLayout()
        answers.setSpacing(metrics.tight)
        answers.addWidget(self.yes)
        answers.addWidget(self.no)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.tight, metrics.space, metrics.tight)
        column.setSpacing(metrics.space)
        column.addWidget(self._text)
        column.addLayout(answers)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()

    def _decline(self) -> None:
        self.hide()
        self.declined.emit()
