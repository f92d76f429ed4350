"""The window shows the training component of a frozen build, and removes it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import components
from desktop_app.core.models import training_component
from desktop_app.core.models.component_folder import component_folder, component_in_use
from desktop_app.ui.kit import announcements
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.model_dialog import ModelDialog
from desktop_app.ui.retraining.component_view import ComponentView
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.focus import without_name
from tests.ui.retraining.model_dialog_steps import LONG_MS, dialog_of, open_form, page, run_of

# A job of a frozen build; the window itself starts it so.
JOB = "import sys; sys.frozen = True; from desktop_app.job import run; sys.exit(run(sys.argv[-1]))"
SIZE = 1_200_000


@pytest.fixture(autouse=True)
def _frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(training_component, "is_frozen", lambda: True)


@pytest.fixture
def installed(window: MainWindow) -> Path:
    """The component for this build; `window` is there since it needs a frozen build's jobs."""
    window._services.models.installer._program = [sys.executable, "-c", JOB]
    return install(component_folder())


def install(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "torch.so").write_bytes(bytes(SIZE))
    (folder / "complete").touch()
    return folder


def open_component(qtbot: QtBot, window: MainWindow) -> ComponentView:
    """Open the page of an installed component, and wait until its size is known."""
    form = open_form(qtbot, window)
    form.component.click()
    view = page(qtbot, window, ComponentView)
    qtbot.waitUntil(view.removal.remove.isVisible, timeout=WAIT_MS)
    return view


@pytest.mark.slow
def test_an_installed_component_is_removed_after_a_question(
    qtbot: QtBot, window: MainWindow, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_out: list[str] = []
    monkeypatch.setattr(announcements, "announce", lambda _, text, **__: read_out.append(text))
    view = open_component(qtbot, window)
    assert "(PyTorch) is installed" in view.sentence.text()
    assert not view.install.isVisible()
    assert view.removal.remove.text() == "Remove component (1.2 MB)…"
    view.removal.remove.click()
    assert "frees 1.2 MB" in view.removal.question.text()
    assert view.window().focusWidget() is view.removal.keep
    assert not view.back.isVisible()
    assert without_name(view) == []
    view.removal.keep.click()
    assert view.back.isVisible()
    assert installed.exists()
    view.removal.remove.click()
    view.removal.remove_now.click()
    assert not view.removal.remove.isVisible()
    assert not view.cancel.isVisible()
    qtbot.waitUntil(lambda: dialog_of(window).content is not view, timeout=LONG_MS)
    after = page(qtbot, window, ComponentView)
    assert not installed.exists()
    told = (
        "The training component is removed; 1.2 MB are free again. Searching, your models and"
        " quick training work as before."
    )
    assert after.error.text() == told
    assert told in read_out
    assert after.install.isVisible()
    after.back.click()
    assert open_form(qtbot, window).install.isVisible()


def test_a_component_of_an_earlier_version_is_removed_where_the_new_one_is_offered(
    qtbot: QtBot, window: MainWindow
) -> None:
    install(components() / "training-0123456789ab")
    form = open_form(qtbot, window)
    assert not form.component.isVisible()
    form.install.click()
    view = page(qtbot, window, ComponentView)
    qtbot.waitUntil(view.removal.remove.isVisible, timeout=WAIT_MS)
    assert view.left_behind.isVisible()
    assert view.install.isVisible()
    assert "not installed" in view.sentence.text()


def test_only_what_is_in_a_folder_of_its_own_is_offered_for_removal(
    qtbot: QtBot, window: MainWindow, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_form(qtbot, window)
    assert form.component.isVisible()
    form.way.buttons[0].click()
    assert not form.component.isVisible()
    monkeypatch.setattr(training_component, "is_frozen", lambda: False)
    monkeypatch.setattr(training_component, "MODULES", ("json",))
    form.way.buttons[1].click()
    assert not form.component.isVisible()
    assert installed.exists()


@pytest.mark.usefixtures("installed")
def test_a_component_is_not_removed_while_this_window_trains(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_component(qtbot, window)
    monkeypatch.setattr(window._services.models.installer, "start", pytest.fail)
    run_of(window).phase = RunPhase.WAITING
    view.removal.remove.click()
    view.removal.remove_now.click()
    assert "cannot be removed while a training" in view.error.text()
    assert view.removal.remove.isVisible()


@pytest.mark.slow
def test_a_component_is_not_removed_while_another_process_trains(
    qtbot: QtBot, window: MainWindow, installed: Path
) -> None:
    view = open_component(qtbot, window)
    with component_in_use():
        view.removal.remove.click()
        view.removal.remove_now.click()
        qtbot.waitUntil(view.error.isVisible, timeout=LONG_MS)
    assert "cannot be removed while a training" in view.error.text()
    assert installed.exists()
    assert view.removal.remove.isVisible()


def test_a_page_without_a_component_offers_no_removal(theme: Theme, qtbot: QtBot) -> None:
    view = ComponentView(theme, can_install=True)
    qtbot.addWidget(view)
    view.show_size(0)
    assert not view.removal.remove.isVisibleTo(view)
    assert not view.left_behind.isVisibleTo(view)


def test_in_german_and_large_texts_the_page_fits_a_narrow_screen(
    large_texts: Theme, language: Language, qtbot: QtBot
) -> None:
    language.choose("de")
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ModelDialog(large_texts, window)
    view = ComponentView(large_texts, can_install=True)
    view.show_size(1_234_000_000)
    dialog.set_content(view)
    assert view.removal.remove.isVisibleTo(view)
    assert dialog.minimumSizeHint().width() <= 1280
