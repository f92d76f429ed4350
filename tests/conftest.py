"""Real files, a real model, real libraries in temporary folders."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.reading import worker_process
from desktop_app.samples.sample_pictures import draw_scene
from tests.drawn_library import draw_library
from tests.first_imports import compiled_once
from tests.forked_workers import forked_workers
from tests.forking import forking_context
from tests.made_once import made_once
from tests.postgres import libpq_environment, new_database, running_postgres
from tests.remembered_networks import RememberedNetworks
from tests.s3_server import Bucket, S3Server, running_s3

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores, since tests often wait: for processes, timers and disks."""
    return min(4, (os.cpu_count() or 1) + 1)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    with compiled_once():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Escape names that are not UTF-8 in captured logs: pytest-xdist cannot send them."""
    report = yield
    report.sections = [
        (title, text.encode(errors="backslashreplace").decode()) for title, text in report.sections
    ]
    return report


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the program remembers in the user's folder away from the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _forked_workers() -> Iterator[None]:
    """Photos are read by forked workers, except in tests that use `started_workers`."""
    with forked_workers():
        yield


@pytest.fixture
def started_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start the workers that read photos as the program does."""
    monkeypatch.setattr(worker_process, "subprocess", subprocess)


@pytest.fixture
def quick_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork the processes of trials from one that has imported the libraries, which saves time."""
    if sys.platform != "linux":
        return
    context = forking_context()
    monkeypatch.setattr(multiprocessing, "get_context", lambda _: context)


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The default model. Of each photo that tests give it again, it knows the code already."""
    bundle = read_bundle(default_bundle())
    return Encoder(bundle, RememberedNetworks(bundle))


@pytest.fixture
def files(tmp_path: Path) -> LibraryFiles:
    return LibraryFiles(tmp_path / "library")


@pytest.fixture(scope="session")
def scene() -> Callable[[str, int], Image.Image]:
    """Draw a sample scene once, however many tests want it."""
    drawn: dict[tuple[str, int], Image.Image] = {}

    def draw(kind: str, variation: int) -> Image.Image:
        key = (kind, variation)
        if key not in drawn:
            drawn[key] = draw_scene(kind, variation, (240, 160))
        return drawn[key].copy()

    return draw


def save_photos(folder: Path, scene: Callable[[str, int], Image.Image]) -> Path:
    """Save nine JPEGs of three kinds, in a folder and a folder inside it."""
    (folder / "trip").mkdir(parents=True)
    for kind in ("beach", "flower", "night_city"):
        for variation in range(3):
            place = folder / "trip" if variation == 2 else folder
            scene(kind, variation).save(place / f"{kind}-{variation}.jpg", quality=90)
    return folder


@pytest.fixture
def photo_folder(tmp_path: Path, scene: Callable[[str, int], Image.Image]) -> Path:
    """Nine JPEGs of three kinds, in a folder and a folder inside it."""
    return save_photos(tmp_path / "photos", scene)


@pytest.fixture(scope="session")
def shared_trainable_library(
    tmp_path_factory: pytest.TempPathFactory,
    scene: Callable[[str, int], Image.Image],
    encoder: Encoder,
) -> LibraryFiles:
    """220 photos that are not there any more, indexed once for all tests, which only copy it."""
    base = made_once(tmp_path_factory, "trainable", lambda base: draw_library(base, scene, encoder))
    return LibraryFiles(base / "library")


@pytest.fixture
def trainable_library(shared_trainable_library: LibraryFiles, tmp_path: Path) -> LibraryFiles:
    """A copy of the library of 220 photos for one test."""
    return LibraryFiles(shutil.copytree(shared_trainable_library.folder, tmp_path / "library"))


@pytest.fixture(scope="session")
def s3_server() -> Iterator[S3Server]:
    """A server of S3 on this machine, which the first test that wants it starts."""
    with running_s3() as server:
        yield server


@pytest.fixture
def bucket(s3_server: S3Server, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A new bucket, and the credentials for it in the environment."""
    for name, value in s3_server.environment.items():
        monkeypatch.setenv(name, value)
    return s3_server.new_bucket()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A PostgreSQL server, which the first test that wants it starts."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def pictures(postgres: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty database; variables of the environment lead to its server."""
    for name, value in libpq_environment(postgres.get_uri()).items():
        monkeypatch.setenv(name, value)
    return new_database(postgres)


@pytest.fixture(scope="session")
def shared_data() -> Callable[[str], Path]:
    """Path of a file in ../shared/data; skips the test, naming the file, where it is not there."""

    def find(name: str) -> Path:
        path = SHARED_DATA / name
        if not path.exists():
            pytest.skip(f"{path} is missing")
        return path

    return find
