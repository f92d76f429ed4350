"""What PyInstaller is told on each system, by the spec run with stand-ins for its classes."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from integration.metainfo import application_id

SPEC = Path(__file__).resolve().parents[2] / "packaging" / "building" / "lookalike.spec"


class Analysis:
    """Stands in for the one of PyInstaller: it has found no files."""

    def __init__(self, _scripts: list[str], **_options: object) -> None:
        self.pure: list[Any] = []
        self.binaries: list[Any] = []
        self.datas: list[Any] = []
        self.scripts: list[Any] = []


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Runs the spec as on a system, and returns the options of each class of PyInstaller."""

    def run(system: str) -> dict[str, dict[str, Any]]:
        hooks: Any = types.ModuleType("PyInstaller.utils.hooks")
        hooks.collect_data_files = hooks.collect_submodules = lambda *_: []
        hooks.copy_metadata = lambda *_, **__: []
        for name in ("PyInstaller", "PyInstaller.utils"):
            monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
        monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
        monkeypatch.setattr(sys, "platform", system)
        options: dict[str, dict[str, Any]] = {}

        def keeping(kind: str) -> Callable[..., None]:
            return lambda *_, **given: options.update({kind: given})

        names: dict[str, Any] = {
            kind: keeping(kind) for kind in ("PYZ", "EXE", "COLLECT", "BUNDLE")
        }
        names |= {"Analysis": Analysis, "SPECPATH": str(SPEC.parent), "workpath": str(tmp_path)}
        exec(compile(SPEC.read_text("utf-8"), SPEC, "exec"), names)
        return options

    return run


def test_on_linux_it_is_a_program_of_the_console(told: Any) -> None:
    options = told("linux")
    assert options["EXE"]["console"] is True
    assert "BUNDLE" not in options


def test_on_windows_it_has_an_icon_and_hides_the_console_of_its_own(told: Any) -> None:
    options = told("win32")
    assert options["EXE"]["console"] is True
    assert options["EXE"]["hide_console"] == "hide-early"
    assert Path(options["EXE"]["icon"]).is_file()
    assert Path(options["EXE"]["version"]).is_file()
    assert "BUNDLE" not in options


def test_on_macos_it_is_a_bundle_with_a_window(told: Any) -> None:
    options = told("darwin")
    assert options["EXE"]["console"] is False
    assert options["BUNDLE"]["name"] == "Lookalike.app"
    assert options["BUNDLE"]["bundle_identifier"] == application_id()
    assert Path(options["BUNDLE"]["icon"]).is_file()
