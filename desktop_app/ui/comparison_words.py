"""What a comparison of two models has shown, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.core.comparison_events import (
    Comparing,
    ComparingStage,
    Comparison,
    Figure,
    Measured,
)
from desktop_app.core.verdict import Verdict, forgets, loses
from desktop_app.ui import numbers


@dataclass(frozen=True)
class MeasureLine:
    """One measure: what it is, what that means, and its figures in words."""

    title: str
    hint: str
    old: str
    new: str
    change: str


def measure_lines(found: Comparison) -> list[MeasureLine]:
    """Those that could be measured, the one that counts first."""
    every = [
        (
            _tr("Relatives found"),
            _tr("Of the photos that belong together in this library, how many are found."),
            found.relatives,
        ),
        (
            _tr("Edited copies found"),
            _tr("Of cropped, mirrored, darker and compressed copies, how many find their photo."),
            found.copies,
        ),
        (
            _tr("Photos from elsewhere"),
            _tr("How well photos are found that are not of this library."),
            found.foreign,
        ),
        (
            _tr("Lookalikes kept"),
            _tr("Of the photos that look the same at first sight, how many are still found."),
            found.neighbours,
        ),
        (
            _tr("Codes of their own"),
            _tr("How many photos have a code that no other photo has."),
            found.unique,
        ),
    ]
    return [
        MeasureLine(title, hint, _figure(made.old), _figure(made.new), _change(made))
        for title, hint, made in every
        if made is not None
    ]


def spread_words(found: Comparison) -> str:
    text = _tr(
        "In %, with ± for what chance does to a figure. Measured on {photos}; the new model has not"
        " learned {held_out} of the {asked} that were looked for."
    )
    return text.format(
        photos=numbers.photos(found.photos),
        held_out=numbers.counted(found.held_out),
        asked=numbers.counted(found.neighbours.photos),
    )


def loss_words(found: Comparison) -> str:
    """What a new model must not lose, and whether it does."""
    copies, is_forgetful = found.copies, forgets(found)
    if copies is not None and loses(copies):
        return _tr("It has lost its hold of edited copies, which must not be.")
    if is_forgetful and copies is not None and not _is_less(copies):
        return _tr("It keeps edited copies, but finds photos from elsewhere clearly worse.")
    if is_forgetful:
        return _tr("It finds photos from elsewhere clearly worse.")
    if _is_less(copies) or _is_less(found.foreign):
        return _tr(
            "It loses some edited copies or photos from elsewhere, but less than would count"
            " against it."
        )
    if copies is None or found.foreign is None:
        return _tr("What could be measured of copies and photos from elsewhere is not lost.")
    return _tr("Edited copies and photos from elsewhere are found as well as before.")


def verdict_words(judged: Verdict, *, is_voted: bool) -> str:
    """The one recommendation. `is_voted`: the user's votes decide it."""
    match judged:
        case Verdict.BETTER if is_voted:
            return _tr("By your votes, the new model is better here: use it.")
        case Verdict.BETTER:
            return _tr(
                "The new model finds more of what belongs together in this library, and loses"
                " little otherwise: use it."
            )
        case Verdict.FORGETS:
            return _tr(
                "The new model finds more of what belongs together in this library, but pictures"
                " from elsewhere worse: use it if you search with photos of this library."
            )
        case Verdict.ALIKE:
            return _tr("No clear difference was found: keep the model that is in use.")
        case Verdict.WORSE:
            return _tr("The new model is worse in this library: keep the model that is in use.")


def comparing_words(told: Comparing) -> str:
    words = {
        ComparingStage.CODES: _tr("Making the new codes"),
        ComparingStage.COPIES: _tr("Looking for edited copies"),
        ComparingStage.RELATIVES: _tr("Finding out what belongs together"),
        ComparingStage.NEIGHBOURS: _tr("Looking for neighbours"),
        ComparingStage.DISAGREEMENTS: _tr("Looking for photos on which the two disagree"),
    }[told.stage]
    return f"{words} · {100 * told.done // max(1, told.total)} %"


def votes_words(new: int, old: int, neither: int) -> str:
    text = _tr(
        "You liked the photos of the new model more {new} times, those of the model in use {old}"
        " times, and saw no difference {neither} times."
    )
    return text.format(new=new, old=old, neither=neither)


def _figure(figure: Figure) -> str:
    return f"{numbers.decimal(100 * figure.mean)} ± {numbers.decimal(100 * figure.error)}"


def _change(made: Measured) -> str:
    """A gain that may be chance is none."""
    gain = 100 * made.gain.mean
    if not _is_clear(made):
        return _tr("about the same")
    word = _tr("better by {points}") if gain > 0 else _tr("worse by {points}")
    return word.format(points=numbers.decimal(abs(gain)))


def _is_clear(made: Measured) -> bool:
    return abs(made.gain.mean) > 2 * made.gain.error


def _is_less(made: Measured | None) -> bool:
    return made is not None and _is_clear(made) and made.gain.mean < 0


def _tr(text: str) -> str:
    return QCoreApplication.translate("comparison_words", text)
