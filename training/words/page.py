"""Print the figures of words and, on request, write them into the documentation."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from desktop_app.core.base.paths import text_model
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.words.text_encoder import TextEncoder
from desktop_app.core.words.vocabulary import VOCABULARY, write_vocabulary
from training.base.markdown import markdown_table
from training.measuring.results_table import update_section
from training.words.making import make_vocabulary, read_sources
from training.words.measuring import measure_words
from training.words.quality import WordQuality

_PAGE = Path("docs/results.md")
_HEADING = ("words -> photos", "words", "mAP", "P@10", "nothing right among ten")


def show_words(encoder: Encoder, data: Path, cache: Path, *, write: bool) -> None:
    """Measure how well Corel's words find its photos."""
    found = measure_words(encoder, TextEncoder(text_model()), text_model(), data, cache)
    table = Table(*_HEADING, title="Corel-5K, words as queries")
    for row in _rows(found):
        table.add_row(*row)
    Console(width=120).print(table)
    if write:
        update_section(_PAGE, "words", markdown_table(_HEADING, _rows(found)))


def save_vocabulary(encoder: Encoder, folder: Path, data: Path, cache: Path) -> None:
    """Make the vocabulary of a bundle from the lists in a folder, and save it there."""
    sources = read_sources(encoder, folder, data, cache)
    made = make_vocabulary(sources, TextEncoder(folder), encoder.bundle.manifest.descriptor_id)
    write_vocabulary(folder / VOCABULARY, made)
    print(f"Saved {len(made.texts):,} texts to {folder / VOCABULARY}.")


def _rows(found: list[WordQuality]) -> list[tuple[str, ...]]:
    return [
        (
            each.way,
            str(each.words),
            f"{each.mean_average_precision:.3f}",
            f"{each.precision:.3f}",
            str(each.nothing),
        )
        for each in found
    ]
