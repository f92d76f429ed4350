"""Faults of disks and files while photos are indexed: nothing is lost, and the next run goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status, list_failures
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import Indexing, IndexSummary
from tests.core.indexing.catalogue_rows import Index, rows
from tests.namespace import run_in_namespace

# Prints one JSON object: what each command left, in a small file system that is then enlarged.
_FULL_DISK = """
import json, subprocess, sys

base, photos = sys.argv[1:]
library = base + "/library"

def mount(options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", base], check=True)

def run(*arguments):
    command = [sys.executable, "-m", "desktop_app", *arguments, "--library", library]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [done.returncode, done.stdout, done.stderr]

mount("size=300k")
full = run("index", photos)
status = run("status", "--json")
mount("remount,size=64m")
print(json.dumps([full, status, run("index", "--json"), run("status", "--json")]))
"""


@pytest.mark.slow
def test_a_full_disk_ends_the_run_with_a_sentence_and_the_next_run_goes_on(
    photo_folder: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "small"
    disk.mkdir()
    full, before, again, after = json.loads(run_in_namespace(_FULL_DISK, disk, photo_folder))
    assert full[0] == 1
    assert "cannot be written" in full[2]
    assert "Traceback" not in full[2]
    assert json.loads(before[1])["failed"] == 0
    assert (again[0], json.loads(after[1])["indexed"]) == (0, 9)


@pytest.mark.slow
def test_photos_of_a_drive_that_is_unplugged_during_the_run_come_back_with_it(
    run: Index, files: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    unplugged = photo_folder.with_name("unplugged")
    steps = index(files, encoder, [photo_folder], threads=1)
    next(step for step in steps if isinstance(step, Indexing))
    photo_folder.rename(unplugged)
    summary = list(steps)[-1]
    assert isinstance(summary, IndexSummary)
    assert summary.failed == 0
    with Catalogue(files) as catalogue:
        assert list_failures(catalogue) == []
    assert run().offline_roots == [photo_folder]
    unplugged.rename(photo_folder)
    again = run()
    assert (again.failed, again.missing) == (0, 0)
    with Catalogue(files) as catalogue:
        assert library_status(catalogue).indexed == 9


@pytest.mark.slow
def test_a_photo_that_is_still_being_copied_is_read_again_when_it_has_grown(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    source = photo_folder / "beach-0.jpg"
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole) // 2])
    assert run(photo_folder).failed == 1
    with Catalogue(files) as catalogue:
        assert [failure.problem for failure in list_failures(catalogue)] == [PhotoProblem.TRUNCATED]
    source.write_bytes(whole)
    assert run().failed == 0
    assert rows(files)["beach-0.jpg"][1] == "indexed"
