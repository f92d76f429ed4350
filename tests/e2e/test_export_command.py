"""Photos handed over to other engines by the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.command_line import run_cli, run_json

pytestmark = pytest.mark.e2e


@pytest.fixture
def library(photo_folder: Path, tmp_path: Path) -> Path:
    run_cli("index", photo_folder, "--library", tmp_path / "library")
    return tmp_path / "library"


def paths_in(table: Path) -> set[str]:
    return set(pq.read_table(table)["path"].to_pylist())


def test_a_library_and_an_archive_are_exported(
    library: Path, photo_folder: Path, tmp_path: Path
) -> None:
    manifest, archive, target = tmp_path / "manifest", tmp_path / "archive", tmp_path / "a.parquet"
    run_cli("cluster", "manifest", photo_folder, "--out", manifest)
    run_cli("cluster", "index", manifest, "--out", archive)
    done = run_cli("export", target, "--to", "parquet", "--library", library)
    assert done.stdout == f"Exported 9 photos to {target}.\n"
    other = tmp_path / "b.parquet"
    exported = run_json("export", other, "--to", "parquet", "--archive", archive)
    expected = {"engine": "parquet", "target": str(other), "photos": 9, "code_bits": 256}
    assert exported == expected
    assert paths_in(target) == paths_in(other) == set(map(str, photo_folder.rglob("*.jpg")))


@pytest.mark.parametrize("engine", ["faiss", "lance"])
def test_other_engines_get_a_folder(library: Path, tmp_path: Path, engine: str) -> None:
    exported = run_json("export", tmp_path / "a", "--to", engine, "--library", library)
    assert exported == {"engine": engine, "target": f"{tmp_path}/a", "photos": 9, "code_bits": 256}
    again = run_cli("export", tmp_path / "a", "--to", engine, "--library", library, fails=1)
    assert "is there already, and nothing is overwritten" in again.stderr


def test_pgvector_gets_a_table(library: Path, pictures: str) -> None:
    words = [pictures, "--to", "pgvector", "--library", library]
    exported = run_json("export", *words)
    expected = {"engine": "pgvector", "target": "photos in pictures", "photos": 9}
    assert exported == expected | {"code_bits": 256}
    assert run_cli("export", *words, fails=1).stderr == (
        "The table photos is there already, and nothing is overwritten. Choose another name with"
        " --table, or drop it first.\n"
    )
    done = run_cli("export", *words, "--table", "others")
    assert done.stdout == "Exported 9 photos to others in pictures.\n"
    words[0] = "postgresql://me:secret@/pictures?host=/no/such/folder"
    done = run_cli("export", *words, fails=1)
    assert "The database cannot be opened (" in done.stderr
    assert "secret" not in done.stderr


def test_what_is_wrong_is_named_with_the_remedy(library: Path, tmp_path: Path) -> None:
    words = ["--to", "parquet", "--library", library]
    (tmp_path / "there.parquet").write_text("mine")
    done = run_cli("export", tmp_path / "there.parquet", *words, fails=1)
    assert done.stderr == (
        f"{tmp_path}/there.parquet is there already, and nothing is overwritten. Choose another"
        " name, or delete it first.\n"
    )
    done = run_cli("export", tmp_path / "no/a.parquet", *words, fails=1)
    assert "cannot be written (No such file or directory)" in done.stderr
    done = run_cli("export", tmp_path / "a.parquet", *words, "--archive", tmp_path, fails=2)
    assert "--archive or --library, not both" in done.stderr
    done = run_cli(
        "export", tmp_path / "a.parquet", "--to", "parquet", "--archive", tmp_path, fails=1
    )
    assert "There are no shards in" in done.stderr
    done = run_cli("export", tmp_path / "a.parquet", *words, "--table", "a", fails=2)
    assert "--table is for pgvector only" in done.stderr
    done = run_cli("export", "https://host/a.parquet", *words, fails=2)
    assert "Lookalike does not open links" in done.stderr


@pytest.mark.parametrize(
    ("engine", "package", "extra"),
    [
        ("parquet", "pyarrow", "export"),
        ("faiss", "pyarrow", "export"),
        ("lance", "lancedb", "export-lance"),
        ("pgvector", "psycopg", "export-pgvector"),
    ],
)
def test_a_package_that_is_missing_is_named_with_its_extra(
    library: Path, tmp_path: Path, engine: str, package: str, extra: str
) -> None:
    code = (
        f"import sys; sys.modules[{package!r}] = None;"
        "from desktop_app.cli.app import run; sys.exit(run())"
    )
    words = ["export", tmp_path / "target", "--to", engine, "--library", library]
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"This export needs the package {package}. Run 'pip install \"lookalike[{extra}]\"' to"
        " add it.\n"
    )
    assert not (tmp_path / "target").exists()
