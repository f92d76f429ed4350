"""What goes into the networks of a bundle, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.bundle.model_bundle import ENCODER, GENERATOR, HASHER, Manifest


@dataclass(frozen=True)
class Port:
    """An input or output of a network: name, NumPy dtype, and shape without the first dimension."""

    name: str
    dtype: str
    shape: tuple[int, ...]


@dataclass(frozen=True)
class Signature:
    """The input of a network, and its outputs in order."""

    input: Port
    outputs: tuple[Port, ...]


def signatures(manifest: Manifest) -> dict[str, Signature]:
    """The signature of each network of a bundle, by file name."""
    side, bits = manifest.image_size, manifest.code_bits
    descriptor = Port("descriptor", "int8", (manifest.descriptor_size,))
    logits = Port("logits", "float32", (bits,))
    found = {
        ENCODER: Signature(Port("pixels", "uint8", (side, side, 3)), (descriptor, logits)),
        HASHER: Signature(descriptor, (logits,)),
    }
    if manifest.preview_size is not None:
        pictures = Port("pictures", "uint8", (manifest.preview_size, manifest.preview_size, 3))
        found[GENERATOR] = Signature(Port("codes", "float32", (bits,)), (pictures,))
    return found
