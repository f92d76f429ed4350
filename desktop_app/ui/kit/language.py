"""The language of the window: its words, Qt's own words, and how numbers and dates are written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

ENGLISH, CHINESE = "en", "zh_CN"
# What is spoken, in its own words: whoever cannot read the window must find the way back.
OWN_NAMES = {ENGLISH: "English", CHINESE: "简体中文"}
_LOCALES = {ENGLISH: "en_GB", CHINESE: "zh_CN"}


class Language(QObject):
    """Applies the language to the application. `changed` when words that are shown have to be said
    anew: widgets that were built before do not change by themselves.
    """

    changed = Signal()

    def __init__(self, app: QApplication, translations: Path, chosen: str) -> None:
        """`chosen` is one of core.settings.LANGUAGES; `translations` the folder of the .qm files.

        What is written in English needs none.
        """
        super().__init__()
        self._app = app
        self._translations = translations
        self._translators: list[QTranslator] = []
        self.spoken = ""
        self.choose(chosen)

    def choose(self, chosen: str) -> None:
        """From now on; the system's, where it is one that is spoken here."""
        spoken = (
            preferred_language(QLocale.system().uiLanguages()) if chosen == "system" else chosen
        )
        if spoken == self.spoken:
            return
        self.spoken = spoken
        QLocale.setDefault(_locale(spoken))
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = [] if spoken == ENGLISH else self._loaded(spoken)
        for new in self._translators:
            self._app.installTranslator(new)
        self.changed.emit()

    def _loaded(self, name: str) -> list[QTranslator]:
        """Qt's words first, then ours: of two translators, Qt asks the newer one first."""
        folders = {
            "qtbase": Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            "lookalike": self._translations,
        }
        translators = []
        for product, folder in folders.items():
            translator = QTranslator(self)
            if translator.load(str(folder / f"{product}_{name}.qm")):
                translators.append(translator)
        return translators


def preferred_language(wanted: Iterable[str]) -> str:
    """Of the names of languages, as 'zh-Hans-CN', the first that is spoken here; else English.

    Who reads traditional characters is better served by the next language of their own.
    """
    for name in wanted:
        locale = QLocale(name)
        if locale.language() is QLocale.Language.English:
            return ENGLISH
        is_simplified = locale.script() is QLocale.Script.SimplifiedHanScript
        if locale.language() is QLocale.Language.Chinese and is_simplified:
            return CHINESE
    return ENGLISH


def _locale(name: str) -> QLocale:
    """The system's, with the user's own formats, where it is of this language."""
    system, plain = QLocale.system(), QLocale(_LOCALES[name])
    is_like = (system.language(), system.script()) == (plain.language(), plain.script())
    return system if is_like else plain
