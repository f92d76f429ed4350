"""Two plots: photos a second, and recall against milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from desktop_app.core.base.atomic_write import atomic_file
from tests.peers.measurements import ReaderOutcome, SearcherOutcome

_OWN, _OTHERS, _INK = "#d55e00", "#7f9fb8", "#333333"
# Okabe and Ito's palette, which is safe for colour-blind readers; markers differ as well.
_COLOURS = ("#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#8c510a", "#332288")
_MARKERS = "sD^vPX<"  # one fewer than colours: each pair is another


def plot_reading(outcomes: Sequence[ReaderOutcome], path: Path) -> None:
    """One bar for each reader that has figures, as a PNG."""
    found = [(each.reader.title, each.reading) for each in reversed(outcomes) if each.reading]
    titles = [title for title, _ in found]
    speeds = [reading.photos / reading.seconds for _, reading in found]
    figure, axes = _figure("Photos a second")
    colours = [_OWN if title == outcomes[0].reader.title else _OTHERS for title in titles]
    bars = axes.barh(titles, speeds, color=colours)
    axes.bar_label(bars, fmt="%.1f", padding=4, color=_INK)
    _save(figure, path)


def plot_search(outcomes: Sequence[SearcherOutcome], vectors: int, path: Path) -> None:
    """One point for each searcher and effort, those of a searcher joined, as a PNG."""
    figure, axes = _figure(f"{vectors:,} vectors: recall@10 against exact floats")
    axes.set_xscale("log")
    axes.set_xlabel("milliseconds a query, median")
    for place, each in enumerate(outcomes):
        own = place == 0
        axes.plot(
            [answers.median_ms for answers in each.answers],
            [answers.recall for answers in each.answers],
            color=_OWN if own else _COLOURS[place % len(_COLOURS)],
            marker="o" if own else _MARKERS[place % len(_MARKERS)],
            markersize=9 if own else 6,
            label=each.searcher.title if each.answers else None,
        )
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False, labelcolor=_INK)
    _save(figure, path)


def _figure(title: str) -> tuple[Figure, Axes]:
    figure = Figure((9, 4.4), 110, layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(title, loc="left", color=_INK, fontsize=12, fontweight="bold")
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=_INK, length=0)
    return figure, axes


def _save(figure: Figure, path: Path) -> None:
    FigureCanvasAgg(figure)
    with atomic_file(path) as part:
        figure.savefig(part, format="png", pil_kwargs={"optimize": True})
