"""The models of a library, opened in the models' thread.

Only that thread imports this module, which loads the networks' runtime.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.core.base.errors import RetrainingBusyError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_id_in_use, has_descriptors_beside
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.catalogue.pending_files import pending_count
from desktop_app.core.jobs.comparison_events import Comparison
from desktop_app.core.models.drift import Drift, RetrainingSuggestions, measure_drift
from desktop_app.core.models.library_models import KnownModel, LibraryModels
from desktop_app.core.models.model_exchange import clear_leftovers, export_model
from desktop_app.core.models.retraining import Retraining, RetrainingPhase, RetrainingState
from desktop_app.core.search.code_index import CodeIndex
from desktop_app.ui.models.comparison_photos import load_comparison_photos
from desktop_app.ui.models.model_answers import (
    ComparisonPhotos,
    ListedModel,
    ModelListing,
    StartupReport,
)
from desktop_app.ui.models.training_scopes import TrainingScopes


class ModelSession:
    """Reads and changes the models. Each method may raise the AppErrors of what it does."""

    def __init__(self, library: Path, shipped: Path, is_stopped: Callable[[], bool]) -> None:
        """`is_stopped` returns True when the thread is to end: long work then ends early."""
        self._is_stopped = is_stopped
        self._files = LibraryFiles(library)
        self._catalogue = Catalogue(self._files)
        self._models = LibraryModels(self._files, shipped)
        self._retraining = Retraining(self._files)
        self.scopes = TrainingScopes(self._catalogue)

    def close(self) -> None:
        self._catalogue.close()

    @property
    def is_outdated(self) -> bool:
        """Whether the library was replaced by its backup since it was opened."""
        return self._catalogue.is_replaced

    def interrupt(self) -> None:
        """End the running query. Any thread may call it."""
        self._catalogue.interrupt()

    def startup_report(self) -> StartupReport:
        """Remove temporary files, and report how the last window left the models.

        A finished retraining whose model is in use, or was deleted, is discarded.
        """
        clear_leftovers(self._files)
        listing = self.listing()
        if _is_settled(self._retraining.state, listing):
            self.discard_retraining()
        wanted = self._catalogue.pending_model_id
        is_wanted = wanted and wanted != listing.in_use.model_id and listing.find(wanted)
        state = self._retraining.state
        return StartupReport(listing, state, wanted if is_wanted else "", self.needs_reading())

    def needs_reading(self) -> bool:
        """Whether photos wait to be read since the model in use has another encoder."""
        in_use = self._models.in_use(self._catalogue).manifest
        return pending_count(self._catalogue) > 0 and has_descriptors_beside(
            self._catalogue, descriptor_id_in_use(self._catalogue, in_use)
        )

    def listing(self) -> ModelListing:
        in_use = self._models.in_use(self._catalogue).manifest.model_id
        return ModelListing([_listed(model, in_use) for model in self._models.all()])

    def rename(self, model_id: str, name: str) -> ModelListing:
        self._models.rename(model_id, name)
        return self.listing()

    def delete(self, model_id: str) -> ModelListing:
        """Delete a model, and discard the retraining that made it."""
        self._models.delete(model_id, self._catalogue)
        self.discard_retraining_of(model_id)
        return self.listing()

    def export(self, model_id: str, target: Path) -> Path:
        """Write a model to a file. Returns the file's path."""
        return export_model(self._models.find(model_id), target)

    def discard_retraining(self) -> None:
        self._retraining.discard()

    def discard_retraining_of(self, model_id: str) -> None:
        """Discard the retraining if it has made this model and no other one has begun."""
        result = self._retraining.state.result
        if result is None or result.model_id != model_id:
            return
        try:
            self._retraining.discard()
        except RetrainingBusyError:  # the next one has begun
            return

    def comparison_photos(self, comparison: Comparison) -> ComparisonPhotos:
        return load_comparison_photos(self._catalogue, self._models, comparison)

    def due_suggestion(self) -> Drift | None:
        """The drift, if it is time to suggest a retraining. Each drift is suggested once."""
        manifest = self._models.in_use(self._catalogue).manifest
        suggestions = RetrainingSuggestions(self._files)
        photos = library_status(self._catalogue).indexed
        is_free = self._retraining.state.phase is RetrainingPhase.NONE
        can_retrain = is_free and not self._files.is_read_only
        if not can_retrain or not suggestions.may_be_due(manifest.model_id, photos):
            return None
        index = CodeIndex(manifest)
        index.refresh(self._catalogue)
        found = measure_drift(index, manifest, self._is_stopped)
        if not suggestions.is_due(found):
            return None
        suggestions.record(found)
        return found


def _is_settled(state: RetrainingState, listing: ModelListing) -> bool:
    """Whether the model of a finished retraining is in use, or was deleted."""
    if state.phase is not RetrainingPhase.FINISHED or state.result is None:
        return False
    made = state.result.model_id
    return made == listing.in_use.model_id or listing.find(made) is None


def _listed(model: KnownModel, in_use: str) -> ListedModel:
    manifest = model.bundle.manifest
    learned = manifest.figures.get("photos")
    return ListedModel(
        model.model_id,
        model.name,
        model.is_shipped,
        model.model_id == in_use,
        manifest.code_bits,
        manifest.descriptor_size,
        model.since,
        manifest.trained_on,
        None if learned is None else int(learned),
        model.bundle.generator is not None,
    )
