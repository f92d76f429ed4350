"""The table of the window's languages. To add one, add an entry and a .ts file of its code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LanguageEntry:
    """A language of the window.

    Attributes:
        own_name: Its name in itself, for people who cannot read the current language.
        locale: The format of numbers and dates, unless the system's locale is of this language.
        tag: The BCP 47 tag that the system's languages are compared with: 'zh-Hans' matches
            'zh-Hans-CN' and 'zh-CN', but not 'zh-TW'; a tag without a script matches any script.
        reviewed: Whether a native speaker has read all its texts; the settings say if not.
    """

    own_name: str
    locale: str
    tag: str
    reviewed: bool = False


# By the code in the settings and in the names of the translations, in the order of the settings.
# English needs no translation.
ENGLISH = "en"
LANGUAGES = {
    ENGLISH: LanguageEntry("English", "en_GB", "en", reviewed=True),
    "de": LanguageEntry("Deutsch", "de_DE", "de"),
    "es": LanguageEntry("Español", "es_ES", "es"),
    "fr": LanguageEntry("Français", "fr_FR", "fr"),
    "ja": LanguageEntry("日本語", "ja_JP", "ja"),
    "zh_CN": LanguageEntry("简体中文", "zh_CN", "zh-Hans"),
}
