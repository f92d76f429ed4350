"""Texts of a comparison of two models."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.core.comparison.verdict import (
    Verdict,
    copies_retention,
    foreign_retention,
    is_clear,
    relative_loss,
)
from desktop_app.core.jobs.comparison_events import (
    Comparing,
    ComparingStage,
    Comparison,
    Figure,
    Measured,
)
from desktop_app.sentences.comparisons import (
    COPIES_KEPT,
    FOREIGN_KEPT,
    MEASURES,
    VERDICTS,
    VOTED_VERDICTS,
)
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import sentence


@dataclass(frozen=True)
class MeasureLine:
    """One measure: its name, what it means, and its figures as text."""

    title: str
    hint: str
    old: str
    new: str
    change: str


def measure_lines(result: Comparison) -> list[MeasureLine]:
    """The measures that could be taken, the decisive one first."""
    hints = _hints()
    measured = {name: getattr(result, name) for name in MEASURES}
    return [
        MeasureLine(
            sentence(MEASURES[name]),
            hints[name],
            _figure(figures.old),
            _figure(figures.new),
            _gain(figures),
        )
        for name, figures in measured.items()
        if figures is not None
    ]


def _hints() -> dict[str, str]:
    """What each measure means, by its name in Comparison."""
    return {
        "relatives": _tr("How many related photos in this library are found."),
        "folders": _tr("How many of the photos that are found are in the folder of the query."),
        "copies": _tr(
            "How many cropped, mirrored, darkened and compressed copies find their original."
        ),
        "foreign": _tr("How well photos from outside this library are found."),
        "neighbours": _tr("How many photos that look nearly the same are still found."),
        "unique": _tr("How many photos have a code that no other photo has."),
    }


def method_text(result: Comparison) -> str:
    """How the figures were measured, and on which photos."""
    if result.held_out and result.related:
        text = _tr(
            "In %, ± standard error, measured on {photos}. The new model was not trained"
            " on {held_out} of the {asked} queries."
        )
    else:
        text = _tr(
            "In %, ± standard error, measured on {photos}. The new model may have been"
            " trained on all of them."
        )
    return text.format(
        photos=numbers.photos(result.photos),
        held_out=numbers.counted(result.held_out),
        asked=numbers.counted(result.related.photos if result.related else 0),
    )


def loss_text(result: Comparison) -> str:
    """Whether the new model loses edited copies or foreign photos: one line each."""
    parts = [
        (sentence(COPIES_KEPT[copies_retention(result)]), result.copies),
        (sentence(FOREIGN_KEPT[foreign_retention(result)]), result.foreign),
    ]
    return "\n".join(
        text.format(share=numbers.decimal(100 * relative_loss(figures)) if figures else "")
        for text, figures in parts
    )


def verdict_text(judged: Verdict, *, is_voted: bool) -> str:
    """The recommendation. `is_voted`: whether the user's votes decide it."""
    return sentence(VOTED_VERDICTS[judged] if is_voted else VERDICTS[judged])


def comparing_text(progress: Comparing) -> str:
    stage = {
        ComparingStage.CODES: _tr("Computing new codes"),
        ComparingStage.COPIES: _tr("Searching for edited copies"),
        ComparingStage.RELATIVES: _tr("Finding related photos"),
        ComparingStage.NEIGHBOURS: _tr("Finding near-duplicates"),
        ComparingStage.DISAGREEMENTS: _tr("Finding photos on which the models disagree"),
    }[progress.stage]
    return f"{stage} · {100 * progress.done // max(1, progress.total)} %"


def votes_text(new: int, old: int, neither: int, *, decides: bool) -> str:
    """The result of the vote. `decides`: whether it is unlikely to be chance."""
    text = _tr(
        "You preferred the new model {new} times and the current model {old} times, and"
        " saw no difference {neither} times."
    )
    parts = [text.format(new=new, old=old, neither=neither)]
    if not decides:
        parts.append(_tr("The votes may be due to chance, so the figures decide."))
    return "\n".join(parts)


def _figure(figure: Figure) -> str:
    return f"{numbers.decimal(100 * figure.mean)} ± {numbers.decimal(100 * figure.error)}"


def _gain(made: Measured) -> str:
    """The difference; one that may be chance is reported as none."""
    gain = 100 * made.gain.mean
    if not is_clear(made):
        return _tr("about the same")
    text = _tr("better by {points}") if gain > 0 else _tr("worse by {points}")
    return text.format(points=numbers.decimal(abs(gain)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("comparison_text", text)
