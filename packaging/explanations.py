"""Draw the pictures of docs/how-it-works.md from the sample pictures and the default model.

    python packaging/explanations.py [FOLDER]

Writes how-*.png to FOLDER (default: docs). Needs what training needs: pip install '.[train]'.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.base.codes import Codes, Descriptors, hamming, signs
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import Manifest, read_bundle
from desktop_app.core.learning.linear_hash import unit_rows
from desktop_app.core.photos.preprocess import network_input
from desktop_app.samples.sample_pictures import KINDS, PER_KIND, draw_scene
from training.similarity.matrix import SimilaritySettings, semantic_similarity

_DOCS = Path(__file__).parents[1] / "docs"
_PIXELS_AN_INCH = 110
_INK, _FAINT = "#333333", "#dddddd"
# Okabe and Ito's palette, which is safe for colour-blind readers.
_BLUE, _ORANGE = "#0072b2", "#d55e00"
# A photo, another of its kind, and one of another kind: (kind, variation).
_COMPARED = (("beach", 0), ("beach", 4), ("flower", 1))
_DRAWN = tuple((kind, 1) for kind in KINDS[:8])


@dataclass(frozen=True, eq=False)
class Samples:
    """N sample pictures, by kind, with what the encoder says of them.

    Attributes:
        encoder: of the default model.
        pictures: RGB.
        kinds: int64 [N], places in KINDS.
        descriptors: int8 [N, D].
        codes: uint8 [N, K/8].
    """

    encoder: Encoder
    pictures: list[Image.Image]
    kinds: NDArray[np.int64]
    descriptors: Descriptors
    codes: Codes

    def row(self, kind: str, variation: int) -> int:
        return KINDS.index(kind) * PER_KIND + variation

    @property
    def manifest(self) -> Manifest:
        return self.encoder.bundle.manifest


def read_samples() -> Samples:
    encoder = Encoder(read_bundle(default_bundle()))
    pictures = [draw_scene(kind, number) for kind in KINDS for number in range(PER_KIND)]
    inputs = [network_input(picture, encoder.image_size) for picture in pictures]
    encoded = [encoder.encode(pixels) for pixels in inputs]
    return Samples(
        encoder,
        pictures,
        np.repeat(np.arange(len(KINDS)), PER_KIND),
        np.concatenate([each.descriptors for each in encoded]),
        np.concatenate([each.codes for each in encoded]),
    )


def draw_codes(samples: Samples) -> Figure:
    """Three photos and the bits of their codes; bits that differ from the first are marked."""
    rows = [samples.row(*each) for each in _COMPARED]
    bits = signs(samples.codes[rows]) > 0
    figure = Figure((7.2, 4.3), _PIXELS_AN_INCH, layout="constrained")
    axes = figure.subplots(2, len(rows))
    for column, row in enumerate(rows):
        _show(axes[0, column], samples.pictures[row])
        changed = bits[column] != bits[0]
        _show(axes[1, column], _bit_picture(bits[column], changed))
        count = int(changed.sum())
        text = f"{count} of {bits.shape[1]} bits differ" if column else f"{bits.shape[1]} bits"
        axes[1, column].set_xlabel(text, color=_INK)
    return figure


def _bit_picture(bits: NDArray[np.bool_], changed: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Bits [K] as squares, dark for 1 and light for 0, orange if changed: uint8 [s, s, 3]."""
    colours = np.where(bits[:, None], [70, 70, 70], [225, 225, 225])
    colours = np.where(changed[:, None], [213, 94, 0], colours)
    side = int(np.sqrt(len(bits)))
    return colours.reshape(side, side, 3).astype(np.uint8)


