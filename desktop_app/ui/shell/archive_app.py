"""Builds the window of an archive, and runs it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.base.paths import resources
from desktop_app.core.catalogue.settings import Settings
from desktop_app.ui.archive.archive_services import archive_services
from desktop_app.ui.archive.archive_window import ArchiveWindow
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.recent_libraries import LIST_NAME, RecentLibraries
from desktop_app.ui.search.dropped_pictures import sorted_paths
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.settings.window_memory import fit_to_screen
from desktop_app.ui.shell.app import Places, load_settings_or_default, make_application
from desktop_app.ui.shell.crash_dialog import CrashNotifier
from desktop_app.ui.system.crash_log import CrashLog
from desktop_app.ui.system.crash_marker import CrashMarker
from desktop_app.ui.system.desktop import Desktop, real_desktop
from desktop_app.ui.system.garbage_collection import GarbageCollector
from desktop_app.ui.system.termination_signals import TerminationSignals

_FIRST_SIZE = (1280, 820)


def run_archive(places: Places, pictures: Sequence[Path]) -> int:
    """Open the window of the archive `places.library`, and return the exit status.

    `pictures` are searched for together.

    An archive may have several windows: none of them changes anything.
    """
    app = make_application()
    termination = TerminationSignals()
    name = hashlib.sha256(os.fsencode(places.library)).hexdigest()[:16]
    crashes = CrashLog(places.log_file, CrashMarker(places.logs, f"archive-{name}-{os.getpid()}"))
    crashes.watch()
    settings, settings_error = load_settings_or_default(places.settings)
    language = Language(app, resources() / "translations", settings.language)
    theme, desktop = Theme(app, resources() / "icons", settings.theme), real_desktop()
    window = build_archive_window(theme, language, places, settings, desktop)
    termination.received.connect(window.close)
    notifier = CrashNotifier(theme, crashes.log_file, desktop, window)
    notifier.notice_posted.connect(window.message.show_notice)
    notifier.quit_requested.connect(window.close)
    crashes.failed.connect(notifier.report)
    _show(window, settings_error, pictures)
    garbage = GarbageCollector()
    status = app.exec()
    for part in (garbage, termination, crashes):
        part.close()
    return status


def _show(window: ArchiveWindow, error: SettingsError | None, pictures: Sequence[Path]) -> None:
    if error:
        window.message.show_error(error)
    fit_to_screen(window)
    window.show()
    if pictures:
        window.picture_input.receive(sorted_paths(pictures))


def build_archive_window(
    theme: Theme, language: Language, places: Places, settings: Settings, desktop: Desktop
) -> ArchiveWindow:
    """Build the window of the archive `places.library`, and start opening it."""
    recent = RecentLibraries(places.settings.with_name(LIST_NAME), places.library)
    services = archive_services(
        places.library, places.model, theme, language, desktop,
        Preferences(settings, places.settings), recent, places.log_file,
    )  # fmt: skip
    window = ArchiveWindow(services)
    window.resize(*_FIRST_SIZE)
    recent.remember()
    return window
