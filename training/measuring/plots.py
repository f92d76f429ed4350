"""Plots of results: mAP against bits, and precision against recall by Hamming radius."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, NullFormatter, StrMethodFormatter

from desktop_app.core.base.atomic_write import atomic_file, make_folder
from training.measuring.results import Curve, Result
from training.measuring.results_table import Spread, spreads_of

_INCHES = (7.2, 4.4)
_PIXELS_AN_INCH = 110
_INK = "#333333"
_FAINT = "#e3e3e3"
_EMPHASIS = "#d55e00"
# Okabe and Ito's palette, which is safe for colour-blind readers; markers differ as well.
_COLOURS = ("#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#8c510a", "#332288")
_MARKERS = "sD^vPX<>"
# Smallest distance between two labels, as a share of the axis.
_LABEL_GAP = 0.05
# Radii within which fewer queries find anything are left out: their precision is that of a few.
_LEAST_ANSWERED = 0.5


Spreads = dict[tuple[str, int | None], Spread]


@dataclass(frozen=True)
class _Style:
    colour: str
    marker: str
    width: float


@dataclass(frozen=True)
class _Label:
    """Text at a height of the axis, in data units, with the marker of its line."""

    text: str
    height: float
    style: _Style | None


def plot_quality(results: Sequence[Result], measure: str, emphasised: str, path: Path) -> None:
    """Plot mAP by Hamming distance against bits, one line a method, as a PNG.

    Bars are the standard deviation over the seeds; floats are dashed horizontal lines. The
    method `emphasised` is drawn strong.
    """
    spreads = spreads_of(results, lambda result: result.by(measure).plain)
    figure, axes = _figure(f"{results[0].key.benchmark}, {measure}")
    axes.set_ylabel(f"mAP@{results[0].by(measure).top}, Hamming")
    axes.set_xlabel("bits")
    labels = _draw_methods(axes, spreads, _styles(results, emphasised))
    labels += _draw_levels(axes, spreads)
    _scale_bits(axes, sorted({size for _, size in spreads if size}))
    _write_labels(axes, labels)
    _save(figure, path)


def _draw_methods(axes: Axes, spreads: Spreads, styles: dict[str, _Style]) -> list[_Label]:
    labels = []
    for method, style in styles.items():
        line = {size: spread for (name, size), spread in spreads.items() if name == method and size}
        _draw_line(axes, line, style)
        labels.append(_Label(method, line[max(line)].mean, style))
    return labels


def _draw_levels(axes: Axes, spreads: Spreads) -> list[_Label]:
    labels = []
    for (method, size), level in spreads.items():
        if size is None:
            axes.axhline(level.mean, color=_INK, linestyle=(0, (5, 3)), linewidth=1, zorder=1)
            labels.append(_Label(method, level.mean, None))
    return labels


def plot_precision_recall(
    results: Sequence[Result], measure: str, bits: int, emphasised: str, path: Path
) -> None:
    """Plot precision against recall within each Hamming radius, at one code length, as a PNG.

    Precision is the mean over the queries with anything within the radius; radii within which
    fewer than half of them have are left out. Seeds are averaged.
    """
    at_bits = [result for result in results if result.key.bits == bits]
    figure, axes = _figure(f"{at_bits[0].key.benchmark}, {measure}, {bits} bits")
    for method, style in _styles(at_bits, emphasised).items():
        curves = [row.by(measure).curve for row in at_bits if row.key.method == method]
        _draw_curve(axes, method, [curve for curve in curves if curve], style)
    axes.set(xlabel="recall", ylabel="precision within a Hamming radius", xlim=(0, 1))
    axes.set_ylim(0)
    axes.legend(edgecolor="none", framealpha=1, labelcolor=_INK, loc="upper right", reverse=True)
    _save(figure, path)


def _draw_curve(axes: Axes, method: str, curves: Sequence[Curve], style: _Style) -> None:
    recall, precision = _mean_curve(curves)
    axes.plot(
        recall, precision, color=style.colour, linewidth=style.width, marker=style.marker,
        markersize=5, markevery=0.12, label=method,
    )  # fmt: skip


def _figure(title: str) -> tuple[Figure, Axes]:
    figure = Figure(_INCHES, _PIXELS_AN_INCH, layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(title, loc="left", color=_INK, fontsize=12, fontweight="bold")
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set_color(_INK)
    axes.grid(axis="y", color=_FAINT)
    axes.set_axisbelow(True)
    axes.tick_params(colors=_INK, length=0)
    axes.xaxis.label.set_color(_INK)
    axes.yaxis.label.set_color(_INK)
    return figure, axes


def _styles(results: Sequence[Result], emphasised: str) -> dict[str, _Style]:
    """Assign a style to each method with bits, in the results' order, the emphasised one last."""
    methods = dict.fromkeys(row.key.method for row in results if row.key.bits is not None)
    others = [method for method in methods if method != emphasised]
    styles = {
        method: _Style(_COLOURS[place % len(_COLOURS)], _MARKERS[place % len(_MARKERS)], 1.4)
        for place, method in enumerate(others)
    }
    if emphasised in methods:
        styles[emphasised] = _Style(_EMPHASIS, "o", 2.6)
    return styles


