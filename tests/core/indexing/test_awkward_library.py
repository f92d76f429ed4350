"""A real folder: 194 awkward, broken and hostile files. What each should give is in a manifest."""

import csv
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status, list_failures
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input

pytestmark = pytest.mark.data

# The most memory is read where Linux tells it: getrusage counts the process before it, too.
_INDEX = """
import sys
from pathlib import Path
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.indexing.indexer import index
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.base.paths import default_bundle
encoder = Encoder(read_bundle(default_bundle()))
for event in index(LibraryFiles(Path(sys.argv[1])), encoder, [Path(sys.argv[2])]): pass
(most,) = [line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line]
print(int(most.split()[1]) // 1024)
"""


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory, shared_data: Callable[[str], Path]) -> Path:
    folder = tmp_path_factory.mktemp("awkward")
    with tarfile.open(shared_data("library.tar.gz")) as archive:
        archive.extractall(folder, filter="data")
    return folder / "library"


@pytest.fixture(scope="module")
def expectations(shared_data: Callable[[str], Path]) -> dict[str, str]:
    with shared_data("library_manifest.tsv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["expect"] for row in csv.DictReader(file, delimiter="\t")}


def test_every_file_gives_what_it_should_in_one_run_within_the_memory(
    awkward: Path, expectations: dict[str, str], tmp_path: Path
) -> None:
    files = LibraryFiles(tmp_path / "library")
    done = subprocess.run(
        [sys.executable, "-c", _INDEX, str(files.folder), str(awkward)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 1500, "megabytes"
    with Catalogue(files) as catalogue:
        refused = {
            item.path.relative_to(awkward).as_posix(): item.problem
            for item in [*list_failures(catalogue), *list_failures(catalogue, ignored=True)]
        }
        status = library_status(catalogue)
    wrong = {
        name: refused.get(name, "indexed")
        for name, expected in expectations.items()
        if expected != "either" and (expected == "skip") != (name in refused)
    }
    assert wrong == {}
    assert status.photos + status.ignored == len(expectations) == 194
    assert status.waiting == 0


def test_no_file_takes_more_than_a_few_seconds(awkward: Path) -> None:
    slow = {}
    for path in sorted(path for path in awkward.rglob("*") if path.is_file()):
        started = time.monotonic()
        with suppress(PhotoError):
            PhotoReader().open(path, 224, 320)
        taken = time.monotonic() - started
        if taken > 5:
            slow[path.name] = taken
    assert slow == {}


def test_one_photo_in_all_its_orientations_gets_nearly_the_same_code(
    awkward: Path, encoder: Encoder
) -> None:
    """Each copy has its number painted over the middle, so that the codes differ by some bits;
    random photos differ by four tenths of them."""
    reader = PhotoReader()
    images = [
        reader.open(path, encoder.image_size).image
        for path in sorted((awkward / "orientation").glob("landscape_*.jpg"))
    ]
    codes = [encoder.encode(network_input(image, encoder.image_size)).codes[0] for image in images]
    distances = [int(np.bitwise_count(codes[0] ^ code).sum()) for code in codes]
    assert len(codes) == 5
    assert max(distances) <= 0.3 * encoder.bundle.manifest.code_bits
