"""What the user wants to keep outlasts the program."""

from pathlib import Path

import pytest

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.clearing.keep_rules import load_rules, save_rules
from desktop_app.core.clearing.suggestions import KeepRule, KeepRules


def test_rules_are_read_as_they_were_saved(tmp_path: Path) -> None:
    rules = KeepRules(
        (KeepRule.OLDER, KeepRule.MORE_PIXELS), (Path("/photos/best"),), (Path("/photos/archive"),)
    )
    save_rules(tmp_path / "rules.json", rules)
    assert load_rules(tmp_path / "rules.json") == rules


def test_without_a_file_the_default_rules_apply(tmp_path: Path) -> None:
    assert load_rules(tmp_path / "rules.json") == KeepRules()


def test_rules_of_a_later_version_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "rules.json"
    path.write_text('{"order": ["fairer", "older", "older"], "more": 1}')
    assert load_rules(path) == KeepRules((KeepRule.OLDER,))


@pytest.mark.parametrize("text", ["{", '{"order": 3}', '{"preferred": [1]}'])
def test_a_broken_file_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "rules.json").write_text(text)
    with pytest.raises(SettingsError):
        load_rules(tmp_path / "rules.json")


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError):
        save_rules(tmp_path / "file" / "rules.json", KeepRules())
