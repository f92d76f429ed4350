"""Another language while the window is open: every word changes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QMimeData, QObject, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.base.languages import ENGLISH, LANGUAGES
from desktop_app.core.base.paths import resources
from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter
from desktop_app.core.catalogue.settings import Settings, load_settings, save_settings
from desktop_app.ui.engine.queries import FileSource, PhotoSource, SearchQuery
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.language import Language, preferred_language
from desktop_app.ui.kit.message_bar import Notice, translated
from desktop_app.ui.photos.photo_actions import move_photos
from desktop_app.ui.settings.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer.compare_view import CompareMode
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary, outliers_of
from tests.ui.gestures import drop, has_results, names, wait_for_message, wait_for_results
from tests.ui.library.library_steps import wait_for_progress

Speak = Callable[[str], None]


@pytest.fixture
def speak(language: Language, qapp: QApplication) -> Speak:
    def choose(name: str) -> None:
        language.choose(name)
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()

    return choose


def search_for(qtbot: QtBot, window: MainWindow, picture: Path) -> None:
    window.commands.search(FileSource(picture))
    wait_for_results(qtbot, window, picture.name)


def test_of_the_systems_languages_the_first_that_is_spoken_is_taken() -> None:
    for wanted, spoken in (
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["zh-CN"], "zh_CN"),
        (["eo", "zh-CN", "en"], "zh_CN"),
        (["en-US", "zh-CN"], "en"),
        (["zh-Hant-TW", "zh-TW"], "en"),
        (["de-AT", "en"], "de"),
        (["fr-CA", "de"], "fr"),
        (["C"], "en"),
        ([], "en"),
    ):
        assert preferred_language(wanted) == spoken


def test_a_system_of_any_language_of_the_table_is_answered_in_it() -> None:
    for code, language in LANGUAGES.items():
        assert preferred_language([language.locale.replace("_", "-"), "en"]) == code
        assert preferred_language([language.tag, "en"]) == code


def test_every_language_of_the_table_can_be_chosen_and_is_translated(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for code in LANGUAGES:
        save_settings(path, Settings(language=code))
        assert load_settings(path).language == code
        assert code == ENGLISH or (resources() / f"translations/lookalike_{code}.qm").exists()


def test_numbers_and_dates_follow_the_language(
    qtbot: QtBot, window: MainWindow, speak: Speak
) -> None:
    from datetime import date

    from desktop_app.ui.kit.filter_labels import month_name

    assert month_name(date(2019, 3, 1)) == "March 2019"
    speak("zh_CN")
    assert month_name(date(2019, 3, 1)) == "2019年3月"
    assert numbers.photos(1) == "1 张照片"
    assert numbers.photos(12_480) == "12,480 张照片"


def test_french_has_the_singular_after_zero_and_its_own_units(language: Language) -> None:
    assert [numbers.photos(count) for count in (0, 1, 2)] == ["0 photos", "1 photo", "2 photos"]
    language.choose("fr")
    assert [numbers.photos(count) for count in (0, 1, 2)] == ["0 photo", "1 photo", "2 photos"]
    assert numbers.files(0) == "0 fichier"
    assert numbers.file_size(1000) == "1,0 ko"
    language.choose("de")
    assert numbers.bits(0) == "0 Bits"


def test_qts_own_words_are_in_the_language_too(window: MainWindow, speak: Speak) -> None:
    speak("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.slow
def test_a_search_stays_when_the_language_changes_and_changes_back(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, speak: Speak
) -> None:
    search_for(qtbot, window, shared_library.picture("car", 1))
    search_for(qtbot, window, shared_library.picture("beach", 0))
    question, found, english = window.search_flow.state.query, names(window), window.panel.sentence
    window.results.grid.selection.select([(1, 2)], 2)
    speak("zh_CN")
    assert window.search_flow.state.query is question
    assert names(window) == found
    assert window.results.grid.selection.ranges() == [(1, 2)]
    assert window.panel.sentence not in ("", english)
    assert window.bar.back.isEnabled()
    speak("en")
    assert window.panel.sentence == english
    assert names(window) == found
    window.search_flow.step(-1)
    wait_for_results(qtbot, window, "car-1.jpg")


@pytest.mark.slow
def test_examples_and_hidden_results_stay(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, speak: Speak
) -> None:
    search_for(qtbot, window, shared_library.picture("beach", 0))
    qtbot.waitUntil(lambda: window.panel.distances.histogram.counts.farthest > 0, timeout=WAIT_MS)
    searcher = window._services.searcher
    with qtbot.waitSignal(searcher.answer_ready, timeout=WAIT_MS, check_params_cb=has_results):
        window.query_editor.add([FileSource(shared_library.picture("car", 1))], wanted=False)
    qtbot.waitUntil(lambda: len(window.bar.chips.chips) == 2, timeout=WAIT_MS)
    histogram = window.panel.distances.histogram
    histogram.range_changed.emit(0, histogram.counts.farthest // 2)
    histogram.show_counts(histogram.counts.with_limits(0, histogram.counts.farthest // 2))
    qtbot.waitUntil(
        lambda: window.search_flow.state.limits.max_distance is not None, timeout=WAIT_MS
    )
    limit = histogram.counts.max_distance
    speak("zh_CN")
    assert len(window.bar.chips.chips) == 2
    assert window.panel.distances.histogram.counts.max_distance == limit
    assert not window.panel.distances.all.isHidden()


@pytest.mark.slow
def test_filters_selection_and_place_among_all_photos_stay(
    qtbot: QtBot, window: MainWindow, speak: Speak
) -> None:
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    window.resize(900, 600)
    window.browse_flow.filter(PhotoFilter(orientation=Orientation.LANDSCAPE))
    qtbot.waitUntil(lambda: len(window.filters.chips.chips) == 1, timeout=WAIT_MS)
    qtbot.wait(300)
    count = window.browse.count
    window.browse.grid.selection.select([(3, 5)], 4)
    bar = window.browse.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    speak("zh_CN")
    assert window.browse.count == count
    assert window.browse.grid.selection.ranges() == [(3, 5)]
    assert window.browse.grid.verticalScrollBar().value() == place
    assert [chip.text().strip() for chip in window.filters.chips.chips] == ["横向"]


@pytest.mark.slow
def test_unusual_photos_stay_in_sight(qtbot: QtBot, window: MainWindow, speak: Speak) -> None:
    window.commands.show_view("outliers")
    qtbot.waitUntil(lambda: outliers_of(window).model.rowCount() > 0, timeout=WAIT_MS)
    count = outliers_of(window).model.rowCount()
    speak("zh_CN")
    assert window.switcher.shown == "outliers"
    assert outliers_of(window).isVisible()
    assert outliers_of(window).model.rowCount() == count


@pytest.mark.slow
def test_the_viewer_still_shows_its_photo_after_a_change_of_language(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, speak: Speak
) -> None:
    search_for(qtbot, window, shared_library.picture("beach", 0))
    window.results.grid.setCurrentIndex(window.results.model.index(2, 0))
    window.viewer.open(window.results.grid)
    window.viewer.comparison.set_mode(CompareMode.SIDE_BY_SIDE)
    window.commands.files.undo()
    shown, text = window.viewer.current.photo, window.viewer.message.text
    assert shown is not None
    speak("zh_CN")
    assert window.viewer.message.isVisible()
    assert window.viewer.message.text == window.message.text not in ("", text)
    assert window.viewer.isVisible()
    assert window.viewer.current.photo is not None
    assert window.viewer.current.photo.path == shown.path
    assert window.viewer.comparison.mode is CompareMode.SIDE_BY_SIDE


@pytest.mark.slow
def test_flipped_bits_stay_flipped(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, speak: Speak
) -> None:
    search_for(qtbot, window, shared_library.picture("beach", 0))
    window.panel.lens.heading.setChecked(True)
    qtbot.waitUntil(lambda: len(window.panel.lens.grid.code.bits) > 0, timeout=WAIT_MS)
    window.panel.lens.flip_requested.emit(7)
    qtbot.waitUntil(lambda: 7 in window.panel.lens.grid.code.flips, timeout=WAIT_MS)
    speak("zh_CN")
    assert window.panel.lens.is_open
    qtbot.waitUntil(lambda: 7 in window.panel.lens.grid.code.flips, timeout=WAIT_MS)


@pytest.mark.slow
def test_a_shown_message_is_translated_and_its_button_works(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    own_library: IndexedLibrary,
    speak: Speak,
) -> None:
    window = open_window(own_library.library)
    search_for(qtbot, window, own_library.picture("beach", 1))
    window.sidebar.searches.recent.delete_requested.emit(0)
    assert window.message.text == "Search deleted: beach-1.jpg"
    for language, text, undo in (
        ("zh_CN", "已删除搜索：beach-1.jpg", "撤销"),
        ("en", "Search deleted: beach-1.jpg", "Undo"),
        ("zh_CN", "已删除搜索：beach-1.jpg", "撤销"),
    ):
        speak(language)
        assert (window.message.text, window.message.button.text()) == (text, undo)
    window.message.button.click()
    assert window.sidebar.searches.recent.names == ["beach-1.jpg"]
    assert window.message.text == ""


@pytest.mark.slow
def test_recent_searches_are_named_in_the_other_language_and_saved_ones_keep_their_names(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    own_library: IndexedLibrary,
    speak: Speak,
) -> None:
    window = open_window(own_library.library)
    window.query_editor.search(
        [FileSource(own_library.picture(kind, 1)) for kind in ("beach", "flower")]
    )

    def recent() -> list[str]:
        return window.sidebar.searches.recent.names

    qtbot.waitUntil(lambda: recent() == ["beach-1.jpg and 1 more"], timeout=WAIT_MS)
    window.sidebar.searches.recent.save_requested.emit(0)
    speak("zh_CN")
    assert recent() == ["beach-1.jpg 及另外 1 张"]
    assert window.sidebar.searches.saved.names == ["beach-1.jpg and 1 more"]
    window.sidebar.searches.recent.delete_requested.emit(0)
    assert window.message.text == "已删除搜索：beach-1.jpg 及另外 1 张"


@pytest.mark.slow
def test_moved_photos_are_counted_in_the_other_language_and_put_back(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    own_library: IndexedLibrary,
    desk: FakeDesk,
    tmp_path: Path,
    speak: Speak,
) -> None:
    window = open_window(own_library.library)
    desk.folder = tmp_path / "best"
    desk.folder.mkdir()
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    window.browse.grid.selection.select([(0, 1)], 0)
    window.browse.commands.request_action(
        move_photos, window.browse.grid.selection.photo_selection()
    )
    wait_for_message(qtbot, window, "2 photos moved to")
    speak("zh_CN")
    assert window.message.text == f"已将 2 张照片移动到 {desk.folder}。"
    window.message.button.click()
    wait_for_message(qtbot, window, "已撤销移动（2 张照片）")
    assert len(list(own_library.photos.iterdir())) == 8


@pytest.mark.slow
def test_errors_and_notices_are_translated_too(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, speak: Speak
) -> None:
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/page")])
    gone = tmp_path / "gone.jpg"
    causes: list[tuple[Callable[[], object], str]] = [
        (lambda: window.commands.search(FileSource(gone)), "gone.jpg does not exist"),
        (lambda: drop(window, link), "never downloads anything"),
        (
            lambda: window.query_editor.add([PhotoSource(1)], wanted=False),
            "exclude photos like this",
        ),
        (lambda: window.saved_searches.save(), "Search for something first"),  # noqa: PLW0108 -- another
        (window.commands.files.undo, "Nothing to undo"),
        (lambda: window.library_actions.show_file(gone), "gone.jpg does not exist"),
    ]
    for cause, part in causes:
        cause()
        wait_for_message(qtbot, window, part)
        english = window.message.text
        speak("zh_CN")
        assert window.message.text not in ("", english)
        speak("en")
        assert window.message.text == english


def test_a_waiting_message_is_shown_in_the_current_language(
    window: MainWindow, speak: Speak
) -> None:
    window.message.show_error("First")
    window.message.queue_notice(translated(lambda: Notice(numbers.photos(3))))
    speak("zh_CN")
    window.message.clear()
    assert window.message.text == "3 张照片"


@pytest.mark.slow
def test_the_overview_of_keys_is_reworded(window: MainWindow, speak: Speak) -> None:
    window.action_set.run("shortcuts")
    speak("zh_CN")
    titles = [dialog.windowTitle() for dialog in window.findChildren(ShortcutsDialog)]
    assert titles == ["键盘快捷键"]
    assert window.action_set["back"].key_text == "Alt+←"


@pytest.mark.slow
def test_a_running_job_continues_and_its_progress_stays_visible(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    many_photos: Path,
    tmp_path: Path,
    speak: Speak,
) -> None:
    window = open_window(tmp_path / "library")
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    jobs = window._services.jobs
    process = jobs.running
    jobs.pause()
    speak("zh_CN")
    assert jobs.running is process
    assert window.work.strip.text.startswith("已暂停")
    jobs.resume()
    qtbot.waitUntil(lambda: jobs.running is None, timeout=2 * WAIT_MS)
    qtbot.waitUntil(lambda: window.work.strip.text.startswith("已索引"), timeout=WAIT_MS)
    assert window.browse.isVisible()


@pytest.mark.slow
def test_a_window_that_was_closed_is_left_alone(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, speak: Speak
) -> None:
    search_for(qtbot, window, shared_library.picture("beach", 0))
    window.results.grid.setCurrentIndex(window.results.model.index(0, 0))
    window.viewer.open(window.results.grid)
    viewer = window.viewer
    window.close()
    speak("zh_CN")
    assert window.viewer is viewer


@pytest.mark.slow
def test_the_old_widgets_are_deleted(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, speak: Speak
) -> None:
    search_for(qtbot, window, shared_library.picture("beach", 0))
    speak("zh_CN")
    speak("en")
    before = _count(window)
    for _ in range(3):
        speak("zh_CN")
        speak("en")
    assert _count(window) == before
    question = SearchQuery.from_sources([PhotoSource(1)])
    window.search_flow.run(question)
    qtbot.waitUntil(lambda: window.search_flow.state.shown is question, timeout=WAIT_MS)


def _count(window: MainWindow) -> dict[str, int]:
    """All widgets, and who listens to the services."""
    services = window._services
    listeners = {
        name: QObject.receivers(service, SIGNAL(signal))
        for name, service, signal in (
            ("answers", services.searcher, "answer_ready(PyObject)"),
            ("listed", services.browser, "listed(PyObject)"),
            ("started", services.jobs, "started(PyObject)"),
            ("idle", services.jobs, "idle()"),
            ("ended", services.file_work, "ended(PyObject)"),
            ("loaded", services.thumbnails, "loaded(PyObject)"),
            ("opened", services.pictures, "opened(PyObject)"),
            ("theme", services.theme, "colours_changed()"),
            ("searches", services.searches, "searches_changed()"),
            ("settings", services.preferences, "settings_changed(PyObject)"),
        )
    }
    assert all(listeners.values())
    return {**listeners, "children": len(window.findChildren(QObject))}
