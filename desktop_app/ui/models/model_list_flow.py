"""The list of a library's models: what is asked in it, and done for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.job_output import Failed, Finished, Outcome
from desktop_app.core.jobs.progress import ModelImported
from desktop_app.core.jobs.requests import ImportRequest
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.messages import shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.model_answers import ListedModel, ModelListing
from desktop_app.ui.models.model_dialog import ModelDialog, Page
from desktop_app.ui.models.model_list import ModelList
from desktop_app.ui.models.model_thread import ModelThread
from desktop_app.ui.models.model_words import file_name, model_name
from desktop_app.ui.system.desktop import Desktop

_ENDING = ".lookalike-model"


class ModelListFlow(QObject):
    """What concerns more than the list is asked by signals that give a model's id. `failed` gives
    the AppError of an import, `said` Words of how one went well that was not waited for.
    """

    compare_asked = Signal(str)
    delete_asked = Signal(str)
    failed = Signal(object)
    said = Signal(object)

    def __init__(
        self,
        theme: Theme,
        desktop: Desktop,
        library: LibraryFiles,
        jobs: LibraryJobs,
        thread: ModelThread,
        importer: SideJob,
        parent: QObject,
        dialog: Callable[[], ModelDialog | None],
    ) -> None:
        """`dialog` tells the dialog of the models, where there is one."""
        super().__init__(parent)
        self._theme = theme
        self._desktop = desktop
        self._library = library
        self._jobs = jobs
        self._thread = thread
        self._importer = importer
        self._dialog = dialog
        importer.ended.connect(self._end_importing)
        jobs.idle.connect(self._notice_that_nothing_is_wanted)

    def show_again(self) -> None:
        """As the library has it by now, where the dialog shows it."""
        if self._dialog_of_list is not None:
            self._thread.ask(lambda session: session.shelf(), self.show_shelf)

    def show_shelf(self, shelf: ModelListing) -> None:
        dialog = self._dialog_of_list
        if dialog is None:
            return
        view = self._view
        if view is None:
            view = self._made()
            dialog.fill(view)
        view.show_shelf(shelf, self._jobs.wanted_model)

    def complain(self, sentence: str) -> bool:
        """What has failed, where the list is in sight; tells whether it is."""
        view = self._view
        if view is None or self._dialog_of_list is None:
            return False
        self._show_work()
        view.say(sentence, is_warning=True)
        return True

    def _made(self) -> ModelList:
        view = ModelList(self._theme)
        view.use_asked.connect(self._use)
        view.compare_asked.connect(lambda model: self.compare_asked.emit(model.model_id))
        view.rename_asked.connect(self._rename)
        view.export_asked.connect(self._export)
        view.delete_asked.connect(lambda model: self.delete_asked.emit(model.model_id))
        view.import_asked.connect(self._import)
        view.show_work(self._importing_words())
        return view

    def _show_work(self, words: str = "") -> None:
        """What is done to a model just now; one that is taken in takes longest."""
        self._tell(lambda view: view.show_work(self._importing_words() or words))

    def _importing_words(self) -> str:
        if not self._importer.is_running:
            return ""
        return self.tr("The file is checked before anything of it is taken in…")

    def _use(self, model: ListedModel) -> None:
        self._jobs.use_model(model.model_id)
        self.show_again()

    def _rename(self, model: ListedModel, name: str) -> None:
        self._thread.ask(lambda session: session.rename(model.model_id, name), self.show_shelf)

    def _export(self, model: ListedModel) -> None:
        title = self.tr("Export {model}").format(model=model_name(model))
        name = file_name(model) + _ENDING
        target = self._desktop.choose_target(self._window, title, name)
        if target is not None:
            self._show_work(self.tr("The model is being written to its file…"))
            self._thread.ask(
                lambda session: session.export(model.model_id, target), self._tell_export
            )

    def _tell_export(self, place: Path) -> None:
        self._show_work()
        text = self.tr("The model is written to {path}.")
        self._say(text.format(path=shown_folder(place)))

    def _import(self) -> None:
        source = self._desktop.choose_model(self._window)
        if source is not None:
            self._importer.start(ImportRequest(self._library.folder, source))
            self._show_work()

    def _end_importing(self, outcome: Outcome) -> None:
        self._show_work()
        match outcome:
            case Finished(value=ModelImported() as made):
                self._tell_import(made)
            case Failed(error=error):
                self.failed.emit(error)

    def _tell_import(self, made: ModelImported) -> None:
        if self._dialog_of_list is None:
            self.said.emit(lambda: self._imported_words(made))
        else:
            self._say(self._imported_words(made))
            self.show_again()

    def _imported_words(self, made: ModelImported) -> str:
        if not made.is_new:
            return self.tr("The library has this model already; nothing has changed.")
        if made.rereads:
            return self.tr(
                "The model is there. It looks at photos in a way of its own: when it is used, every"
                " photo is read again."
            )
        return self.tr("The model is there, and can be compared or used.")

    def _notice_that_nothing_is_wanted(self) -> None:
        """What was to be used later may have been cancelled with all that waits."""
        view = self._view
        if view is not None and view.wanted:
            self.show_again()

    def _say(self, sentence: str) -> None:
        self._tell(lambda view: view.say(sentence))

    def _tell(self, tell: Callable[[ModelList], None]) -> None:
        if self._view is not None:
            tell(self._view)

    @property
    def _view(self) -> ModelList | None:
        """What the dialog shows, or has shown last, if that is the list."""
        dialog = self._dialog()
        content = dialog.content if dialog is not None else None
        return content if isinstance(content, ModelList) else None

    @property
    def _dialog_of_list(self) -> ModelDialog | None:
        """The dialog, while it shows the list or is about to."""
        dialog = self._dialog()
        is_shown = dialog is not None and dialog.isVisible() and dialog.page is Page.MODELS
        return dialog if is_shown else None

    @property
    def _window(self) -> QWidget:
        """What a chooser of files lies over."""
        dialog = self._dialog()
        assert dialog is not None
        return dialog
