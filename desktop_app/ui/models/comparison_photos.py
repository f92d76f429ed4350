"""Loads the photos of a comparison, and previews of some of them by both models."""

from __future__ import annotations

from PIL import Image
from PySide6.QtGui import QImage

from desktop_app.core.base.codes import Descriptors, pack
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.jobs.comparison_events import Comparison
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.ui.kit.picture_data import to_qimage
from desktop_app.ui.models.model_answers import ComparisonPhotos, PreviewPair

_MOST_PREVIEWS = 6


def load_comparison_photos(
    catalogue: Catalogue, models: LibraryModels, comparison: Comparison
) -> ComparisonPhotos:
    """Load the photos of all disagreements, and previews of the first few queries."""
    rows = {row.id: row for row in catalogue.photos(_ids(comparison))}
    shown = [found.photo_id for found in comparison.disagreements if found.photo_id in rows]
    shown = shown[:_MOST_PREVIEWS]
    if not shown:
        return ComparisonPhotos(rows, [])
    descriptors = catalogue.descriptors(shown)
    in_use, other = models.find(comparison.old_model), models.find(comparison.new_model)
    old = _previews(models, in_use, descriptors)
    new: list[QImage | None] = [None] * len(shown)
    if in_use.manifest.shares_descriptors(other.manifest):
        new = _previews(models, other, descriptors)
    return ComparisonPhotos(
        rows, [PreviewPair(*pair) for pair in zip(shown, old, new, strict=True)]
    )


def _ids(comparison: Comparison) -> list[int]:
    disagreements = comparison.disagreements
    return sorted({i for found in disagreements for i in (found.photo_id, *found.old, *found.new)})


def _previews(
    models: LibraryModels, bundle: ModelBundle, descriptors: Descriptors
) -> list[QImage | None]:
    """Draw the codes of some descriptors, int8 [N, D]; None from a model without a generator."""
    if bundle.generator is None:
        return [None] * len(descriptors)
    encoder = models.open(bundle)
    pictures = encoder.previews(pack(encoder.hash_descriptors(descriptors)))
    return [to_qimage(Image.fromarray(picture)) for picture in pictures]
