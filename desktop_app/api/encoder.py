"""Turn pictures into codes with a model, without a library."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.api.pictures import each_picture, encode_picture
from desktop_app.api.records import PathLike, Picture
from desktop_app.core.base.codes import hamming, pack
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder as CoreEncoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.models.own_models import open_model
from desktop_app.core.reading.bounded_reader import BoundedReader


class Encoder:
    """A model that maps pictures to codes.

    Files are decoded in a process of its own, as for indexing; `close`, or the end of a `with`
    block, ends it. One thread at a time may use an encoder. The code of a picture depends on the
    picture and the model only, not on the machine or on other pictures.
    """

    def __init__(self, model: CoreEncoder) -> None:
        """Use `default` or `open`; the argument is not part of the interface."""
        self._model = model
        self._reader = BoundedReader()

    @classmethod
    def default(cls) -> Self:
        """Load the model that comes with the program."""
        return cls(CoreEncoder(read_bundle(default_bundle())))

    @classmethod
    def open(cls, bundle: PathLike) -> Self:
        """Load the model in a folder, such as `lookalike model build` writes.

        A model that was made elsewhere is run in processes with limits. Raises BundleError.
        """
        return cls(open_model(read_bundle(Path(bundle).absolute())))

    def close(self) -> None:
        """End the process that decodes files. The encoder cannot be used for files afterwards."""
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def model_id(self) -> str:
        """Identifies the codes: those of different models cannot be compared."""
        return self._model.model_id

    @property
    def code_bits(self) -> int:
        """Length of a code, K."""
        return self._model.bundle.manifest.code_bits

    def encode(self, pictures: Picture | Iterable[Picture]) -> NDArray[np.uint8]:
        """Return the codes uint8 [N, K/8] of N pictures, or of one.

        Bit i is bit i % 8, from the lowest, of byte i // 8:
        `numpy.unpackbits(codes, axis=1, bitorder="little")`.

        Args:
            pictures: Paths, upright images of Pillow in sRGB, or arrays uint8 [H, W, 3].

        Raises:
            PhotoError: A file cannot be read or decoded.
            BundleError: The network cannot be run.
            TypeError, ValueError: An array is not uint8 [H, W, 3].
        """
        return pack(self.logits(pictures))

    def logits(self, pictures: Picture | Iterable[Picture]) -> NDArray[np.float32]:
        """Return the logits float32 [N, K] of pictures: a bit is 1 where its logit is above 0.

        Arguments and errors as `encode`.
        """
        rows = [encode_picture(self._model, self._reader, each) for each in each_picture(pictures)]
        return np.concatenate(
            [np.empty((0, self.code_bits), np.float32), *(row.logits for row in rows)]
        )

    def descriptors(self, pictures: Picture | Iterable[Picture]) -> NDArray[np.int8]:
        """Return the descriptors int8 [N, D] of pictures, of which the codes are made.

        Their cosine is a finer measure of similarity than the distance of codes. Arguments and
        errors as `encode`.
        """
        rows = [encode_picture(self._model, self._reader, each) for each in each_picture(pictures)]
        size = self._model.bundle.manifest.descriptor_size
        return np.concatenate([np.empty((0, size), np.int8), *(row.descriptors for row in rows)])


def hamming_distance(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Count the bits that differ between codes.

    Args:
        first: Codes uint8 [M, K/8].
        second: Codes uint8 [N, K/8].

    Returns:
        int32 [M, N], in bits.

    Raises:
        TypeError: The codes are not uint8.
        ValueError: They are not two-dimensional, or have different lengths.
    """
    if first.dtype != np.uint8 or second.dtype != np.uint8:
        raise TypeError(f"codes have to be uint8, not {first.dtype} and {second.dtype}")
    if first.ndim != 2 or second.ndim != 2 or first.shape[1] != second.shape[1]:
        raise ValueError(f"cannot compare codes of shapes {first.shape} and {second.shape}")
    rows = [hamming(code, second) for code in first]
    return np.stack(rows) if rows else np.empty((0, len(second)), np.int32)
