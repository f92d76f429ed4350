"""How the window was left is kept, and a broken file costs nothing but that."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.catalogue.window_state import (
    WindowState,
    load_window_state,
    save_window_state,
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    state = WindowState("AdnQ", sidebar=False, folds=("lens",), view="outliers",
                        sidebar_folds=("saved",), open_folders=(Path("/caf\udce9"),))  # fmt: skip
    save_window_state(tmp_path / "new" / "window.json", state)
    assert load_window_state(tmp_path / "new" / "window.json") == state
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["window.json"]


def test_without_a_file_the_state_is_the_default(tmp_path: Path) -> None:
    assert load_window_state(tmp_path / "window.json") == WindowState()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"geometry": 1}',
        b'{"sidebar": "yes"}',
        b'{"folds": "lens"}',
        b'{"folds": [1]}',
        b'{"folds": 1}',
        b'{"sidebar_folds": 1}',
        b'{"open_folders": [1]}',
        b'{"shows_unusual": 1}',
        b'{"geometry": "' + b"A" * 100_000 + b'"}',
    ],
)
def test_a_broken_file_gives_the_default_state(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "window.json").write_bytes(content)
    assert load_window_state(tmp_path / "window.json") == WindowState()


def test_what_cannot_be_saved_is_forgotten_and_what_is_in_the_way_is_left_alone(
    tmp_path: Path,
) -> None:
    in_the_way = tmp_path / "window.json" / "own.txt"
    in_the_way.parent.mkdir()
    in_the_way.write_text("the user's")
    save_window_state(tmp_path / "window.json", WindowState(sidebar=False))
    assert load_window_state(tmp_path / "window.json") == WindowState()
    assert list(tmp_path.rglob("*")) == [in_the_way.parent, in_the_way]
    assert in_the_way.read_text() == "the user's"


def test_a_state_is_saved_over_a_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(b"{")
    save_window_state(path, WindowState(sidebar=False))
    assert load_window_state(path) == WindowState(sidebar=False)


def test_unusual_photos_of_an_older_version_are_still_the_chosen_view(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text('{"geometry": "AdnQ", "shows_unusual": true}')
    assert load_window_state(tmp_path / "window.json") == WindowState("AdnQ", view="outliers")
