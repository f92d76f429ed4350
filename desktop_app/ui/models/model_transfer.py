"""Models written to files, and imported from files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.job_output import Failed, Finished, Outcome
from desktop_app.core.jobs.progress import ModelImported
from desktop_app.core.jobs.requests import ImportRequest
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.models.model_answers import ListedModel
from desktop_app.ui.models.model_text import file_name, model_name
from desktop_app.ui.models.model_thread import ModelThread
from desktop_app.ui.system.desktop import Desktop

_SUFFIX = ".lookalike-model"


class ModelTransfer(QObject):
    """Asks for the file, and does the work in the background.

    Signals:
        work_changed (str): What is being done now, as a sentence; empty when nothing is.
        exported (Path): A model was written to this file.
        imported (ModelImported): A model was imported.
        failed (AppError): A model could not be imported.
    """

    work_changed = Signal(str)
    exported = Signal(Path)
    imported = Signal(ModelImported)
    failed = Signal(AppError)

    def __init__(
        self,
        desktop: Desktop,
        library: LibraryFiles,
        thread: ModelThread,
        importer: SideJob,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desktop = desktop
        self._library = library
        self._thread = thread
        self._importer = importer
        importer.ended.connect(self._end_import)

    @property
    def import_text(self) -> str:
        """The sentence of a running import; empty where none runs."""
        if not self._importer.is_running:
            return ""
        return self.tr("Checking the file before importing…")

    def export(self, model: ListedModel, window: QWidget) -> None:
        """Ask for a file, over this window, and write the model to it."""
        title = self.tr("Export {model}").format(model=model_name(model))
        target = self._desktop.choose_target(window, title, file_name(model) + _SUFFIX)
        if target is not None:
            text = self.tr("Exporting the model…")
            self.work_changed.emit(self.import_text or text)
            self._thread.ask(
                lambda session: session.export(model.model_id, target), self._end_export
            )

    def import_model(self, window: QWidget) -> None:
        """Ask for a file, over this window, and import its model."""
        source = self._desktop.choose_model(window)
        if source is not None:
            self._importer.start(ImportRequest(self._library.folder, source))
            self.work_changed.emit(self.import_text)

    def imported_text(self, made: ModelImported) -> str:
        if not made.is_new:
            return self.tr("The library already has this model. Nothing was changed.")
        if made.rereads:
            return self.tr(
                "Model imported. It uses different features: switching to it rereads every photo."
            )
        return self.tr("Model imported. You can now compare or use it.")

    def _end_export(self, path: Path) -> None:
        self.work_changed.emit(self.import_text)
        self.exported.emit(path)

    def _end_import(self, outcome: Outcome) -> None:
        self.work_changed.emit("")
        match outcome:
            case Finished(value=ModelImported() as made):
                self.imported.emit(made)
            case Failed(error=error):
                self.failed.emit(error)
