"""The form of the settings dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop_app.core.base.languages import LANGUAGES, LanguageEntry
from desktop_app.core.base.processors import available_cores
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.settings import THEMES, Settings
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import ToggleRow
from desktop_app.ui.kit.messages import breakable, shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import Choice, WrappedButton, label
from desktop_app.ui.settings.cpu_usage import (
    CpuUsage,
    cpu_usage_of,
    explanation,
    label_of,
    values_of,
)
from desktop_app.ui.settings.preferences import Preferences

_CACHES_MB = (32, 64, 96, 128, 256, 512, 1024)
_PHOTO_RATIO = 0.75
_BYTES_A_PIXEL = 4


class SettingsForm(QWidget):
    """The choices, in the current language. Each is applied immediately.

    Signals:
        show_library_requested (): Show the folder of the library in the file manager.
    """

    show_library_requested = Signal()

    def __init__(
        self, theme: Theme, preferences: Preferences, library: LibraryFiles, rescan_key: str
    ) -> None:
        """Create the form. `rescan_key` is the shortcut that scans for new photos."""
        super().__init__()
        self._theme = theme
        self._preferences = preferences
        self._library = library
        self._rescan_key = rescan_key
        self._cores = available_cores()
        self.language = Choice(theme, self.tr("Language"))
        self.language.addItem(self.tr("System"), "system")
        for code, language in LANGUAGES.items():
            self.language.addItem(self._shown_name(language), code)
        self.theme = ToggleRow(
            theme, list(zip(self._theme_labels(), THEMES, strict=True)), self.tr("Theme")
        )
        usages = [(label_of(usage), usage) for usage in CpuUsage]
        self.cpu_usage = ToggleRow(theme, usages, self.tr("CPU use while indexing"))
        watching_choices = [
            (self.tr("Immediately"), True),
            (self.tr("Only when I rescan (F5)"), False),
        ]
        self.watching = ToggleRow(theme, watching_choices, self.tr("Watch folders for new photos"))
        self.cache = Choice(theme, self.tr("Thumbnail cache"))
        self.show_library = WrappedButton(self.tr("Show in file manager"))
        self.cpu_usage_text = label("", "secondary", wrapped=True)
        self.cache_text = label("", "secondary", wrapped=True)
        self._lay_out()
        self._connect()
        self.show_settings(preferences.settings)

    def show_settings(self, settings: Settings) -> None:
        """Show these settings, without changing them."""
        _choose(self.language, settings.language)
        self.theme.show_chosen(settings.theme)
        self.cpu_usage.show_chosen(cpu_usage_of(settings, self._cores))
        self.cpu_usage_text.setText(explanation(settings, self._cores))
        self.watching.show_chosen(settings.watch_folders)
        self._show_cache(settings)

    def _show_cache(self, settings: Settings) -> None:
        self.cache.clear()
        for size in sorted({*_CACHES_MB, settings.thumbnail_cache_mb}):
            self.cache.addItem(self.tr("{size} MB").format(size=numbers.counted(size)), size)
        _choose(self.cache, settings.thumbnail_cache_mb)
        side = settings.thumbnail_side * self.devicePixelRatio()
        a_photo = side * side * _PHOTO_RATIO * _BYTES_A_PIXEL
        count = round(settings.thumbnail_cache_mb * 2**20 / a_photo, -2)
        text = self.tr(
            "Keeps recently viewed thumbnails in memory: about {count} at the current size."
        )
        self.cache_text.setText(text.format(count=numbers.counted(int(count))))

    def _connect(self) -> None:
        self.language.activated.connect(
            lambda: self._change_settings(language=self.language.currentData())
        )
        self.cache.activated.connect(
            lambda: self._change_settings(thumbnail_cache_mb=self.cache.currentData())
        )
        self.theme.chosen.connect(lambda theme: self._change_settings(theme=theme))
        self.watching.chosen.connect(
            lambda is_wanted: self._change_settings(watch_folders=is_wanted)
        )
        self.cpu_usage.chosen.connect(self._change_cpu_usage)
        self.show_library.clicked.connect(self.show_library_requested)
        self._preferences.settings_changed.connect(self.show_settings)

    def _change_cpu_usage(self, usage: CpuUsage | None) -> None:
        self._change_settings(
            **({"threads": None} if usage is None else values_of(usage, self._cores))
        )

    def _change_settings(self, **values: object) -> None:
        """Apply a choice. None means that a toggle was pressed again; it is switched back on."""
        if None in values.values():
            self.show_settings(self._preferences.settings)
        else:
            self._preferences.change(**values)

    def _shown_name(self, language: LanguageEntry) -> str:
        """The name of a language in itself, marked if no native speaker has read its texts."""
        if language.reviewed:
            return language.own_name
        return self.tr("{language} (not proofread)").format(language=language.own_name)

    def _theme_labels(self) -> tuple[str, str, str]:
        return self.tr("System"), self.tr("Light"), self.tr("Dark")

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.wide)
        grid.setVerticalSpacing(metrics.tight)
        grid.setColumnStretch(1, 1)
        watching = self.tr(
            "Folders on network drives are not watched; {rescan} to find new photos."
        )
        rescan = self.tr("rescan")
        watching = watching.format(rescan=f"{rescan} ({self._rescan_key})")
        proofreading = self.tr(
            "No native speaker has read the translations that are marked as not proofread yet."
        )
        library = label(breakable(shown_folder(self._library.folder)), wrapped=True)
        rows: list[tuple[QWidget, QWidget | None]] = [
            (self.language, label(proofreading, "secondary", wrapped=True)),
            (self.theme, None),
            (self.cpu_usage, self.cpu_usage_text),
            (self.watching, label(watching, "secondary", wrapped=True)),
            (self.cache, self.cache_text),
            (library, self._library_line()),
        ]
        for place, (control, note) in enumerate(rows):
            name = self.tr("Library") if control is library else control.accessibleName()
            self._add_row(grid, 3 * place, name, control, note)

    def _add_row(
        self, grid: QGridLayout, row: int, name: str, control: QWidget, note: QWidget | None
    ) -> None:
        grid.addWidget(label(name, wrapped=True), row, 0, alignment=Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(control, row, 1)
        if note is not None:
            grid.addWidget(note, row + 1, 1)
        grid.setRowMinimumHeight(row + 2, self._theme.metrics.wide - self._theme.metrics.tight)

    def _library_line(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        size = numbers.file_size(self._library.size_bytes())
        text = self.tr("{size} on disk").format(size=size)
        size_label: QLabel = label(text, "secondary", wrapped=True)
        row.addWidget(size_label, 1)
        row.addWidget(self.show_library)
        return whole


def _choose(box: Choice, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
