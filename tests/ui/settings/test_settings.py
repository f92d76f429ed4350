"""The settings: each choice counts at once, is written down, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.base.languages import LANGUAGES, LanguageEntry
from desktop_app.core.base.paths import own_program
from desktop_app.core.catalogue.settings import Settings
from desktop_app.core.jobs.requests import IndexRequest, Request
from desktop_app.ui.grid.thumbnail_loader import ThumbnailRequest
from desktop_app.ui.kit.palette import DARK, LIGHT
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.settings.cpu_usage import CpuUsage, cpu_usage_of, explanation, values_of
from desktop_app.ui.settings.settings_form import SettingsForm
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.cut_texts import cut_texts
from tests.ui.gestures import takes_wheel
from tests.ui.library.library_steps import wait_for_progress, wait_until_idle

Opener = Callable[..., MainWindow]


@pytest.fixture
def form(window: MainWindow, theme: Theme) -> Iterator[SettingsForm]:
    """Open, in a window on the shared library."""
    window.settings.open_or_raise()
    yield window.settings.form
    theme.choose("light")


def press(form: SettingsForm, row: str, text: str) -> None:
    buttons = getattr(form, row).buttons
    button = next(made for made in buttons if made.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def pressed(form: SettingsForm, row: str) -> list[str]:
    return [made.text() for made in getattr(form, row).buttons if made.isChecked()]


def written(tmp_path: Path) -> dict[str, object]:
    values: dict[str, object] = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    return values


def test_a_button_a_key_and_a_menu_open_them(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1200, 800)
    QTest.mouseClick(window.bar.settings, Qt.MouseButton.LeftButton)
    assert window.settings.isVisible()
    window.settings.close_button.click()
    assert not window.settings.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.settings.isActiveWindow, timeout=WAIT_MS)
    QTest.keyClick(window.settings, Qt.Key.Key_Escape)
    assert not window.settings.isVisible()
    window.sidebar.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Settings…").trigger()
    menu.close()
    assert window.settings.isVisible()


@pytest.mark.slow
def test_the_theme_changes_at_once_and_is_kept(
    qtbot: QtBot, window: MainWindow, form: SettingsForm, tmp_path: Path
) -> None:
    press(form, "theme", "Dark")
    assert window._services.theme.colours is DARK
    press(form, "theme", "Dark")
    assert pressed(form, "theme") == ["Dark"]
    qtbot.waitUntil((tmp_path / "settings.json").exists, timeout=WAIT_MS)
    assert written(tmp_path)["theme"] == "dark"
    press(form, "theme", "Light")
    assert window._services.theme.colours is LIGHT


@pytest.mark.slow
def test_choosing_a_language_translates_the_window_and_the_settings_dialog(
    window: MainWindow, form: SettingsForm, tmp_path: Path
) -> None:
    choice = form.language
    codes = [choice.itemData(row) for row in range(choice.count())]
    assert codes == ["system", *LANGUAGES]
    assert codes[-1] == "zh_CN"
    QTest.keyClick(choice, Qt.Key.Key_End)
    assert window.settings.isVisible()
    assert window.settings.windowTitle() == "设置"
    assert window.settings.form.language.currentData() == "zh_CN"
    assert window.settings.form.language.hasFocus()
    assert window.sidebar.views["view:photos"].text().strip() == "所有照片"
    QTest.keyClick(window.settings.form.language, Qt.Key.Key_Home)
    QTest.keyClick(window.settings.form.language, Qt.Key.Key_Down)
    assert window.settings.windowTitle() == "Settings"
    window.close()
    assert written(tmp_path)["language"] == "en"


def test_a_language_that_no_native_speaker_has_read_is_marked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LANGUAGES, "eo", LanguageEntry("Esperanto", "eo", "eo", reviewed=True))
    monkeypatch.setitem(LANGUAGES, "la", LanguageEntry("Latina", "la_VA", "la"))
    window.settings.open_or_raise()
    choice = window.settings.form.language
    shown = {choice.itemData(row): choice.itemText(row) for row in range(choice.count())}
    assert shown["en"] == "English"
    assert shown["eo"] == "Esperanto"
    assert shown["la"] == "Latina (not proofread)"


def test_watching_is_the_same_choice_in_the_menu_and_here(
    window: MainWindow, form: SettingsForm, shared_library: IndexedLibrary
) -> None:
    press(form, "watching", "Immediately")
    assert window.action_set.entry("watch_folders").isChecked()
    window.action_set.entry("watch_folders").trigger()
    assert pressed(form, "watching") == ["Only when I rescan (F5)"]
    assert window._services.watch.watched == []


@pytest.mark.slow
def test_low_cpu_usage_is_one_thread_at_the_lowest_priority(
    qtbot: QtBot, open_window: Opener, noise: Path, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library", program=own_program())
    jobs = window._services.jobs
    requests: list[Request] = []
    jobs.started.connect(requests.append)
    window.commands.add_folders([noise])
    wait_for_progress(qtbot, window)
    window.settings.open_or_raise()
    press(window.settings.form, "cpu_usage", "Low")
    assert "One photo at a time" in window.settings.form.cpu_usage_text.text()
    qtbot.waitUntil(lambda: len(requests) == 2, timeout=WAIT_MS)
    begun, taken_up = requests
    assert isinstance(begun, IndexRequest)
    assert begun.threads == 0
    assert not begun.gentle
    assert taken_up == IndexRequest(tmp_path / "library", [noise], 1, gentle=True)
    assert jobs.running is not None
    child = psutil.Process(jobs.running._process.processId())
    qtbot.waitUntil(lambda: child.nice() == 19, timeout=WAIT_MS)
    jobs.cancel()
    wait_until_idle(qtbot, window)


@pytest.mark.slow
def test_a_paused_job_resumes_with_the_new_cpu_usage(
    qtbot: QtBot, open_window: Opener, many_photos: Path, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library")
    jobs = window._services.jobs
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    jobs.pause()
    process = jobs.running
    window._services.preferences.change(gentle=True)
    assert jobs.running is process
    assert jobs.is_paused
    jobs.resume()
    qtbot.waitUntil(lambda: jobs.running is not process, timeout=WAIT_MS)
    assert jobs.running is not None
    assert isinstance(jobs.running.request, IndexRequest)
    assert jobs.running.request.gentle
    jobs.cancel()
    wait_until_idle(qtbot, window)


@pytest.mark.slow
def test_a_job_that_reads_no_photos_is_not_restarted(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    jobs = window._services.jobs
    ends: list[object] = []
    jobs.ended.connect(ends.append)
    jobs.remove_root(own_library.photos)
    window._services.preferences.change(gentle=True)
    wait_until_idle(qtbot, window)
    assert len(ends) == 1


@pytest.mark.parametrize(
    ("settings", "usage", "text"),
    [
        (Settings(), CpuUsage.ALL, "8 photos at a time"),
        (Settings(threads=8), CpuUsage.ALL, "8 photos at a time"),
        (Settings(threads=4), CpuUsage.HALF, "4 photos at a time"),
        (Settings(threads=3), None, "3 photos at a time"),
        (Settings(threads=1), None, "One photo at a time."),
        (Settings(threads=4, gentle=True), CpuUsage.GENTLE, "One photo at a time, only"),
    ],
)
def test_the_cpu_usage_is_explained_in_photos(
    settings: Settings, usage: CpuUsage | None, text: str
) -> None:
    assert cpu_usage_of(settings, cores=8) is usage
    assert explanation(settings, cores=8).startswith(text)


def test_each_cpu_usage_is_recognised_from_its_settings() -> None:
    for cores in (2, 3, 8):
        for usage in CpuUsage:
            settings = Settings(**values_of(usage, cores))  # type: ignore[arg-type]
            assert cpu_usage_of(settings, cores) is usage


def test_the_cache_of_thumbnails_shrinks_at_once(
    qtbot: QtBot, window: MainWindow, form: SettingsForm
) -> None:
    thumbnails = window._services.thumbnails
    qtbot.waitUntil(lambda: len(thumbnails._cache) > 0, timeout=WAIT_MS)
    assert "about 1,300" in form.cache_text.text()
    form.cache.setCurrentIndex(form.cache.findData(1024))
    form.cache.activated.emit(form.cache.currentIndex())
    assert "about 14,000" in form.cache_text.text()
    assert len(thumbnails._cache) > 0
    thumbnails.limit_cache(0)
    assert len(thumbnails._cache) == 0
    assert thumbnails.get(ThumbnailRequest(b"unknown", 10, 10)) is None


def test_the_sizes_of_the_cache_are_offered_with_one_that_is_set_in_the_file(
    form: SettingsForm,
) -> None:
    sizes = [32, 64, 96, 128, 256, 512, 1024]
    assert [form.cache.itemData(place) for place in range(form.cache.count())] == sizes
    form.show_settings(Settings(thumbnail_cache_mb=200))
    assert form.cache.currentText() == "200 MB"
    assert form.cache.count() == len(sizes) + 1


@pytest.mark.parametrize("usage", CpuUsage)
def test_the_explanation_of_the_cpu_usage_is_not_cut_in_large_letters(
    open_window: Opener, shared_library: IndexedLibrary, large_texts: Theme, usage: CpuUsage
) -> None:
    dialog = open_window(shared_library.library, own_theme=large_texts).settings
    dialog.open_or_raise()
    dialog.form.show_settings(Settings(**values_of(usage, cores=128)))  # type: ignore[arg-type]
    assert cut_texts(dialog) == []


def test_the_librarys_place_and_size_are_shown(
    window: MainWindow, form: SettingsForm, shared_library: IndexedLibrary, desk: FakeDesk
) -> None:
    assert window._services.library.size_bytes() > 1000
    form.show_library.click()
    assert desk.shown == [shared_library.library]


@pytest.mark.slow
def test_settings_that_cannot_be_written_are_reported(
    qtbot: QtBot, open_window: Opener, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").mkdir()
    window = open_window(shared_library.library)
    window.settings.open_or_raise()
    press(window.settings.form, "watching", "Immediately")
    qtbot.waitUntil(window.settings.complaint.isVisible, timeout=WAIT_MS)
    assert "cannot be used" in window.settings.complaint.text()
    assert "settings.json" in window.settings.complaint.text()


def test_every_control_has_a_name(form: SettingsForm) -> None:
    for control in (form.language, form.theme, form.cpu_usage, form.watching, form.cache):
        assert control.accessibleName()
    assert all(button.text() for button in form.theme.buttons)


def test_the_wheel_over_a_list_changes_no_setting(form: SettingsForm) -> None:
    before = form.cache.currentData()
    assert form.cache.currentIndex() > 0
    assert not takes_wheel(form.cache)
    assert form.cache.currentData() == before
