"""The model card of a bundle: what it is, what it was made from, what it can and cannot do."""

from __future__ import annotations

from string import Template

from desktop_app.core.base.paths import resources
from desktop_app.core.bundle.model_bundle import Manifest

DEFAULT_CARD = "default.md"
LIBRARY_CARD = "library.md"
FINE_TUNED_CARD = "fine-tuned.md"
QUICK_CARD = "quick.md"


def model_card(card: str, manifest: Manifest) -> str:
    """Fill in a template with the manifest's values, as Markdown; `card` names the template."""
    figures = {name: f"{value:.3f}" for name, value in manifest.figures.items()}
    return Template((resources() / "cards" / card).read_text("utf-8")).safe_substitute(
        figures,
        model_id=manifest.model_id,
        descriptor_id=manifest.descriptor_id,
        code_bits=manifest.code_bits,
        descriptor_size=manifest.descriptor_size,
        image_size=manifest.image_size,
        preview_size=manifest.preview_size or "no",
        same_distance=manifest.same_distance,
        similar_distance=manifest.similar_distance,
        trained_on=manifest.trained_on,
    )
