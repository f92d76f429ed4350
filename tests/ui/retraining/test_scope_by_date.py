"""The photos that a model learns from, chosen by when they were taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.retraining.retrain_form import RetrainForm
from tests.ui.browse.test_date_filter import pick
from tests.ui.conftest import WAIT_MS
from tests.ui.retraining.model_dialog_steps import Opener, open_form
from tests.ui.training_library import forked_trainer


@pytest.fixture
def form(qtbot: QtBot, open_window: Opener, library: Path) -> RetrainForm:
    """100 photos of two months of 2019, 70 of 2020, and 50 without a date."""
    with Catalogue(LibraryFiles(library)) as catalogue:
        catalogue.connection.execute(
            "UPDATE photos SET taken_at = CASE WHEN id <= 60 THEN '2019-03-05T10:00:00'"
            " WHEN id <= 100 THEN '2019-08-20T10:00:00' WHEN id <= 170 THEN '2020-01-01T10:00:00'"
            " ELSE '' END"
        )
    form = open_form(qtbot, open_window(library, forked_trainer()))
    form.scope.setCurrentIndex(form.scope.count() - 1)
    return form


def wait_for_photos(qtbot: QtBot, form: RetrainForm, count: int) -> None:
    """Too few are counted in the refusal."""
    text = f"and there are {count}"
    qtbot.waitUntil(lambda: text in form.cost.text(), timeout=WAIT_MS)


@pytest.mark.slow
def test_a_year_a_month_or_photos_without_a_date_are_one_click(
    qtbot: QtBot, form: RetrainForm
) -> None:
    tree = form.scope.dates.tree
    tops = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    shown = [(top.text(0), top.text(1)) for top in tops if top is not None]
    assert shown == [("Any date", ""), ("2020", "70"), ("2019", "100"), ("No date", "50")]
    assert tops[2] is not None
    for item, count in ((tops[1], 70), (tops[2], 100), (tops[2].child(1), 60), (tops[3], 50)):
        tree.setCurrentItem(item)  # type: ignore[arg-type]
        wait_for_photos(qtbot, form, count)
    tree.setCurrentItem(tops[0])  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: "Trains on 220 photos" in form.cost.text(), timeout=WAIT_MS)


@pytest.mark.slow
def test_any_two_days_are_picked_in_calendars(qtbot: QtBot, form: RetrainForm) -> None:
    pick(form.scope.dates.first, QDate(2019, 8, 20))
    wait_for_photos(qtbot, form, 110)
    pick(form.scope.dates.last, QDate(2019, 12, 31))
    wait_for_photos(qtbot, form, 40)


@pytest.mark.slow
def test_dates_are_offered_only_for_photos_of_some_dates(form: RetrainForm) -> None:
    assert form.scope.dates.isVisible()
    form.scope.setCurrentIndex(0)
    assert not form.scope.dates.isVisible()
