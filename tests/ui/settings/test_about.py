"""Help > About: what a report needs, and whose work the application rests on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from desktop_app.ui.settings.about_dialog import AboutDialog, own_version, used_packages
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import FakeDesk, IndexedLibrary


def about(window: MainWindow) -> AboutDialog:
    window.action_set.entry("about").trigger()
    return window.findChildren(AboutDialog)[0]


def test_it_tells_version_and_licence_and_where_library_and_log_are(
    window: MainWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    dialog = about(window)
    texts = [item.text().replace("\u200b", "") for item in dialog.findChildren(QLabel)]
    assert f"Lookalike {own_version()}" in texts
    assert any("Apache License 2.0" in text for text in texts)
    assert str(shared_library.library) in texts
    assert str(tmp_path / "logs" / "lookalike.log") in texts


def test_every_library_has_its_version_and_its_licence() -> None:
    packages = {package.name.lower().replace("_", "-"): package for package in used_packages()}
    assert {"numpy", "onnxruntime", "pillow", "pyside6-essentials", "faiss-cpu"} <= set(packages)
    assert "pytest" not in packages
    assert all(package.version and package.licence for package in packages.values())
    assert "LGPL" in packages["pyside6-essentials"].licence


def test_the_versions_can_be_copied_for_a_bug_report(window: MainWindow) -> None:
    dialog = about(window)
    dialog.copy.click()
    copied = QApplication.clipboard().text()
    assert copied == dialog.text
    assert "Python 3." in copied
    assert all(f"{item.name} {item.version} (" in copied for item in used_packages())


def test_the_folders_of_library_and_log_are_opened_from_there(
    window: MainWindow, desk: FakeDesk, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    dialog = about(window)
    log_file = tmp_path / "logs" / "lookalike.log"
    for button in dialog.show_buttons:
        button.click()
    log_file.parent.mkdir(exist_ok=True)
    log_file.write_text("")
    dialog.show_buttons[1].click()
    assert desk.shown == [shared_library.library, log_file.parent, log_file]


def test_the_libraries_are_listed_over_the_whole_width(window: MainWindow) -> None:
    area = about(window).findChildren(QScrollArea)[0]
    inside = area.widget()
    assert inside is not None
    assert inside.width() == area.viewport().width()
