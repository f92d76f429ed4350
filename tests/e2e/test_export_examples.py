"""The commands and the Python of docs/exporting.md do what it says, in its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.search.code_index import CodeIndex
from tests.command_line import run_cli
from tests.core.exporting.own_neighbours import check_nearest

pytestmark = pytest.mark.e2e

_DOCUMENT = Path(__file__).parents[2] / "docs" / "exporting.md"
_SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^    lookalike (export .*)$", re.MULTILINE)
_ENGINES = {"Parquet": "parquet", "faiss": "faiss", "LanceDB": "lance", "pgvector": "pgvector"}


@pytest.fixture
def codes(trainable_library: LibraryFiles, encoder: Encoder) -> CodeIndex:
    index = CodeIndex(encoder.bundle.manifest)
    with Catalogue(trainable_library) as catalogue:
        index.refresh(catalogue)
    return index


@pytest.mark.parametrize("section", _ENGINES)
def test_an_example_prints_the_photos_nearest_to_the_first(
    section: str,
    pictures: str,
    codes: CodeIndex,
    trainable_library: LibraryFiles,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    run_cli(*command_for(_ENGINES[section]), "--library", trainable_library.folder)
    exec(compile(python_of(section), section, "exec"), {})
    lines = [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()]
    found = [(int(photo), int(distance)) for photo, distance, _ in lines]
    check_nearest(found, codes.ids, codes.codes, codes.codes[0], 10)
    assert found[0][1] == 0
    with Catalogue(trainable_library) as catalogue:
        paths = [str(photo.path) for photo in catalogue.photos([photo for photo, _ in found])]
    assert [path for _, _, path in lines] == paths


def command_for(engine: str) -> list[str]:
    commands = _COMMAND.findall(_DOCUMENT.read_text("utf-8"))
    return next(each.split() for each in commands if each.endswith(f"--to {engine}"))


def python_of(section: str) -> str:
    [example] = _PYTHON.findall(dict(_SECTION.findall(_DOCUMENT.read_text("utf-8")))[section])
    assert len(example.splitlines()) <= 12
    return str(example)