def draw_distances(samples: Samples) -> Figure:
    """How many bits differ in pairs of photos of the same kind, and of different kinds."""
    first, second = np.triu_indices(len(samples.codes), 1)
    same = samples.kinds[first] == samples.kinds[second]
    distances = np.stack([hamming(code, samples.codes) for code in samples.codes])[first, second]
    figure = Figure((7.2, 3.2), _PIXELS_AN_INCH, layout="constrained")
    axes = figure.subplots()
    edges = np.arange(0, distances.max() + 8, 4)
    for of, colour, name in ((same, _BLUE, "same kind"), (~same, _ORANGE, "different kinds")):
        shares = np.full(of.sum(), 100 / of.sum())
        axes.hist(
            distances[of], edges.tolist(), weights=shares, color=colour, alpha=0.6, label=name
        )
    marks = {
        "same photo": samples.manifest.same_distance,
        "similar": samples.manifest.similar_distance,
    }
    top = axes.get_ylim()[1]
    for text, limit in marks.items():
        axes.axvline(limit, color=_INK, linestyle=(0, (5, 3)), linewidth=1)
        axes.text(limit - 1, top, text, rotation=90, ha="right", va="top", color=_INK)
    axes.set_xlabel("bits that differ, of 256")
    axes.set_ylabel("% of the pairs")
    axes.legend(edgecolor="none", labelcolor=_INK)
    _plain(axes)
    return figure


def draw_similarity(samples: Samples) -> Figure:
    """The distances of descriptors, and the matrix S that is made of them without labels."""
    settings = SimilaritySettings(near_width=1.5, far_width=1.0, neighbours=10, best_shared=8)
    similarity = semantic_similarity(samples.descriptors, settings)
    entries = similarity.among(np.arange(len(samples.codes)))
    unit = unit_rows(similarity.directions.astype(np.float32))
    figure = Figure((7.2, 3.9), _PIXELS_AN_INCH, layout="constrained")
    left, right = figure.subplots(1, 2)
    left.imshow(unit @ unit.T, cmap="gray", vmin=-0.3, vmax=0.8)
    left.set_title("cosine of descriptors", loc="left", color=_INK, fontsize=10)
    right.imshow(entries, cmap=ListedColormap(["#f3c6a5", "#ffffff", _BLUE]), vmin=-1, vmax=1)
    right.set_title("S: similar (blue), unknown, dissimilar", loc="left", color=_INK, fontsize=10)
    for axes in (left, right):
        _without_ticks(axes)
    return figure


def draw_previews(samples: Samples) -> Figure:
    """Photos above what the generator draws from their codes alone."""
    rows = [samples.row(*each) for each in _DRAWN]
    previews = samples.encoder.previews(samples.codes[rows])
    figure = Figure((7.2, 1.5), _PIXELS_AN_INCH, layout="constrained")
    axes = figure.subplots(2, len(rows))
    for column, (row, preview) in enumerate(zip(rows, previews, strict=True)):
        picture = samples.pictures[row]
        stretched = Image.fromarray(preview).resize(picture.size, Image.Resampling.BICUBIC)
        _show(axes[0, column], picture)
        _show(axes[1, column], stretched)
    return figure


def _show(axes: Axes, picture: Image.Image | NDArray[np.uint8]) -> None:
    axes.imshow(np.asarray(picture), interpolation="nearest")
    _without_ticks(axes)


def _without_ticks(axes: Axes) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)


def _plain(axes: Axes) -> None:
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.grid(axis="y", color=_FAINT)
    axes.set_axisbelow(True)
    axes.tick_params(colors=_INK, length=0)


def main(arguments: Sequence[str]) -> None:
    folder = Path(arguments[0]) if arguments else _DOCS
    folder.mkdir(parents=True, exist_ok=True)
    samples = read_samples()
    drawings = {
        "code": draw_codes,
        "distances": draw_distances,
        "similarity": draw_similarity,
        "previews": draw_previews,
    }
    for name, draw in drawings.items():
        FigureCanvasAgg(figure := draw(samples))
        figure.savefig(folder / f"how-{name}.png", metadata={"Software": None})


if __name__ == "__main__":
    main(sys.argv[1:])
