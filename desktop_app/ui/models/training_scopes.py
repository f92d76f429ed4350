"""The photos of a library that a model can learn from."""

from __future__ import annotations

from desktop_app.core.catalogue.browse import Browse
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.facets import count_facets
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.catalogue.photo_filter import matching_ids
from desktop_app.ui.models.model_answers import ScopedPhotos, ScopeOptions, TrainingScope


class TrainingScopes:
    """Lists and counts the photos of scopes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._browse = Browse(catalogue)

    def options(self) -> ScopeOptions:
        self._browse.refresh()
        facets = count_facets(self._catalogue, self._browse)
        return ScopeOptions(facets.months, facets.undated, facets.roots)

    def photos_in(self, scope: TrainingScope) -> ScopedPhotos:
        if scope.is_everything:
            return ScopedPhotos(scope, [], library_status(self._catalogue).indexed)
        ids = list(scope.ids) or matching_ids(self._catalogue, scope.photo_filter).tolist()
        return ScopedPhotos(scope, ids, len(ids))
