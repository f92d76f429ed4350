"""Moves, renames, copies, exports and trashes photos, reports the result, and undoes it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.base.errors import LibraryReadOnlyError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.file_moves import NotPlaced, Placed, Step
from desktop_app.core.files.move_history import MoveHistory, MoveRecord
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.jobs.file_tasks import FileOutcome, FileTask, FileTaskRunner, paths_of
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.message_bar import Notice, translated, warning
from desktop_app.ui.kit.messages import message, not_shown, shown_folder, shown_name, shown_path
from desktop_app.ui.photos.photo_exports import ExportChoice, export_steps
from desktop_app.ui.photos.stack_flow import StackFlow
from desktop_app.ui.system.desktop import Desktop
from desktop_app.ui.system.trash import put_back

_MOST_DETAILS = 20
FileSteps: TypeAlias = Callable[[Iterable[Path]], Generator[Step]]
FolderSteps: TypeAlias = Callable[[Iterable[Path], Path], Generator[Step]]


class Operation(Enum):
    """An operation on files."""

    TRASH = auto()
    MOVE = auto()
    RENAME = auto()
    COPY = auto()
    UNDO = auto()
    UNDO_RENAME = auto()
    EXPORT = auto()
    LINK = auto()
    SHARE = auto()
    SEPARATE = auto()


_UNDOABLE = (Operation.TRASH, Operation.MOVE, Operation.RENAME, Operation.LINK, Operation.SHARE)


@dataclass(frozen=True)
class OperationKey:
    """The key of a file task.

    Attributes:
        target: The folder or the file that is written to, if there is one.
        record: Of what can be undone: where it is recorded. Of an undo: what is undone.
    """

    operation: Operation
    target: Path | None = None
    record: MoveRecord | None = None

    @property
    def is_undo(self) -> bool:
        return self.operation in (Operation.UNDO, Operation.UNDO_RENAME, Operation.SEPARATE)


@dataclass(frozen=True)
class FollowUp:
    """A button of a message.

    Attributes:
        text: Returns the button's text in the current language.
        run: Called when the button is pressed; None for no button.
    """

    text: Callable[[], str] = str
    run: Callable[[], None] | None = None


class PhotoActionFlow(QObject):
    """Performs the actions on photos, one after another in a thread.

    Attributes:
        jobs: Runs the edits of the library that an action requests.
        stacks: Runs those of stacks.

    Signals:
        message_posted (Notice): Progress or a result, for the message bar.
        export_requested (PhotoSelection): The user must choose a format; `export` goes on.
        rename_requested (PhotoSelection): The user must choose names for these photos.
    """

    message_posted = Signal(Notice)
    export_requested = Signal(PhotoSelection)
    rename_requested = Signal(PhotoSelection)

    def __init__(
        self,
        tasks: FileTaskRunner,
        jobs: LibraryJobs,
        history: MoveHistory,
        desktop: Desktop,
        window: QWidget,
    ) -> None:
        """`window` is the parent of file dialogs."""
        super().__init__(window)
        self._tasks = tasks
        self.jobs = jobs
        self._desktop = desktop
        self._window = window
        self._history = history
        self.stacks = StackFlow(jobs, history, self)
        self.stacks.message_posted.connect(self.message_posted)
        tasks.progressed.connect(self._show_progress)
        tasks.ended.connect(self._finish)

    def perform(self, request: FileRequest) -> None:
        request.action(self, request.selection)

    def start(self, key: OperationKey, selection: PhotoSelection, steps: FileSteps) -> None:
        """Do this with the files of these photos, in the thread; moves and links can be undone.

        Files are not moved or linked where the library could not follow them.
        """
        library = LibraryFiles(self.jobs.library)
        if key.operation not in _UNDOABLE:
            self._submit(key, selection, steps)
        elif library.is_read_only:
            self.message_posted.emit(warning(LibraryReadOnlyError(library.folder)))
        else:
            record = self._history.new_record()
            key = replace(key, record=record)
            self._submit(key, selection, lambda paths: record.recorded(steps(paths)))

    def start_in_folder(
        self, title: str, operation: Operation, selection: PhotoSelection, steps: FolderSteps
    ) -> None:
        """Ask for a folder, in a dialog with this title that opens where the current photo is, and
        do this with it and these photos.
        """
        folder = self._desktop.choose_folder(self._window, title, selection.folder)
        if folder:
            key = OperationKey(operation, folder)
            self.start(key, selection, lambda paths: steps(paths, folder))

    def _submit(self, key: OperationKey, selection: PhotoSelection, steps: FileSteps) -> None:
        ids = selection.ids
        self._tasks.submit(
            FileTask(key, len(ids), lambda catalogue: steps(paths_of(catalogue, ids)))
        )

    def export(self, choice: ExportChoice) -> None:
        """Ask for a file and write it."""
        title = self.tr("Export {photos}").format(photos=numbers.photos(len(choice.selection.ids)))
        name = self.tr("Photos") + f".{choice.kind}"
        target = self._desktop.choose_target(self._window, title, name)
        if target:
            self._tasks.submit(
                FileTask(
                    OperationKey(Operation.EXPORT, target),
                    len(choice.selection.ids),
                    lambda catalogue: export_steps(catalogue, choice, target),
                )
            )

    def undo(self) -> None:
        """Move the files of the last operation back from the folder or the trash; called again,
        those of the operation before it. The operation may be one of an earlier window. A change of
        stacks is undone in its turn.
        """
        if self.stacks.is_last:
            self.stacks.undo()
        elif self._history.last is not None:
            self._put_back(self._history.last)
        elif not self._tasks.is_busy:
            self.message_posted.emit(translated(lambda: Notice(self.tr("Nothing to undo."))))

    def _put_back(self, record: MoveRecord) -> None:
        if self._history.take(record):  # the button may be pressed twice
            key = OperationKey(_undo_of(record), record=record)
            self._tasks.submit(FileTask(key, record.count, lambda _: put_back(record.moves)))

    def _show_progress(self, key: object, done: int, total: int) -> None:
        if not isinstance(key, OperationKey):
            return  # another flow's task

        def busy() -> Notice:
            text = progress_text(key.operation, done, total)
            return Notice(text, button=self.tr("Stop"), act=self._tasks.cancel)

        self.message_posted.emit(translated(busy))

    def _finish(self, outcome: FileOutcome) -> None:
        key = outcome.key
        if not isinstance(key, OperationKey):
            return  # another flow's task
        is_separated = key.operation is Operation.SEPARATE
        moves = [step for step in outcome.placed if is_separated or step.can_be_undone]
        follow_up = FollowUp()
        if moves:
            self._update_library(key.operation, moves)
            follow_up = self._follow_up(key, moves)
        if key.is_undo and key.record is not None:
            self._end_undo(key.record, outcome)
        self.message_posted.emit(translated(lambda: _result_notice(key, outcome, follow_up)))

    def _end_undo(self, record: MoveRecord, outcome: FileOutcome) -> None:
        if outcome.is_cancelled or outcome.error:
            self._history.add(record)  # the rest can be undone later
        else:
            record.delete()

    def _update_library(self, operation: Operation, moves: list[Placed]) -> None:
        targets = [step.target for step in moves]
        if operation in (Operation.COPY, Operation.LINK, Operation.SHARE, Operation.SEPARATE):
            self.jobs.index_changes(targets)
        elif operation is not Operation.EXPORT:
            self.jobs.follow_moves([step.source for step in moves], targets)

    def _follow_up(self, key: OperationKey, moves: list[Placed]) -> FollowUp:
        """Return the button for files that were moved or written; makes moves undoable."""
        record = key.record
        if record is not None and not key.is_undo:
            self._history.add(record)
            return FollowUp(lambda: self.tr("Undo"), lambda: self._put_back(record))
        if key.operation is Operation.EXPORT:
            files = _targets(moves)
            return FollowUp(lambda: self.tr("Show"), lambda: self._show_in_file_manager(files))
        return FollowUp()

    def _show_in_file_manager(self, files: list[Path]) -> None:
        if not self._desktop.show_file(*files):
            self.message_posted.emit(warning(lambda: not_shown(shown_path(files[0]))))


# Starts the file task of an action; see the table in photo_actions.py.
FileAction: TypeAlias = Callable[[PhotoActionFlow, PhotoSelection], None]


@dataclass(frozen=True)
class FileRequest:
    """An action to be performed on the files of these photos."""

    action: FileAction
    selection: PhotoSelection


def _result_notice(key: OperationKey, outcome: FileOutcome, follow_up: FollowUp) -> Notice:
    sentences = []
    if outcome.placed and not (outcome.error and key.operation is Operation.EXPORT):
        sentences.append(success_text(key.operation, len(outcome.placed), _places(key, outcome)))
    if outcome.failed:
        sentences.append(failure_text(key.operation, outcome.failed))
    if outcome.error:
        sentences.append(message(outcome.error))
    return Notice(
        " ".join(sentences),
        details=failure_details(outcome.failed),
        button=follow_up.text(),
        act=follow_up.run,
        is_warning=bool(outcome.failed or outcome.error),
    )


def _undo_of(record: MoveRecord) -> Operation:
    if record.is_sharing:
        return Operation.SEPARATE
    return Operation.UNDO_RENAME if record.is_renaming else Operation.UNDO


def _targets(moves: Iterable[Placed]) -> list[Path]:
    """Each file that was written, once."""
    return list(dict.fromkeys(step.target for step in moves))


def _places(key: OperationKey, outcome: FileOutcome) -> list[Path]:
    """The folder that was written to, or the files of an export."""
    if key.operation is Operation.EXPORT:
        return _targets(outcome.placed)
    return [key.target] if key.target else []


def progress_text(operation: Operation, done: int, total: int) -> str:
    """Return for example 'Moving to the trash: 1,200 of 10,000'."""
    text = {
        Operation.TRASH: _tr("Moving to the trash: {done} of {total}"),
        Operation.MOVE: _tr("Moving: {done} of {total}"),
        Operation.RENAME: _tr("Renaming: {done} of {total}"),
        Operation.COPY: _tr("Copying: {done} of {total}"),
        Operation.UNDO: _tr("Undoing: {done} of {total}"),
        Operation.UNDO_RENAME: _tr("Undoing: {done} of {total}"),
        Operation.EXPORT: _tr("Exporting: {done} of {total}"),
        Operation.LINK: _tr("Linking: {done} of {total}"),
        Operation.SHARE: _tr("Sharing space: {done} of {total}"),
        Operation.SEPARATE: _tr("Undoing: {done} of {total}"),
    }[operation]
    return text.format(done=numbers.counted(done), total=numbers.counted(total))


def success_text(operation: Operation, count: int, places: list[Path]) -> str:
    """Return for example '12 photos moved to ~/Pictures/Best.'; of further files, the names."""
    text = {
        Operation.TRASH: _tr("{photos} moved to the trash."),
        Operation.MOVE: _tr("{photos} moved to {place}."),
        Operation.RENAME: _tr("{photos} renamed."),
        Operation.COPY: _tr("{photos} copied to {place}."),
        Operation.UNDO: _tr("Move undone ({photos})."),
        Operation.UNDO_RENAME: _tr("Rename undone ({photos})."),
        Operation.EXPORT: _tr("{photos} exported to {place}."),
        Operation.LINK: _tr("{photos} replaced by hard links."),
        Operation.SHARE: _tr("{photos}: the space is shared with identical files now."),
        Operation.SEPARATE: _tr("Links undone ({photos})."),
    }[operation]
    named = [shown_folder(path) for path in places[:1]] + [shown_name(path) for path in places[1:]]
    return text.format(photos=numbers.photos(count), place=", ".join(named))


def failure_text(operation: Operation, failed: list[NotPlaced]) -> str:
    """Return the first file with its reason, and the number of the others."""
    kinds = Operation
    text = {
        kinds.TRASH: _tr("{path} could not be moved to the trash ({reason}). It was not deleted."),
        kinds.MOVE: _tr("{path} could not be moved ({reason}). It is still in its place."),
        kinds.RENAME: _tr("{path} could not be renamed ({reason}). It keeps its name."),
        kinds.COPY: _tr("{path} could not be copied ({reason})."),
        kinds.UNDO: _tr("{path} could not be moved back ({reason}). It is still there."),
        kinds.UNDO_RENAME: _tr("{path} could not be renamed ({reason}). It keeps its name."),
        kinds.EXPORT: _tr("{path} could not be exported ({reason})."),
        kinds.LINK: _tr("{path} could not be replaced by a link ({reason}). It is unchanged."),
        kinds.SHARE: _tr("{path} could not share its space ({reason}). It is unchanged."),
        kinds.SEPARATE: _tr("{path} could not be made a file of its own ({reason})."),
    }[operation]
    first = text.format(path=shown_path(failed[0].path), reason=failed[0].reason)
    if len(failed) == 1:
        return first
    more = _tr("{sentence} This also applies to {photos} more.")
    return more.format(sentence=first, photos=numbers.photos(len(failed) - 1))


def failure_details(failed: list[NotPlaced]) -> str:
    """Return a line for each file with its reason, as many as fit into a tool tip."""
    lines = [f"{shown_path(item.path)}: {item.reason}" for item in failed[:_MOST_DETAILS]]
    return "\n".join([*lines, *(["…"] if len(failed) > _MOST_DETAILS else [])])


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_action_flow", text)
