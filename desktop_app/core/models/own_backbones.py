"""Models of an image encoder of the user's own (core/building): torch cannot load their networks.

Everything else can be done with them: quick training, too, which needs descriptors alone.
"""

from __future__ import annotations

from desktop_app.core.base.errors import OwnBackboneError
from desktop_app.core.bundle.model_bundle import Manifest

# Begins the `descriptor_id` of built models, and of those that were trained on top of them.
OWN_PREFIX = "own."


def check_trainable(manifest: Manifest) -> None:
    """Raise OwnBackboneError for a model that thorough training cannot start from."""
    if manifest.descriptor_id.startswith(OWN_PREFIX):
        raise OwnBackboneError(manifest.model_id)