def _draw_line(axes: Axes, line: dict[int, Spread], style: _Style) -> None:
    bits = sorted(line)
    axes.errorbar(
        bits,
        [line[size].mean for size in bits],
        [line[size].deviation or 0 for size in bits],
        color=style.colour,
        marker=style.marker,
        markersize=5,
        linewidth=style.width,
        elinewidth=1,
        capsize=2.5,
    )


def _scale_bits(axes: Axes, bits: list[int]) -> None:
    axes.set_xscale("log", base=2)
    axes.xaxis.set_major_locator(FixedLocator(bits))
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:.0f}"))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:.2f}"))


def _write_labels(axes: Axes, labels: Sequence[_Label]) -> None:
    """Write labels beside the lines' ends, at their heights or as near as there is room."""
    low, high = axes.get_ylim()
    axes.set_ylim(low, high)
    labels = sorted(labels, key=lambda label: label.height)
    heights = np.array([(label.height - low) / (high - low) for label in labels])
    for label, height in zip(labels, _spread_out(heights, _LABEL_GAP), strict=True):
        axes.text(1.045, height, label.text, color=_INK, va="center", transform=axes.transAxes)
        if label.style:
            sign = Line2D([1.025], [height], transform=axes.transAxes, clip_on=False, markersize=6)
            sign.set(color=label.style.colour, marker=label.style.marker)
            axes.add_line(sign)


def _spread_out(heights: np.ndarray, gap: float) -> np.ndarray:
    """Move ascending heights to be `gap` apart, each group around its own middle."""
    groups: list[list[float]] = []
    for height in heights:
        groups.append([float(height)])
        while len(groups) > 1 and _bottom(groups[-1], gap) - _top(groups[-2], gap) < gap:
            upper = groups.pop()
            groups[-1] += upper
    placed = [_bottom(group, gap) + gap * place for group in groups for place in range(len(group))]
    return np.array(placed)


def _bottom(group: list[float], gap: float) -> float:
    return float(np.mean(group)) - gap * (len(group) - 1) / 2


def _top(group: list[float], gap: float) -> float:
    return float(np.mean(group)) + gap * (len(group) - 1) / 2


def _mean_curve(curves: Sequence[Curve]) -> tuple[np.ndarray, np.ndarray]:
    """Average recall and precision for each radius that answers enough queries."""
    answered = np.mean([curve.answered for curve in curves], axis=0)
    shown = answered >= _LEAST_ANSWERED
    precision = np.mean([curve.precision for curve in curves], axis=0)[shown] / answered[shown]
    return np.mean([curve.recall for curve in curves], axis=0)[shown], precision


def _save(figure: Figure, path: Path) -> None:
    make_folder(path.parent)
    FigureCanvasAgg(figure)
    with atomic_file(path) as part:
        figure.savefig(part, format="png", pil_kwargs={"optimize": True})
