"""The rules for what is kept, as the window uses and changes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.keep_rules import load_rules, save_rules
from desktop_app.core.clearing.suggestions import KeepRules


class KeepRulesStore(QObject):
    """Reads the file when the rules are first needed. One that cannot be read is left as it is, and
    changes last only until the window closes, as they do in a library that may only be read.

    Signals:
        changed (): The rules have changed.
        sharpness_wanted (): They compare how sharp photos are, and did not before.
        failed (SettingsError): The file cannot be read or written.
    """

    changed = Signal()
    sharpness_wanted = Signal()
    failed = Signal(SettingsError)

    def __init__(self, library: LibraryFiles) -> None:
        super().__init__()
        self._library = library
        self._rules: KeepRules | None = None
        self._is_readable = True

    @property
    def rules(self) -> KeepRules:
        if self._rules is None:
            self._rules = KeepRules()
            try:
                self._rules = load_rules(self._library.keep_rules)
            except SettingsError as error:
                self._is_readable = False
                self.failed.emit(error)
        return self._rules

    @property
    def is_stored(self) -> bool:
        """Whether a change outlasts the window."""
        return self._is_readable and not self._library.is_read_only

    def change(self, rules: KeepRules) -> None:
        if rules == self.rules:
            return
        is_new = not self.rules.needs_sharpness
        self._rules = rules
        try:
            if self.is_stored:
                save_rules(self._library.keep_rules, rules)
        except SettingsError as error:
            self.failed.emit(error)
        self.changed.emit()
        if is_new and rules.needs_sharpness:
            self.sharpness_wanted.emit()
