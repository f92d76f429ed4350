"""Texts of a model: its name, its file's name, its facts."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.ui.kit import numbers
from desktop_app.ui.models.model_answers import ListedModel

_NOT_IN_FILES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def model_name(model: ListedModel) -> str:
    """The name that the user has given, or else a description."""
    if model.name:
        return model.name
    if model.is_shipped:
        return _tr("Default model")
    if model.learned is None:
        return model.model_id
    return _tr("My model of {day}").format(day=_day(model))


def file_name(model: ListedModel) -> str:
    """A name for the model's file, without its suffix and without reserved characters."""
    return _NOT_IN_FILES.sub("-", model.name).strip(" .") or model.model_id


def model_facts(model: ListedModel) -> str:
    parts = [numbers.bits(model.code_bits)]
    if model.learned is not None:
        text = _tr("trained on {photos} of this library")
        parts.insert(0, text.format(photos=numbers.photos(model.learned)))
    elif not model.is_shipped:
        parts.insert(0, _tr("imported"))
    if not model.is_shipped:
        parts.append(_tr("since {day}").format(day=_day(model)))
    if not model.has_previews:
        parts.append(_tr("without previews"))
    return " · ".join(parts)


def short_facts(model: ListedModel) -> str:
    """The length of its codes, and when it was trained or imported, in one short line."""
    bits = numbers.bits(model.code_bits)
    if model.is_shipped:
        return bits
    text = _tr("added {day}") if model.learned is None else _tr("trained {day}")
    return f"{bits} · {text.format(day=_day(model))}"


def _day(model: ListedModel) -> str:
    when = QDateTime.fromSecsSinceEpoch(int(model.since))
    return QLocale().toString(when.date(), QLocale.FormatType.ShortFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("model_text", text)
