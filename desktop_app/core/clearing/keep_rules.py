"""The rules of a library for what is kept of each group of duplicates, in a file of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.errors import SettingsError
from desktop_app.core.base.json_codec import decode_json, encode_json, read_json
from desktop_app.core.clearing.suggestions import DEFAULT_RULES, KeepRule, KeepRules


@dataclass(frozen=True)
class _Record:
    """The stored form; rules of later versions are ignored."""

    order: tuple[str, ...] = DEFAULT_RULES
    preferred: tuple[Path, ...] = ()
    protected: tuple[Path, ...] = ()


def load_rules(path: Path) -> KeepRules:
    """Read the rules from a file; the default ones where there is none. Raises SettingsError."""
    try:
        stored = decode_json(read_json(path), _Record)
    except FileNotFoundError:
        return KeepRules()
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise SettingsError(path, str(error)) from error
    order = (KeepRule(rule) for rule in dict.fromkeys(stored.order) if rule in set(KeepRule))
    return KeepRules(tuple(order), stored.preferred, stored.protected)


def save_rules(path: Path, rules: KeepRules) -> None:
    """Replace the file atomically. Raises SettingsError."""
    record = _Record(tuple(map(str, rules.order)), rules.preferred, rules.protected)
    try:
        atomic_write(path, encode_json(record, indent=2) + "\n")
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error
