"""One folder of the library: its name, its state, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import run_by_key, show_key
from desktop_app.ui.kit.chip_keys import remove_action
from desktop_app.ui.kit.messages import shown_name, shown_path
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, IconLabel, button, label

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import Root
    from desktop_app.core.catalogue.library_status import RootCounts


class RootAction(Enum):
    """What the user can ask of a root."""

    RESCAN = auto()
    PAUSE = auto()
    RESUME = auto()
    RELOCATE = auto()
    SHOW = auto()
    LIST_FAILED = auto()
    REMOVE = auto()


@dataclass(frozen=True)
class RootState:
    """What a row shows. `work`: what jobs do, or are going to do, with the root."""

    root: Root
    counts: RootCounts
    work: RootWork


class RootRow(QFrame):
    """Lives as long as its root does: a menu or a question that is open stays open while the
    counts go on. Asks by a signal.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme, state: RootState) -> None:
        super().__init__()
        self.setObjectName("rootRow")
        self._state = state
        self._remove = remove_action(RootRow.ask_before_removing)
        metrics = theme.metrics
        self._icon = IconLabel(theme, "folder", Tint.SECONDARY, metrics.icon + 2)
        self._name, self._words = ElidedLabel(), ElidedLabel("secondary")
        self.more = IconButton(theme, "chevron-down", "")
        self.more.clicked.connect(self._open_menu_below_button)
        self.question = _RemovalQuestion(theme)
        self.question.confirmed.connect(lambda: self.asked.emit(RootAction.REMOVE))
        self.question.declined.connect(self.more.setFocus)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._words)
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
        self.show_state(state)

    @property
    def tab_stops(self) -> list[QWidget]:
        return [self.more, self.question.yes, self.question.no]

    @property
    def words(self) -> str:
        """The line below the name."""
        return self._words.accessibleName()

    def show_state(self, state: RootState) -> None:
        self._state = state
        path = shown_path(state.root.path)
        words = self._state_words()
        self._name.say(shown_name(state.root.path))
        self._words.say(words)
        self._icon.show_icon("offline" if state.root.offline else "folder", Tint.SECONDARY)
        self.more.say(self.tr("Actions for {folder}").format(folder=path))
        self.setAccessibleName(f"{path}, {words}")
        self.setToolTip(f"{path}\n{self._hint()}".strip())
        if state.work is RootWork.REMOVING:
            self.question.hide()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """The menu key comes here too, from the button that has the focus."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu_below_button()
        else:
            self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not run_by_key(event, [self._remove], self):
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """What can be done now; deleted when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        root, is_free = self._state.root, self._can_change()
        pause = RootAction.RESUME if root.paused else RootAction.PAUSE
        self._add(menu, self.tr("Look for new and changed photos"), RootAction.RESCAN).setEnabled(
            self._can_rescan()
        )
        pause_words = self.tr("Resume") if root.paused else self.tr("Pause")
        self._add(menu, pause_words, pause).setEnabled(is_free)
        self._add(menu, self.tr("Show in file manager"), RootAction.SHOW).setEnabled(
            not root.offline
        )
        self._add(menu, self.tr("Folder was moved…"), RootAction.RELOCATE).setEnabled(is_free)
        if self._state.counts.failed:
            text = self.tr("Photos that failed ({count})")
            text = text.format(count=numbers.counted(self._state.counts.failed))
            self._add(menu, text, RootAction.LIST_FAILED)
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove from library…"), self.ask_before_removing)
        show_key(remove, self._remove)
        remove.setEnabled(is_free)
        return menu

    def _add(self, menu: QMenu, text: str, verb: RootAction) -> QAction:
        return menu.addAction(text, lambda: self.asked.emit(verb))

    def _open_menu_below_button(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def ask_before_removing(self) -> None:
        self.question.ask(self._state.counts.indexed)

    def _can_change(self) -> bool:
        return self._state.work not in (RootWork.CHANGING, RootWork.REMOVING)

    def _can_rescan(self) -> bool:
        return self._state.work is RootWork.NONE and not self._state.root.paused

    def _state_words(self) -> str:
        counts, root = self._state.counts, self._state.root
        match self._state.work:
            case RootWork.REMOVING:
                return self.tr("Removing…")
            case RootWork.CHANGING:
                return self.tr("One moment…")
            case RootWork.INDEXING if counts.waiting:
                done = 100 * (counts.photos - counts.waiting) // counts.photos
                return self.tr("Indexing · {percent} %").format(percent=done)
            case RootWork.INDEXING:
                return self.tr("Looking for photos…")
            case RootWork.WAITING:
                return self.tr("Waits for its turn")
        words = [numbers.photos(counts.indexed)]
        if root.paused:
            words.insert(0, self.tr("Paused"))
        elif root.offline:
            words.insert(0, self.tr("Offline"))
        elif counts.waiting:
            text = self.tr("{count} waiting")
            words.append(text.format(count=numbers.counted(counts.waiting)))
        elif counts.failed:
            text = self.tr("{count} failed")
            words.append(text.format(count=numbers.counted(counts.failed)))
        return " · ".join(words)

    def _hint(self) -> str:
        if self._state.root.paused:
            return self.tr("Paused: it is not looked at until you resume it.")
        if self._state.root.offline:
            return self.tr("Offline: its photos are kept; connect it and rescan.")
        return ""


class _RemovalQuestion(QFrame):
    """Asked inside the row: nothing else has to wait for the answer."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("question")
        metrics = theme.metrics
        self._text = label("", "quiet", wrapped=True)
        self.yes = button(self.tr("Remove"))
        self.no = button(self.tr("Keep"), "link")
        self.yes.clicked.connect(self._confirm)
        self.no.clicked.connect(self._decline)
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
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def ask(self, photos: int) -> None:
        text = self.tr("The codes of {photos} will be forgotten. The files stay where they are.")
        self._text.setText(text.format(photos=numbers.photos(photos)))
        self.setAccessibleName(self.text)
        self.show()
        self.no.setFocus()

    def event(self, event: QEvent) -> bool:
        """The Escape key is the answer to the question here, and not the window's shortcut."""
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

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()

    def _decline(self) -> None:
        self.hide()
        self.declined.emit()
