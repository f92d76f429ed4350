"""Previews of a bundle on photos that it never saw: measured, drawn, and as tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from rich.console import Console
from rich.table import Table

from desktop_app.core.base.codes import pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from training.base.markdown import markdown_table
from training.benchmarks.corel import corel
from training.evaluation.shipped import bundle_store
from training.measuring.blind_test import Question, save_blind_test, ten_photos
from training.measuring.preview_grid import GridRow, nearest_rows, save_preview_grid
from training.measuring.preview_quality import BundleModel, PreviewQuality, Recall, measure_previews
from training.shipping.figures import reference_network

_FIRST = "picture encoded again"
_COLUMNS = ("bits kept", "recall@1", "@10", "2nd network @1", "@10", "of ten", "KID x 1000")


def print_preview_quality(quality: PreviewQuality) -> None:
    title = f"Previews of {quality.candidates:,} unseen photos, among these photos"
    table = Table(_FIRST, title=title)
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    for row in _rows(quality):
        table.add_row(*row)
    Console(width=120).print(table)


def preview_quality_as_markdown(quality: PreviewQuality) -> str:
    return markdown_table((_FIRST, *_COLUMNS), _rows(quality))


def print_preview_ablation(measured: Sequence[tuple[str, PreviewQuality]]) -> None:
    """Print a row for each variant of a generator."""
    table = Table("", title="Previews of unseen photos, by variants of the generator")
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    for row in _variants(measured):
        table.add_row(*row)
    Console(width=120).print(table)


def preview_ablation_as_markdown(measured: Sequence[tuple[str, PreviewQuality]]) -> str:
    return markdown_table(("", *_COLUMNS), _variants(measured))


def _variants(measured: Sequence[tuple[str, PreviewQuality]]) -> list[list[str]]:
    return [_preview_row(title, each) for title, each in measured]


def _rows(quality: PreviewQuality) -> list[list[str]]:
    chance = Recall(1 / quality.candidates, 10 / quality.candidates)
    kid = quality.kernel_distances
    return [
        _preview_row("preview", quality),
        _row(
            "photo of that size",
            quality.bits_kept_shrunk,
            quality.own_code_shrunk,
            quality.judged_shrunk,
            quality.chosen_of_ten_shrunk,
            kid.real,
        ),
        _row("chance, mean picture", quality.bits_shuffled, chance, chance, 0.1, kid.mean_picture),
    ]


def _preview_row(name: str, quality: PreviewQuality) -> list[str]:
    kid = quality.kernel_distances.previews
    return _row(
        name, quality.bits_kept, quality.own_code, quality.judged, quality.chosen_of_ten, kid
    )


def _row(
    name: str, bits: float, own: Recall, judged: Recall, chosen: float, distance: float
) -> list[str]:
    shares = (bits, own.at_1, own.at_10, judged.at_1, judged.at_10, chosen)
    return [name, *(f"{share:.3f}" for share in shares), f"{1000 * distance:.1f}"]


_SHOWN, _QUESTIONS = 16, 30


def measure_bundle_previews(
    encoder: Encoder, data: Path, cache: Path, candidates: int = 1000
) -> PreviewQuality:
    """Measure previews of Corel's photos.

    Raises:
        MissingDataError, PhotoError.
        BundleError: the bundle has no generator.
    """
    pictures = corel(data, cache).pictures
    return measure_previews(BundleModel(encoder), pictures, reference_network(cache), candidates)


def draw_blind_test(encoder: Encoder, data: Path, cache: Path, folder: Path) -> None:
    """Write boards of the previews of 30 of Corel's photos, each with ten photos to choose from."""
    paths, reader = corel(data, cache).pictures.paths, PhotoReader()
    rows, rng = np.arange(len(paths)), np.random.default_rng(1)

    def question(row: int) -> Question:
        ten, place = ten_photos(row, rows, rng)
        photos = [reader.open(paths[each], encoder.image_size).image for each in ten]
        logits = encoder.encode(network_input(photos[place], encoder.image_size)).logits
        return Question(encoder.previews(pack(logits))[0], photos, place)

    chosen = rng.choice(rows, _QUESTIONS, replace=False).tolist()
    save_blind_test(folder, [question(row) for row in chosen])


def draw_previews(encoder: Encoder, data: Path, cache: Path, path: Path) -> None:
    """Draw photo, preview and nearest other photo, of some of Corel's queries, as a PNG."""
    benchmark = corel(data, cache)
    descriptors = bundle_store(encoder, cache).of_pictures(benchmark.pictures).astype(np.int8)
    logits = encoder.hash_descriptors(descriptors)
    queries = np.random.default_rng(0).permutation(benchmark.queries)[:_SHOWN]
    nearest = nearest_rows(logits[queries], pack(logits[benchmark.database]))
    previews = encoder.previews(pack(logits[queries]))
    paths, reader = benchmark.pictures.paths, PhotoReader()

    def photo(row: int) -> Image.Image:
        return reader.open(paths[row], encoder.image_size).image

    columns = zip(queries, previews, benchmark.database[nearest], strict=True)
    save_preview_grid(path, [GridRow(photo(row), each, photo(near)) for row, each, near in columns])
