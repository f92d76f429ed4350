"""Turn photos into codes, and codes into pictures, by the networks of a bundle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import PAGE_ROWS, Codes, Descriptors, Logits, pack, signs
from desktop_app.core.base.errors import BundleError, BundleProblem, PhotoError, PhotoProblem
from desktop_app.core.bundle.model_bundle import ENCODER, GENERATOR, HASHER, ModelBundle
from desktop_app.core.bundle.networks import LoadedNetworks, Networks

# The most codes that a generator draws at once.
_MAX_CODES = 16


@dataclass(frozen=True)
class Encoded:
    """The output of the encoder for N photos: descriptors int8 [N, D], logits float32 [N, K]."""

    descriptors: Descriptors
    logits: Logits

    @property
    def codes(self) -> Codes:
        return pack(self.logits)


class Encoder:
    """Maps photos to descriptors and logits, descriptors to logits, and codes to pictures.

    All methods are thread-safe. A photo is encoded alone and on one thread, so that its code does
    not depend on other photos; call `encode` from several threads for throughput.

    Attributes:
        bundle: The bundle; its manifest tells the `descriptor_graph` of the encoder that runs.
    """

    def __init__(self, bundle: ModelBundle, networks: Networks | None = None) -> None:
        """Load the encoder and check its shapes. Raises BundleError.

        Args:
            bundle: The model.
            networks: Runs its networks; None is this process, for a bundle that can be trusted.
        """
        self._networks = networks or _loaded(bundle)
        self.bundle = self._networks.bundle

    @property
    def model_id(self) -> str:
        return self.bundle.manifest.model_id

    @property
    def image_size(self) -> int:
        return self.bundle.manifest.image_size

    def encode(self, pixels: NDArray[np.uint8]) -> Encoded:
        """Encode one photo.

        Args:
            pixels: uint8 [S, S, 3], from preprocess.network_input.

        Returns:
            Descriptor and logits, of one row.

        Raises:
            BundleError: The network cannot be run, or gives numbers that are not finite.
        """
        descriptors, logits = self._networks.run(ENCODER, pixels[np.newaxis])
        return Encoded(descriptors, self._finite(ENCODER, logits))

    def encode_photo(self, path: Path, pixels: NDArray[np.uint8]) -> Encoded:
        """As `encode`, for a photo of this path.

        Raises:
            PhotoError: The network gives numbers that are not finite, for this photo.
            BundleError: It cannot be run.
        """
        try:
            return self.encode(pixels)
        except BundleError as error:
            if error.problem is not BundleProblem.WRONG_ANSWERS:
                raise
            raise PhotoError(path, PhotoProblem.NO_CODE, self.model_id) from error

    def hash_descriptors(self, descriptors: Descriptors) -> Logits:
        """Compute the logits float32 [N, K] of int8 [N, D], equal to those of `encode`.

        Raises BundleError.
        """
        starts = range(0, max(len(descriptors), 1), PAGE_ROWS)
        pages = (descriptors[start : start + PAGE_ROWS] for start in starts)
        return np.concatenate([self._hash_page(page) for page in pages])

    def previews(self, codes: Codes) -> NDArray[np.uint8]:
        """Generate pictures uint8 [N, G, G, 3] from packed codes uint8 [N, K/8].

        Raises BundleError where the bundle has no generator.
        """
        return self.pictures(signs(codes))

    def pictures(self, values: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Generate pictures from bits float32 [N, K] of -1, +1, and 0 for undetermined bits.

        Raises BundleError where the bundle has no generator.
        """
        starts = range(0, max(len(values), 1), _MAX_CODES)
        parts = (values[start : start + _MAX_CODES] for start in starts)
        return np.concatenate([self._networks.run(GENERATOR, part)[0] for part in parts])

    def _hash_page(self, descriptors: Descriptors) -> Logits:
        """Of at most PAGE_ROWS rows: imported models were tested with no more (model_trial.py)."""
        if descriptors.shape[1] != self.bundle.manifest.descriptor_size:
            detail = "the library's descriptors are of another size"
            raise BundleError(self.bundle.folder, BundleProblem.WRONG_SHAPES, detail)
        return self._finite(HASHER, self._networks.run(HASHER, descriptors)[0])

    def _finite(self, name: str, logits: Logits) -> Logits:
        if not np.isfinite(logits).all():
            detail = f"{name}: values that are not finite"
            raise BundleError(self.bundle.folder, BundleProblem.WRONG_ANSWERS, detail)
        return logits


def _loaded(bundle: ModelBundle) -> Networks:
    networks = LoadedNetworks(bundle)
    networks.load(ENCODER)
    return networks
