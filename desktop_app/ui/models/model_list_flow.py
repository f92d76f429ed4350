"""Fills the list of models, and does what the user requests in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import ModelImported
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.messages import shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.model_answers import ListedModel, ModelListing
from desktop_app.ui.models.model_dialog import ModelDialog, Page
from desktop_app.ui.models.model_list import ModelList
from desktop_app.ui.models.model_thread import ModelThread
from desktop_app.ui.models.model_transfer import ModelTransfer
from desktop_app.ui.system.desktop import Desktop


class ModelListFlow(QObject):
    """Works on the list while the dialog of the models shows it.

    Signals:
        compare_requested (str): The user wants to compare this model with the one in use.
        delete_requested (str): The user wants to delete this model.
        failed (AppError): A model could not be imported.
        message_posted (MessageText): A model was imported while the list was not visible.
    """

    compare_requested = Signal(str)
    delete_requested = Signal(str)
    failed = Signal(AppError)
    message_posted = Signal(object)

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
        """`dialog` returns the model dialog; None if it was not opened yet."""
        super().__init__(parent)
        self._theme = theme
        self._jobs = jobs
        self._thread = thread
        self._dialog = dialog
        self._transfer = ModelTransfer(desktop, library, thread, importer, self)
        self._transfer.work_changed.connect(self._show_work)
        self._transfer.exported.connect(self._show_exported)
        self._transfer.imported.connect(self._show_imported)
        self._transfer.failed.connect(self.failed)
        jobs.idle.connect(self._refresh_if_wanted)

    def refresh(self) -> None:
        """Read the models again, where the dialog shows them."""
        if self._dialog_of_list is not None:
            self._thread.ask(lambda session: session.listing(), self.show_listing)

    def show_listing(self, listing: ModelListing) -> None:
        dialog = self._dialog_of_list
        if dialog is None:
            return
        view = self._view
        if view is None:
            view = self._new_view(dialog)
            dialog.set_content(view)
        view.show_listing(listing, self._jobs.wanted_model)

    def show_error(self, sentence: str) -> bool:
        """Show an error in the list. Returns False if the list is not visible."""
        view = self._view
        if view is None or self._dialog_of_list is None:
            return False
        self._show_work(self._transfer.import_text)
        view.show_message(sentence, is_warning=True)
        return True

    def _new_view(self, dialog: ModelDialog) -> ModelList:
        view, transfer = ModelList(self._theme), self._transfer
        view.use_requested.connect(self._use)
        view.compare_requested.connect(lambda model: self.compare_requested.emit(model.model_id))
        view.rename_requested.connect(
            lambda model, name: self._thread.ask(
                lambda session: session.rename(model.model_id, name), self.show_listing
            )
        )
        view.export_requested.connect(lambda model: transfer.export(model, dialog))
        view.delete_requested.connect(lambda model: self.delete_requested.emit(model.model_id))
        view.import_requested.connect(lambda: transfer.import_model(dialog))
        view.show_work(transfer.import_text)
        return view

    def _use(self, model: ListedModel) -> None:
        self._jobs.use_model(model.model_id)
        self.refresh()

    def _show_work(self, text: str) -> None:
        if self._view is not None:
            self._view.show_work(text)

    def _show_exported(self, path: Path) -> None:
        if self._view is not None:
            text = self.tr("Model exported to {path}.")
            self._view.show_message(text.format(path=shown_folder(path)))

    def _show_imported(self, made: ModelImported) -> None:
        text = self._transfer.imported_text
        if self._dialog_of_list is None:
            self.message_posted.emit(lambda: text(made))
            return
        if self._view is not None:
            self._view.show_message(text(made))
        self.refresh()

    def _refresh_if_wanted(self) -> None:
        """Notice that the change to another model was cancelled with the jobs that waited."""
        if self._view is not None and self._view.wanted:
            self.refresh()

    @property
    def _view(self) -> ModelList | None:
        """The list, where the dialog shows it or has shown it last."""
        dialog = self._dialog()
        content = dialog.content if dialog is not None else None
        return content if isinstance(content, ModelList) else None

    @property
    def _dialog_of_list(self) -> ModelDialog | None:
        """The dialog, while its page is that of the list."""
        dialog = self._dialog()
        is_shown = dialog is not None and dialog.isVisible() and dialog.page is Page.MODELS
        return dialog if is_shown else None
