"""The form of a retraining, its cost, and the component that it needs."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import EVERYTHING
from desktop_app.core.jobs.progress import Installing
from desktop_app.core.models import training_component
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.model_answers import ScopeOptions
from desktop_app.ui.retraining.component_view import ComponentView
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.retraining.retrain_form_flow import RetrainFormFlow
from desktop_app.ui.retraining.scope_choice import TrainingCandidates
from desktop_app.ui.shell.main_window import MainWindow
from tests.drawn_library import PHOTOS
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.retraining.model_dialog_steps import (
    LONG_MS,
    Opener,
    dialog_of,
    open_form,
    open_list,
    page,
    wait_for_answers,
    wait_until_counted,
)
from tests.ui.training_library import forked_trainer


@pytest.mark.slow
def test_too_few_photos_are_reported_and_nothing_can_be_started(
    qtbot: QtBot, open_window: Opener, shared_library: IndexedLibrary
) -> None:
    window = open_window(shared_library.library, forked_trainer())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    held_keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_L, held_keys)
    form = page(qtbot, window, RetrainForm)
    qtbot.waitUntil(
        lambda: "at least 200 photos, and there are 36" in form.cost.text(), timeout=WAIT_MS
    )
    assert not form.start.isEnabled()


def test_the_form_shows_the_cost_and_applies_a_time_limit_at_once(
    qtbot: QtBot, window: MainWindow
) -> None:
    form = open_form(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    expected = (
        "Trains on 220 photos on the processor, in about 12 min (codes 4 min, previews 8 min)."
        " It needs about 1.6 GB of memory."
    )
    assert form.cost.text() == expected
    form.time.setCurrentIndex(1)
    assert form.start.isEnabled()
    assert "for up to 5 min; without a limit it would take about 12 min" in form.cost.text()
    form.previews.buttons[1].click()
    assert not form.start.isEnabled()
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    assert form.cost.text().startswith("Trains on 220 photos on the processor, in about 4 min.")


def test_what_was_measured_once_is_known_the_next_time(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_form(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    known = form.cost.text()
    started: list[object] = []
    monkeypatch.setattr(window._services.models.probe, "start", started.append)
    dialog_of(window).close()
    form = open_form(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    assert form.cost.text() == known
    assert started == []
    form.bits.buttons[0].click()
    qtbot.waitUntil(lambda: len(started) == 1, timeout=WAIT_MS)


def test_a_quick_model_is_offered_first_and_needs_no_component(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    monkeypatch.setattr(window._services.models.probe, "start", pytest.fail)
    window.model_flow.open()
    form = page(qtbot, window, RetrainForm)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    expected = "Trains on 220 photos on the processor, usually in less than a minute."
    assert form.cost.text() == expected
    assert "no previews" in form.way.hint.text()
    assert not form.previews.isVisible()
    assert not form.time.isVisible()
    form.way.buttons[1].click()
    assert form.previews.isVisible()
    assert "previews" in form.way.hint.text()
    assert form.install.isVisible()
    form.way.buttons[0].click()
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    assert not form.install.isVisible()


def test_codes_longer_than_the_descriptors_of_the_model_in_use_are_refused(
    qtbot: QtBot, window: MainWindow
) -> None:
    services = window._services
    nothing = TrainingCandidates(EVERYTHING, ()), ScopeOptions([], 0, [])
    form = RetrainForm(services.theme, *nothing, code_bits=64)
    qtbot.addWidget(form)
    thread, costs = services.models.thread, services.models.costs
    flow = RetrainFormFlow(
        form, services.library, services.preferences, thread, costs, descriptor_size=64
    )
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    for longer in form.bits.buttons[1:]:
        longer.click()
        assert "Choose 64 bits, or switch to another model first." in form.cost.text()
        assert not form.start.isEnabled()
    form.bits.buttons[0].click()
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    flow.leave()


@pytest.mark.slow
def test_a_selection_that_is_too_small_is_refused(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.browse.count == PHOTOS, timeout=WAIT_MS)
    window.browse.grid.selection.select([(0, 4)], 0)
    form = open_form(qtbot, window)
    texts = [form.scope.itemText(row) for row in range(form.scope.count())]
    assert texts == [
        "The whole library",
        "Selection: 5 photos",
        "Photos from a date range",
    ]
    form.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "and there are 5" in form.cost.text(), timeout=WAIT_MS)
    assert not form.start.isEnabled()


@pytest.mark.slow
def test_nothing_is_measured_for_a_form_that_was_closed(qtbot: QtBot, window: MainWindow) -> None:
    form = open_form(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    gate = threading.Event()
    window._services.models.thread.ask(lambda _: gate.wait(WAIT_MS / 1000), lambda _: None)
    form.bits.buttons[0].click()
    window.model_flow.open_list()
    wait_until_counted(qtbot, form)
    gate.set()
    open_list(qtbot, window, 1)
    wait_for_answers(qtbot, window)
    assert not window._services.models.probe.is_running


@pytest.mark.slow
def test_a_missing_component_can_be_installed_from_its_page(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the real pip, which finds no packages here."""
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "target"))
    form = open_form(qtbot, window)
    assert not form.start.isVisible()
    assert "PyTorch" in form.cost.text()
    form.install.click()
    page(qtbot, window, ComponentView).back.click()
    open_form(qtbot, window).install.click()
    view = page(qtbot, window, ComponentView)
    view.install.click()
    assert not view.install.isEnabled()
    assert not view.back.isVisible()
    assert view.cancel.isVisible()
    qtbot.waitUntil(view.error.isVisible, timeout=LONG_MS)
    assert "could not be installed (ERROR: " in view.error.text()
    assert view.install.isEnabled()
    view.install.click()
    view.cancel.click()
    assert view.install.isEnabled()
    monkeypatch.delenv("PIP_TARGET")
    view.install.click()
    monkeypatch.setattr(training_component, "MODULES", ("json",))
    page(qtbot, window, RetrainForm)


def test_a_build_without_pip_says_what_to_do_instead(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    monkeypatch.setattr(training_component, "find_spec", lambda _: None)
    open_form(qtbot, window).install.click()
    view = page(qtbot, window, ComponentView)
    assert 'pip install "lookalike[train]"' in view.sentence.text()
    assert not view.install.isVisible()
    assert not view.install_from.isVisible()


@pytest.mark.slow
def test_a_component_can_be_installed_from_a_folder(
    qtbot: QtBot,
    desk: FakeDesk,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the real pip: nothing is in the folder."""
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "target"))
    open_form(qtbot, window).install.click()
    view = page(qtbot, window, ComponentView)
    view.install_from.click()
    assert view.install.isEnabled()
    desk.folder = tmp_path / "empty"
    desk.folder.mkdir()
    view.install_from.click()
    assert not view.install.isEnabled()
    qtbot.waitUntil(view.error.isVisible, timeout=LONG_MS)
    assert "could not be installed (ERROR: " in view.error.text()


def test_the_bar_shows_how_much_of_a_file_is_downloaded(theme: Theme) -> None:
    view = ComponentView(theme, can_install=True)
    view.show_installing(Installing("Downloading torch", 3 * 10**9, 4 * 10**9))
    assert view.bar.value() / view.bar.maximum() == 0.75
    view.show_installing(Installing("Installing collected packages"))
    assert view.bar.maximum() == 0
