"""What `lookalike component` tells about a component in the user's data."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.cli.component_commands import remove, status
from desktop_app.core.base.paths import components
from desktop_app.core.models import training_component


@pytest.fixture(autouse=True)
def _frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(training_component, "is_frozen", lambda: True)
    monkeypatch.setattr(training_component, "MODULES", ("no_such_module",))


def test_what_an_earlier_version_left_is_told_and_removed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = components() / "training-0123456789ab"
    other.mkdir(parents=True)
    with (other / "torch.so").open("wb") as file:
        file.truncate(1_200_000_000)  # takes no space
    status()
    not_installed, would_be_free = capsys.readouterr().out.splitlines()
    assert not_installed.startswith("The training component is not installed.")
    assert would_be_free == "1.2 GB would be free after 'lookalike component remove'."
    remove()
    told = "The training component is removed. 1.2 GB are free again.\n"
    assert capsys.readouterr().out == told
    assert not other.exists()


def test_where_there_is_no_component_nothing_is_removed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    remove()
    assert capsys.readouterr().out == "There is no training component to remove.\n"
    status()
    assert "would be free" not in capsys.readouterr().out
