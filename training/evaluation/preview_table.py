"""The quality of previews as a table: the previews, the best that could be, and chance."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from training.base.markdown import markdown_table
from training.measuring.preview_quality import PreviewQuality, Recall

_FIRST = "picture encoded again"
_COLUMNS = ("bits kept", "recall@1", "@10", "2nd network @1", "@10", "KID x 1000")


def print_preview_quality(quality: PreviewQuality) -> None:
    title = f"Previews of {quality.candidates:,} photos never seen, among these photos"
    table = Table(_FIRST, title=title)
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    for row in _rows(quality):
        table.add_row(*row)
    Console(width=120).print(table)


def preview_quality_as_markdown(quality: PreviewQuality) -> str:
    return markdown_table((_FIRST, *_COLUMNS), _rows(quality))


def print_preview_ablation(measured: Sequence[tuple[str, PreviewQuality]]) -> None:
    """A row for each variant of a generator."""
    table = Table("", title="Previews of photos never seen, by variants of the generator")
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    for row in _variants(measured):
        table.add_row(*row)
    Console(width=120).print(table)


def preview_ablation_as_markdown(measured: Sequence[tuple[str, PreviewQuality]]) -> str:
    return markdown_table(("", *_COLUMNS), _variants(measured))


def _variants(measured: Sequence[tuple[str, PreviewQuality]]) -> list[list[str]]:
    return [
        _row(title, each.bits_kept, each.own_code, each.judged, each.kernel_distances.previews)
        for title, each in measured
    ]


def _rows(quality: PreviewQuality) -> list[list[str]]:
    chance = Recall(1 / quality.candidates, 10 / quality.candidates)
    kid = quality.kernel_distances
    return [
        _row("preview", quality.bits_kept, quality.own_code, quality.judged, kid.previews),
        _row(
            "photo of that size",
            quality.bits_kept_shrunk,
            quality.own_code_shrunk,
            quality.judged_shrunk,
            kid.real,
        ),
        _row("chance, mean picture", quality.bits_shuffled, chance, chance, kid.mean_picture),
    ]


def _row(name: str, bits: float, own: Recall, judged: Recall, distance: float) -> list[str]:
    shares = (bits, own.at_1, own.at_10, judged.at_1, judged.at_10)
    return [name, *(f"{share:.3f}" for share in shares), f"{1000 * distance:.1f}"]
