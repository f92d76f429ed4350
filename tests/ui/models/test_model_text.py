"""Models in words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from desktop_app.ui.models.model_answers import ListedModel
from desktop_app.ui.models.model_text import file_name, model_facts, model_name, short_facts

_DAY = QDate(2024, 3, 1)
_SHIPPED = ListedModel(
    "abc", "", is_shipped=True, is_in_use=True, code_bits=64, descriptor_size=256,
    since=QDateTime(_DAY, QTime(12, 0)).toSecsSinceEpoch(), trained_on="", learned=None,
    has_previews=True,
)  # fmt: skip
_TRAINED = replace(_SHIPPED, is_shipped=False, learned=1)
_IMPORTED = replace(_SHIPPED, is_shipped=False, has_previews=False)


def _day() -> str:
    return QLocale().toString(_DAY, QLocale.FormatType.ShortFormat)


def test_a_model_has_the_name_that_was_given_or_tells_where_it_comes_from() -> None:
    assert model_name(replace(_TRAINED, name="Family")) == "Family"
    assert model_name(_SHIPPED) == "Default model"
    assert model_name(_TRAINED) == f"My model of {_day()}"
    assert model_name(_IMPORTED) == "abc"


def test_the_facts_of_a_model_tell_what_it_was_trained_on_and_since_when_it_is_there() -> None:
    assert model_facts(_SHIPPED) == "64 bits"
    assert model_facts(_TRAINED) == f"trained on 1 photo of this library · 64 bits · since {_day()}"
    assert model_facts(_IMPORTED) == f"imported · 64 bits · since {_day()} · without previews"


def test_in_short_a_model_was_trained_or_added() -> None:
    assert short_facts(_SHIPPED) == "64 bits"
    assert short_facts(_TRAINED) == f"64 bits · trained {_day()}"
    assert short_facts(_IMPORTED) == f"64 bits · added {_day()}"


def test_the_file_of_a_model_has_its_name_without_what_no_file_name_may_have() -> None:
    assert file_name(replace(_TRAINED, name=" My/model: 2. ")) == "My-model- 2"
    assert file_name(replace(_TRAINED, name=" .. ")) == "abc"
