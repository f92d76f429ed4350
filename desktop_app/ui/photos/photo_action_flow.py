"""What the user asks of chosen photos, done; and undone."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.files.file_moves import Placed, Step, copy_files, move_files
from desktop_app.ui.jobs.file_tasks import FileOutcome, FileTask, FileTaskRunner, paths_of
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.message_bar import Notice, warning, worded
from desktop_app.ui.kit.messages import message, not_shown, shown_path
from desktop_app.ui.photos.action_words import (
    Act,
    busy_words,
    done_words,
    failed_details,
    failed_words,
)
from desktop_app.ui.photos.photo_action import ExportChoice, PhotoAction, PhotoSelection
from desktop_app.ui.photos.photo_exports import export_steps
from desktop_app.ui.system.desktop import Desktop
from desktop_app.ui.system.trash import put_back, trash_files

_FileSteps = Callable[[Iterable[Path]], Generator[Step]]
# The words of a button, and what it does.
_Offer = tuple[Callable[[], str], Callable[[], None] | None]
_NO_OFFER: _Offer = (str, None)


@dataclass(frozen=True)
class _Doing:
    """The key of a task. `place`: where files go."""

    act: Act
    place: Path | None = None


class PhotoActionFlow(QObject):
    """`said` gives a Notice for the message bar; `export_asked` the PhotoSelection for which a
    choice is wanted, to be answered by `export`.
    """

    said = Signal(object)
    export_asked = Signal(object)

    def __init__(
        self, work: FileTaskRunner, jobs: LibraryJobs, desktop: Desktop, window: QWidget
    ) -> None:
        """`window` is the parent of the choosers."""
        super().__init__(window)
        self._work = work
        self._jobs = jobs
        self._desktop = desktop
        self._window = window
        self._undoable: list[list[Placed]] = []
        work.progressed.connect(self._tell_progress)
        work.ended.connect(self._end)

    def do(self, verb: PhotoAction, chosen: PhotoSelection) -> None:
        match verb:
            case PhotoAction.TRASH:
                self._start(_Doing(Act.TRASH), chosen, trash_files)
            case PhotoAction.COPY_TO:
                self._place(Act.COPY, chosen, copy_files)
            case PhotoAction.MOVE_TO:
                self._place(Act.MOVE, chosen, move_files)
            case PhotoAction.EXPORT:
                self.export_asked.emit(chosen)

    def export(self, choice: ExportChoice) -> None:
        """Ask where to, and write it."""
        title = self.tr("Export {photos}").format(photos=numbers.photos(len(choice.chosen.ids)))
        name = self.tr("Photos") + f".{choice.kind}"
        target = self._desktop.choose_target(self._window, title, name)
        if target:
            self._work.submit(
                FileTask(
                    _Doing(Act.EXPORT, target),
                    len(choice.chosen.ids),
                    lambda catalogue: export_steps(catalogue, choice, target),
                )
            )

    def undo(self) -> None:
        """Put back what was moved last, to a folder or to the trash; asked again, what was moved
        before it.
        """
        if self._undoable:
            self._put_back(self._undoable[-1])
        elif not self._work.is_busy:
            self.said.emit(worded(lambda: Notice(self.tr("There is nothing to undo."))))

    def _place(
        self,
        act: Act,
        chosen: PhotoSelection,
        steps: Callable[[Iterable[Path], Path], Generator[Step]],
    ) -> None:
        title = self.tr("Copy to") if act is Act.COPY else self.tr("Move to")
        folder = self._desktop.choose_folder(self._window, title)
        if folder:
            self._start(_Doing(act, folder), chosen, lambda paths: steps(paths, folder))

    def _start(self, doing: _Doing, chosen: PhotoSelection, steps: _FileSteps) -> None:
        ids = chosen.ids
        self._work.submit(
            FileTask(doing, len(ids), lambda catalogue: steps(paths_of(catalogue, ids)))
        )

    def _put_back(self, moves: list[Placed]) -> None:
        if moves in self._undoable:  # its button may be clicked twice
            self._undoable.remove(moves)
            self._work.submit(FileTask(_Doing(Act.UNDO), len(moves), lambda _: put_back(moves)))

    def _tell_progress(self, doing: _Doing, done: int, total: int) -> None:
        def busy() -> Notice:
            text = busy_words(doing.act, done, total)
            return Notice(text, button=self.tr("Stop"), act=self._work.cancel)

        self.said.emit(worded(busy))

    def _end(self, outcome: FileOutcome) -> None:
        doing: _Doing = outcome.key
        moves = [step for step in outcome.placed if step.source != step.target]
        if moves and doing.act is Act.COPY:
            self._jobs.index_changes([step.target for step in moves])
        elif moves and doing.act in (Act.TRASH, Act.MOVE, Act.UNDO):
            self._jobs.follow_moves(
                [step.source for step in moves], [step.target for step in moves]
            )
        offer = _NO_OFFER
        if moves and doing.act in (Act.TRASH, Act.MOVE):
            self._undoable.append(moves)
            offer = (lambda: self.tr("Undo"), lambda: self._put_back(moves))
        elif moves and doing.act is Act.EXPORT:
            offer = (lambda: self.tr("Show"), lambda: self._show(moves[0].target))
        self.said.emit(worded(lambda: _end_notice(doing, outcome, offer)))

    def _show(self, path: Path) -> None:
        if not self._desktop.show_file(path):
            self.said.emit(warning(lambda: not_shown(shown_path(path))))


def _end_notice(doing: _Doing, outcome: FileOutcome, offer: _Offer) -> Notice:
    sentences = []
    if outcome.placed and not (outcome.error and doing.act is Act.EXPORT):
        sentences.append(done_words(doing.act, len(outcome.placed), doing.place))
    if outcome.failed:
        sentences.append(failed_words(doing.act, outcome.failed))
    if outcome.error:
        sentences.append(message(outcome.error))
    button, act = offer
    return Notice(
        " ".join(sentences),
        details=failed_details(outcome.failed),
        button=button(),
        act=act,
        is_warning=bool(outcome.failed or outcome.error),
    )
