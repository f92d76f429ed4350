"""The models of a library, opened for the window. Lives in the thread of the models, which alone
imports it: it brings the networks' runtime into memory.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from desktop_app.core.base.codes import pack
from desktop_app.core.base.errors import RetrainingBusyError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.browse import Browse
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.facets import count_facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import matching_ids
from desktop_app.core.jobs.comparison_events import Comparison
from desktop_app.core.models.drift import Drift, Suggestions, drift
from desktop_app.core.models.library_models import KnownModel, LibraryModels
from desktop_app.core.models.model_exchange import clear_leftovers, export_model
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from desktop_app.core.search.code_index import CodeIndex
from desktop_app.ui.models.model_answers import (
    Choices,
    ListedModel,
    ModelListing,
    PreviewPair,
    ProofPhotos,
    Scope,
    ScopedPhotos,
    StartupReport,
)
from desktop_app.ui.photos.picture_data import to_qimage

_PREVIEWED = 6


class ModelSession:
    """Each method may raise the AppErrors of what it does."""

    def __init__(self, library: Path, shipped: Path) -> None:
        self._files = LibraryFiles(library)
        self._catalogue = Catalogue(self._files)
        self._models = LibraryModels(self._files, shipped)
        self._retraining = Retraining(self._files)
        self._browse = Browse(self._catalogue)

    def close(self) -> None:
        self._catalogue.close()

    def begin(self) -> StartupReport:
        """Tidy up, and look what was left. A new model that is used or gone waits no more."""
        clear_leftovers(self._files)
        shelf = self.shelf()
        state = self._retraining.state
        made = state.result.model_id if state.result else ""
        is_done = bool(made) and (made == shelf.in_use.model_id or shelf.find(made) is None)
        if state.phase is RetrainingPhase.FINISHED and is_done:
            self.settle()
            state = self._retraining.state
        wanted = self._catalogue.wanted_model
        is_wanted = wanted and wanted != shelf.in_use.model_id and shelf.find(wanted)
        return StartupReport(shelf, state, wanted if is_wanted else "", self.must_read())

    def must_read(self) -> bool:
        """Do photos wait since a model looks at them in a way of its own?"""
        in_use = self._models.in_use(self._catalogue).manifest.descriptor_id
        known = {model.bundle.manifest.descriptor_id for model in self._models.all()}
        return self._catalogue.pending_count() > 0 and any(
            self._catalogue.descriptor_count(other) for other in known - {in_use}
        )

    def shelf(self) -> ModelListing:
        in_use = self._models.in_use(self._catalogue).manifest.model_id
        return ModelListing([_listed(model, in_use) for model in self._models.all()])

    def rename(self, model_id: str, name: str) -> ModelListing:
        self._models.rename(model_id, name)
        return self.shelf()

    def delete(self, model_id: str) -> ModelListing:
        """A retraining that made it is settled with that."""
        self._models.delete(model_id, self._catalogue)
        self.settle_if_made(model_id)
        return self.shelf()

    def export(self, model_id: str, target: Path) -> Path:
        return export_model(self._models.find(model_id), target)

    def settle(self) -> None:
        self._retraining.discard()

    def settle_if_made(self, model_id: str) -> None:
        """Where a retraining has made this model, its work is done."""
        result = self._retraining.state.result
        if result is None or result.model_id != model_id:
            return
        try:
            self._retraining.discard()
        except RetrainingBusyError:  # the next one has begun
            return

    def choices(self) -> Choices:
        self._browse.refresh()
        facets = count_facets(self._catalogue, self._browse)
        months = [date.fromisoformat(f"{facet.value}-01") for facet in facets.months]
        return Choices(months, facets.roots)

    def photos_of(self, scope: Scope) -> ScopedPhotos:
        if scope.is_everything:
            return ScopedPhotos(scope, [], self._catalogue.status().indexed)
        ids = list(scope.ids) or matching_ids(self._catalogue, scope.chosen).tolist()
        return ScopedPhotos(scope, ids, len(ids))

    def proof_photos(self, comparison: Comparison) -> ProofPhotos:
        ids = {
            number
            for found in comparison.disagreements
            for number in (found.photo_id, *found.old, *found.new)
        }
        rows = {row.id: row for row in self._catalogue.photos(sorted(ids))}
        shown = [found.photo_id for found in comparison.disagreements if found.photo_id in rows]
        models = (comparison.old_model, comparison.new_model)
        return ProofPhotos(rows, self._previews(shown[:_PREVIEWED], *models))

    def suggestion(self) -> Drift | None:
        """What is to be told of now, and will not be again."""
        manifest = self._models.in_use(self._catalogue).manifest
        index = CodeIndex(manifest)
        index.refresh(self._catalogue)
        found, suggestions = drift(index, manifest), Suggestions(self._files)
        is_free = self._retraining.state.phase is RetrainingPhase.NONE
        if not is_free or not suggestions.is_due(found):
            return None
        suggestions.note(found)
        return found

    def _previews(self, ids: list[int], old: str, new: str) -> list[PreviewPair]:
        if not ids:
            return []
        descriptors = self._catalogue.descriptors(ids)
        both: list[list[QImage | None]] = []
        for model_id in (old, new):
            bundle = self._models.find(model_id)
            if bundle.generator is None:
                both.append([None] * len(ids))
                continue
            encoder = Encoder(bundle)
            pictures = encoder.previews(pack(encoder.hash_descriptors(descriptors)))
            both.append([to_qimage(Image.fromarray(picture)) for picture in pictures])
        return [PreviewPair(*pair) for pair in zip(ids, *both, strict=True)]


def _listed(model: KnownModel, in_use: str) -> ListedModel:
    manifest = model.bundle.manifest
    learned = manifest.figures.get("photos")
    return ListedModel(
        model.model_id,
        model.name,
        model.is_shipped,
        model.model_id == in_use,
        manifest.code_bits,
        model.since,
        manifest.trained_on,
        None if learned is None else int(learned),
        model.bundle.generator is not None,
    )
