"""The text that goes with a bundle: what it is, what it was made of, what it can and cannot do."""

from __future__ import annotations

from pathlib import Path
from string import Template

from desktop_app.core.model_bundle import Manifest

_TEMPLATE = Path(__file__).with_name("model_card.md")


def model_card(manifest: Manifest) -> str:
    """Markdown; the figures are those of the manifest."""
    figures = {name: f"{value:.3f}" for name, value in manifest.figures.items()}
    return Template(_TEMPLATE.read_text("utf-8")).substitute(
        figures,
        model_id=manifest.model_id,
        descriptor_id=manifest.descriptor_id,
        code_bits=manifest.code_bits,
        descriptor_size=manifest.descriptor_size,
        image_size=manifest.image_size,
        same_distance=manifest.same_distance,
        similar_distance=manifest.similar_distance,
        trained_on=manifest.trained_on,
    )
