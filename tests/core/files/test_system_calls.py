"""In which order files are flushed, renamed and deleted, as the system sees it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.e2e]
Calls = Callable[..., list[str]]

_VERBS = {"fsync": "flush", "fadvise64": "read", "unlink": "delete"}  # others: rename
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += 0$")
_PATH = re.compile(r'"([^"]+)"|\d+<([^>]+)>')
_TEMPORARY = re.compile(r"\.lookalike-\w+\.part|\.tiny-\w+")


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Path]:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    folder = tmp_path_factory.mktemp("traced")
    log = folder / "log"
    options = ["-f", "-y", "-qq", "-s", "4096", "-e", "signal=none", "-o", str(log)]
    calls = "trace=fsync,fadvise64,rename,renameat,renameat2,unlink,unlinkat,link,linkat"
    other = Path("/dev/shm") / f"lookalike-{folder.name}"
    program = [sys.executable, "-m", "tests.core.files.traced_writes", str(folder), str(other)]
    try:
        other.mkdir()
        if subprocess.run([strace, *options, "-e", calls, *program], check=False).returncode:
            pytest.skip("strace may not trace a process here")
    finally:
        shutil.rmtree(other, ignore_errors=True)
    return log.read_text().splitlines(), folder


@pytest.fixture
def calls(traced: tuple[list[str], Path]) -> Calls:
    """Return the successful calls on some folders: 'rename copies/TEMPORARY copies/a.jpg'."""
    lines, folder = traced
    places = {str(folder): "", f"/dev/shm/lookalike-{folder.name}": "other"}
    found = [_described(line, places) for line in lines]
    return lambda *names: [call for call in found if set(names) & set(re.split(r"[ /]", call))]


def _described(line: str, places: dict[str, str]) -> str:
    call = _CALL.match(line)
    if call is None:
        return ""
    name, arguments = call.groups()
    paths = [quoted or opened for quoted, opened in _PATH.findall(arguments)]
    text = " ".join([_VERBS.get(name, "rename"), *paths])
    for place, short in places.items():
        text = text.replace(f"{place}/", f"{short}/".lstrip("/")).replace(place, short)
    return _TEMPORARY.sub("TEMPORARY", text)


def test_a_copy_is_flushed_and_read_again_before_it_gets_its_name(calls: Calls) -> None:
    assert calls("copies") == [
        "flush copies/TEMPORARY",
        "read copies/TEMPORARY",
        "rename copies/TEMPORARY copies/a.jpg",
        "flush copies",
    ]


def test_a_rename_to_another_folder_flushes_both(calls: Calls) -> None:
    rename, *flushes = calls("old", "new")
    assert rename == "rename old/a.jpg new/a.jpg"
    assert sorted(flushes) == ["flush new", "flush old"]


def test_to_another_disk_the_original_is_deleted_once_the_copy_and_its_name_are_flushed(
    calls: Calls,
) -> None:
    copy, read, rename, flush, delete, end, *flushes = calls("here", "other")[:8]
    assert [copy, read] == ["flush other/TEMPORARY", "read other/TEMPORARY"]
    assert rename == "rename other/TEMPORARY other/a.jpg"
    assert [flush, delete] == ["flush other", "delete here/a.jpg"]
    assert end == "delete other/TEMPORARY"  # the note of the move
    assert sorted(flushes) == ["flush here", "flush other"]


def test_a_move_that_was_killed_deletes_the_original_once_the_name_of_its_copy_is_flushed(
    calls: Calls,
) -> None:
    flush, delete = calls("killed")[2:4]  # after both files were read
    assert flush == "flush other/killed"
    assert delete == "delete killed/a.jpg"


def test_a_text_and_its_new_folder_are_flushed(calls: Calls) -> None:
    assert calls("settings") == [
        "flush settings/TEMPORARY",
        "rename settings/TEMPORARY settings/settings.json",
        "flush settings",
    ]


def test_an_export_is_flushed_before_it_gets_its_name(calls: Calls) -> None:
    assert calls("exports") == [
        "flush exports/TEMPORARY",
        "rename exports/TEMPORARY exports/table.csv",
        "flush exports",
    ]


def test_a_model_is_flushed_as_a_whole_before_it_gets_its_name(calls: Calls) -> None:
    *files, folder, rename, parent = calls("models")
    assert len(files) == 6
    assert all(file.startswith("flush models/TEMPORARY/") for file in files)
    assert [folder, rename, parent] == [
        "flush models/TEMPORARY",
        "rename models/TEMPORARY models/tiny",
        "flush models",
    ]
