"""The models of a library, as the user works with them: which page the dialog shows, and what is
done for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import AppError
from desktop_app.core.jobs import ImportRequest, InstallRequest, TrainRequest, UseModelRequest
from desktop_app.core.progress import Installing, ModelImported, Retrained
from desktop_app.core.training_component import can_install, missing_modules
from desktop_app.ui.comparison_view import ComparisonView
from desktop_app.ui.component_view import ComponentView
from desktop_app.ui.job_process import Failed, Finished, Outcome
from desktop_app.ui.library_jobs import JobEnd
from desktop_app.ui.messages import message, shown_folder
from desktop_app.ui.model_answers import Choices, ListedModel, Shelf
from desktop_app.ui.model_dialog import ModelDialog, Page, PageView
from desktop_app.ui.model_list import ModelList
from desktop_app.ui.model_words import model_name
from desktop_app.ui.retrain_asking import RetrainAsking
from desktop_app.ui.retrain_form import Material, RetrainForm
from desktop_app.ui.retrain_run_view import RetrainRunView
from desktop_app.ui.services import Services
from desktop_app.ui.training_run import RunPhase

if TYPE_CHECKING:
    from desktop_app.ui.model_session import ModelSession

_ENDING = ".lookalike-model"

T = TypeVar("T")


class ModelFlow(QObject):
    """Lives as long as the window; the dialog is built anew each time that it is opened. `failed`
    gives the sentence of what could not be done while the dialog was closed.
    """

    failed = Signal(str)

    def __init__(
        self, services: Services, window: QWidget, material: Callable[[], Material]
    ) -> None:
        """`material` tells what of the window can be learned from, just now."""
        super().__init__(window)
        self._services = services
        self._models = services.models
        self._window = window
        self._material = material
        self.dialog: ModelDialog | None = None
        self._connect()

    # Opening, and going from page to page

    @property
    def is_open(self) -> bool:
        return self.dialog is not None and self.dialog.isVisible()

    def open(self) -> None:
        """With what there is to see just now, or come to the front."""
        if not self.is_open:
            self.show(self._first_page())
        self._bring_to_front()

    def compare(self, model_id: str) -> None:
        """Show a model beside the one that is in use."""
        self._ask(lambda session: session.shelf(), lambda shelf: self._compare(shelf, model_id))

    def show(self, page: Page) -> None:
        """In a dialog that is there, or a new one."""
        if not self.is_open:
            if self.dialog is not None:
                self.dialog.deleteLater()
            self.dialog = ModelDialog(self._services.theme, self._window)
            self.dialog.page_asked.connect(self.show)
            self.dialog.finished.connect(self._models.probe.cancel)
            self.dialog.show()
        assert self.dialog is not None
        self._models.probe.cancel()
        self.dialog.turn_to(page, can_compare=self._models.proof.model is not None)
        match page:
            case Page.MODELS:
                self._ask(lambda session: session.shelf(), self._show_list)
            case Page.COMPARE:
                self._show_comparison()
            case Page.RETRAIN:
                self._show_retraining()

    def reword(self) -> None:
        """In the language that is the application's by now."""
        if self.dialog is not None and self.is_open:
            page, old = self.dialog.page, self.dialog
            place = old.geometry()
            old.close()
            self.show(page)
            self.dialog.setGeometry(place)

    def close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _first_page(self) -> Page:
        is_finished = self._models.run.phase is RunPhase.FINISHED
        return Page.COMPARE if is_finished and self._models.proof.model else Page.RETRAIN

    def _bring_to_front(self) -> None:
        assert self.dialog is not None
        self.dialog.raise_()
        self.dialog.activateWindow()

    # Retraining

    def _show_retraining(self) -> None:
        run = self._models.run
        if run.is_own or run.phase in (RunPhase.ELSEWHERE, RunPhase.INTERRUPTED):
            view = RetrainRunView(self._services.theme, run)
            view.forget_asked.connect(self._forget)
            self._put(Page.RETRAIN, view)
        elif missing_modules():
            self._show_component()
        else:
            self._ask(lambda session: (session.choices(), session.shelf()), self._show_form)

    def _show_form(self, known: tuple[Choices, Shelf]) -> None:
        choices, shelf = known
        if not self._shows(Page.RETRAIN):
            return  # it has gone on to another page meanwhile
        bits = shelf.in_use.code_bits
        form = RetrainForm(self._services.theme, self._material(), choices, bits)
        asking = RetrainAsking(self._services, form)
        asking.asked.connect(self._train)
        self._put(Page.RETRAIN, form)
        form.scope.setFocus()

    def _train(self, request: TrainRequest) -> None:
        self._models.probe.cancel()
        self._models.proof.forget()
        self._models.run.start(request)

    def _forget(self) -> None:
        self._ask(lambda session: session.settle(), lambda _: self._models.run.forget())

    def _follow_run(self) -> None:
        """Another phase may want another page."""
        if self._shows(Page.RETRAIN):
            assert self.dialog is not None
            is_there = isinstance(self.dialog.content, RetrainRunView)
            run = self._models.run
            is_wanted = run.is_own or run.phase in (RunPhase.ELSEWHERE, RunPhase.INTERRUPTED)
            if is_there != is_wanted and run.phase is not RunPhase.FINISHED:
                self.show(Page.RETRAIN)

    def _end_run(self, made: Retrained) -> None:
        if self.is_open:
            self.compare(made.model_id)

    def _show_component(self) -> None:
        view = ComponentView(self._services.theme, can_install=can_install())
        installer = self._models.installer
        view.install_asked.connect(self._install)
        view.cancel_asked.connect(self._cancel_installing)
        if installer.is_running:
            view.show_installing("")
        self._put(Page.RETRAIN, view)

    def _install(self) -> None:
        self._models.installer.start(InstallRequest())
        self._tell_component(lambda view: view.show_installing(""))

    def _cancel_installing(self) -> None:
        self._models.installer.cancel()
        self._tell_component(lambda view: view.show_rest(""))

    def _follow_installing(self, event: object) -> None:
        if isinstance(event, Installing):
            line = event.line
            self._tell_component(lambda view: view.show_installing(line))

    def _end_installing(self, outcome: Outcome) -> None:
        match outcome:
            case Failed(error=error):
                self._tell_component(lambda view: view.show_rest(message(error)))
                self._complain(error)
            case _ if self._shows(Page.RETRAIN):
                self.show(Page.RETRAIN)

    def _tell_component(self, tell: Callable[[ComponentView], None]) -> None:
        if self.dialog is not None and isinstance(self.dialog.content, ComponentView):
            tell(self.dialog.content)

    # Comparing

    def _compare(self, shelf: Shelf, model_id: str) -> None:
        model = shelf.find(model_id)
        if model is not None and not model.is_in_use:
            self._models.proof.start(model, shelf.in_use)
            self.show(Page.COMPARE)
            self._bring_to_front()

    def _show_comparison(self) -> None:
        if self._models.proof.model is None:
            return
        view = ComparisonView(self._services.theme, self._services.thumbnails, self._models.proof)
        view.use_asked.connect(self._use)
        view.keep_asked.connect(self._keep)
        view.delete_asked.connect(self._delete)
        self._put(Page.COMPARE, view)

    def _use(self, model_id: str) -> None:
        self._services.jobs.use_model(model_id)
        self._settle(model_id)
        self.show(Page.MODELS)

    def _keep(self, model_id: str) -> None:
        self._settle(model_id)
        self.show(Page.MODELS)

    def _settle(self, model_id: str) -> None:
        self._models.proof.forget()
        self._ask(
            lambda session: session.settle_if_made(model_id),
            lambda _: self._models.run.forget_if_made(model_id),
        )

    def _delete(self, model_id: str) -> None:
        self._models.proof.forget()
        self._models.run.forget_if_made(model_id)
        self._ask(lambda session: session.delete(model_id), self._show_list)
        self._turn_to_models()

    # The list

    def _show_list(self, shelf: Shelf) -> None:
        if self.dialog is None or not self._shows(Page.MODELS):
            return
        view = self.dialog.content
        if not isinstance(view, ModelList):
            view = self._made_list()
            self._put(Page.MODELS, view)
        view.show_shelf(shelf)

    def _made_list(self) -> ModelList:
        view = ModelList(self._services.theme)
        view.use_asked.connect(lambda model: self._services.jobs.use_model(model.model_id))
        view.compare_asked.connect(lambda model: self.compare(model.model_id))
        view.rename_asked.connect(self._rename)
        view.export_asked.connect(self._export)
        view.delete_asked.connect(lambda model: self._delete(model.model_id))
        view.import_asked.connect(self._import)
        view.show_importing(is_running=self._models.importer.is_running)
        return view

    def _rename(self, model: ListedModel, name: str) -> None:
        self._ask(lambda session: session.rename(model.model_id, name), self._show_list)

    def _export(self, model: ListedModel) -> None:
        assert self.dialog is not None
        title = self.tr("Export {model}").format(model=model_name(model))
        name = (model.name or model.model_id) + _ENDING
        target = self._services.desktop.choose_target(self.dialog, title, name)
        if target is not None:
            self._ask(lambda session: session.export(model.model_id, target), self._tell_export)

    def _tell_export(self, place: Path) -> None:
        text = self.tr("The model is written to {path}.")
        self._say_in_list(text.format(path=shown_folder(place)))

    def _import(self) -> None:
        assert self.dialog is not None
        source = self._services.desktop.choose_model(self.dialog)
        if source is not None:
            self._models.importer.start(ImportRequest(self._services.library.folder, source))
            self._tell_list(lambda view: view.show_importing(is_running=True))

    def _end_importing(self, outcome: Outcome) -> None:
        self._tell_list(lambda view: view.show_importing(is_running=False))
        match outcome:
            case Finished(value=ModelImported() as made):
                self._say_in_list(self._imported_words(made))
                self._ask(lambda session: session.shelf(), self._show_list)
            case Failed(error=error):
                self._complain(error)

    def _imported_words(self, made: ModelImported) -> str:
        if not made.is_new:
            return self.tr("The library has this model already; nothing has changed.")
        if made.rereads:
            return self.tr(
                "The model is there. It looks at photos in a way of its own: when it is used, every"
                " photo is read again."
            )
        return self.tr("The model is there, and can be compared or used.")

    def _follow_use(self, end: JobEnd) -> None:
        if isinstance(end.request, UseModelRequest) and self._shows(Page.MODELS):
            self._ask(lambda session: session.shelf(), self._show_list)

    def _say_in_list(self, sentence: str) -> None:
        self._tell_list(lambda view: view.say(sentence))

    def _tell_list(self, tell: Callable[[ModelList], None]) -> None:
        if self.dialog is not None and isinstance(self.dialog.content, ModelList):
            tell(self.dialog.content)

    # All pages

    def _put(self, page: Page, content: PageView) -> None:
        if self.dialog is not None and self._shows(page):
            self.dialog.fill(content)

    def _turn_to_models(self) -> None:
        """Their list is on its way."""
        if self.dialog is not None:
            self.dialog.turn_to(Page.MODELS, can_compare=False)

    def _shows(self, page: Page) -> bool:
        return self.is_open and self.dialog is not None and self.dialog.page is page

    def _ask(self, work: Callable[[ModelSession], T], tell: Callable[[T], object]) -> None:
        self._models.thread.ask(work, tell)

    def _complain(self, error: AppError) -> None:
        """In the list of models, if that is in sight."""
        if self._shows(Page.MODELS):
            self._tell_list(lambda view: view.say(message(error), is_warning=True))
        else:
            self.failed.emit(message(error))

    def _connect(self) -> None:
        models = self._models
        models.run.changed.connect(self._follow_run)
        models.run.finished.connect(self._end_run)
        models.installer.progressed.connect(self._follow_installing)
        models.installer.ended.connect(self._end_installing)
        models.importer.ended.connect(self._end_importing)
        models.thread.failed.connect(self._complain)
        self._services.jobs.ended.connect(self._follow_use)
