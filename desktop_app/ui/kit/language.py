"""The language of the application: its translations, Qt's, and the format of numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.core.base.languages import ENGLISH, LANGUAGES


class Language(QObject):
    """Applies a language to the application.

    Attributes:
        spoken: The code of the current language.

    Signals:
        language_changed (): Another language is in use; existing widgets must be built again.
    """

    language_changed = Signal()

    def __init__(self, app: QApplication, translations: Path, chosen: str) -> None:
        """Apply a language.

        Args:
            app: The application whose texts are translated.
            translations: The folder of the .qm files.
            chosen: One of LANGUAGE_CHOICES in core/catalogue/settings.py.
        """
        super().__init__()
        self._app = app
        self._translations = translations
        self._translators: list[QTranslator] = []
        self.spoken = ""
        self.choose(chosen)

    def choose(self, chosen: str) -> None:
        """Switch to a language; "system" is the system's if it is supported, else English."""
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
        self.language_changed.emit()

    def _loaded(self, name: str) -> list[QTranslator]:
        """Load Qt's translations, then ours: Qt asks the translator that was added last first."""
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
    """Return the first supported of these languages, named as in 'zh-Hans-CN', or else English.

    Simplified Chinese is not offered to readers of traditional characters.
    """
    matching = (
        code
        for name in wanted
        for code, language in LANGUAGES.items()
        if _matches(QLocale(name), language.tag)
    )
    return next(matching, ENGLISH)


def _matches(locale: QLocale, tag: str) -> bool:
    """Whether a locale is of the tag's language, and of its script if the tag names one."""
    named = QLocale(tag)
    if locale.language() is not named.language():
        return False
    return "-" not in tag or locale.script() is named.script()


def _locale(name: str) -> QLocale:
    """The system's locale, with the user's own formats, if it is of this language."""
    system, plain = QLocale.system(), QLocale(LANGUAGES[name].locale)
    is_like = (system.language(), system.script()) == (plain.language(), plain.script())
    return system if is_like else plain
