"""What is at an address is listed and read as a folder is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.archive_storage import address_storage, patience
from desktop_app.core.archive_storage.address_storage import AddressStorage
from desktop_app.core.archive_storage.addresses import checked_address
from desktop_app.core.archive_storage.errors import (
    AddressError,
    AddressProblem,
    StorageGoneError,
    StoragePackageError,
)
from desktop_app.core.archive_storage.storage import is_there, storage_at, wait_for_storage
from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.indexing.folder_listings import PrefetchedListings
from desktop_app.core.indexing.folder_walk import FolderWalk
from desktop_app.core.indexing.scan_rules import ScanRules
from desktop_app.sentences.errors import error_message

fsspec = pytest.importorskip("fsspec")

ROOT = checked_address("memory://photos")
NAMES = [
    *("b/2.jpg", "b/1.jpg", "a.jpg", "b.jpg", "a/deep/er/x.png", ".hidden/x.jpg", ".dot.jpg"),
    *("@eaDir/x.jpg", "é/ü.jpg", "Z.jpg", "with space/a+b&c%20.jpg"),
]


@pytest.fixture
def memory() -> Iterator[Any]:
    """The file system of fsspec in the memory of this process."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


def listed(root: Path) -> list[tuple[str, list[tuple[str, int]], set[str]]]:
    with PrefetchedListings(4, storage_at(root).entries) as listings:
        walk = FolderWalk(root, ScanRules(roots=[root]), listings=listings)
        return [
            (
                folder.relative,
                [(file.name, file.size) for file in folder.files or []],
                set(folder.skipped),
            )
            for folder in walk.folders()
        ]


def test_the_same_files_are_found_as_in_a_folder_in_the_same_order(
    memory: Any, tmp_path: Path
) -> None:
    for number, name in enumerate(NAMES):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"*" * number)
        memory.pipe_file(f"/photos/{name}", b"*" * number)
    assert listed(ROOT) == listed(tmp_path)


def test_a_file_is_read_as_it_was_listed(memory: Any) -> None:
    memory.pipe_file("/photos/a.jpg", b"content")
    assert storage_at(ROOT).content(ROOT / "a.jpg", 7) == b"content"


def test_a_file_is_there_until_it_is_deleted(memory: Any) -> None:
    memory.pipe_file("/photos/a/b.jpg", b"content")
    storage = storage_at(ROOT)
    assert storage.has(ROOT / "a" / "b.jpg")
    assert not storage.has(ROOT / "a" / "c.jpg")
    memory.rm_file("/photos/a/b.jpg")
    assert not storage.has(ROOT / "a" / "b.jpg")


def test_whether_a_file_is_there_is_unknown_without_an_answer(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise ConnectionError("no route")

    storage = storage_at(ROOT)
    monkeypatch.setattr(type(memory), "info", refuse)
    with pytest.raises(OSError, match="no route"):
        storage.has(ROOT / "a.jpg")


@pytest.mark.parametrize("size", [6, 8])
def test_a_file_of_another_size_than_listed_is_not_read(memory: Any, size: int) -> None:
    memory.pipe_file("/photos/a.jpg", b"content")
    with pytest.raises(PhotoError) as caught:
        storage_at(ROOT).content(ROOT / "a.jpg", size)
    assert caught.value.problem is PhotoProblem.UNREADABLE
    assert error_message(caught.value).startswith("memory://photos/a.jpg cannot be read (it had")


def test_a_file_that_is_gone_is_named(memory: Any) -> None:
    memory.pipe_file("/photos/a.jpg", b"content")
    with pytest.raises(PhotoError) as caught:
        storage_at(ROOT).content(ROOT / "b.jpg", 7)
    assert caught.value.problem is PhotoProblem.VANISHED
    assert error_message(caught.value).startswith("memory://photos/b.jpg does not exist")


def test_of_a_large_file_that_is_no_photo_only_the_beginning_is_read(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address_storage, "_WHOLE_BYTES", 1000)
    memory.pipe_file("/photos/film.mp4", b"\0\0\0\x20ftypisom" + b"*" * 1000)
    asked, read = list[int](), AddressStorage._read

    def noted(storage: AddressStorage, path: Path, most: int) -> bytes:
        asked.append(most)
        return read(storage, path, most)

    monkeypatch.setattr(AddressStorage, "_read", noted)
    with pytest.raises(PhotoError) as caught:
        storage_at(ROOT).content(ROOT / "film.mp4", 1012)
    assert caught.value.problem is PhotoProblem.NOT_A_PICTURE
    assert asked == [512]


def test_a_file_that_does_not_fit_into_memory_is_not_read(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address_storage, "_MOST_BYTES", 1000)
    with pytest.raises(PhotoError) as caught:
        storage_at(ROOT).content(ROOT / "a.jpg", 1001)
    assert caught.value.problem is PhotoProblem.TOO_LARGE


def test_an_address_without_photos_is_named(memory: Any) -> None:
    with pytest.raises(AddressError) as caught:
        storage_at(ROOT).check()
    assert caught.value.problem is AddressProblem.NOTHING_THERE
    assert "memory://photos" in error_message(caught.value)
    assert not is_there(ROOT)


def test_an_address_that_does_not_answer_is_asked_again(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.pipe_file("/photos/a.jpg", b"content")
    answers, ls = iter([RuntimeError("the line is down")]), memory.ls

    def down_once(*arguments: Any, **options: Any) -> Any:
        for error in answers:
            raise error
        return ls(*arguments, **options)

    monkeypatch.setattr(memory, "ls", down_once)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    (entry,) = storage_at(ROOT).entries(str(ROOT))
    assert entry.name == "a.jpg"


def test_an_address_that_is_gone_for_long_is_named_without_secrets(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: Any, **__: Any) -> Any:
        raise RuntimeError("https://id:secret@host does not answer")

    monkeypatch.setattr(memory, "ls", down)
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0)
    with pytest.raises(StorageGoneError) as gone:
        wait_for_storage(ROOT)
    assert error_message(gone.value).startswith("memory://photos is not there")
    with pytest.raises(AddressError) as caught:
        storage_at(ROOT).check()
    assert caught.value.problem is AddressProblem.NO_ANSWER
    assert "(https://host does not answer)" in error_message(caught.value)


def test_a_wrong_key_is_not_waited_for(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoCredentialsError(Exception):
        pass

    def deny(*_: Any, **__: Any) -> Any:
        raise NoCredentialsError("none were found")

    monkeypatch.setattr(memory, "ls", deny)
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waited"))
    with pytest.raises(AddressError) as caught:
        wait_for_storage(ROOT)
    assert caught.value.problem is AddressProblem.DENIED
    assert "memory://photos may not be listed (none were found)" in error_message(caught.value)


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> Any:
        raise ImportError("install it")

    monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
    with pytest.raises(StoragePackageError) as caught:
        storage_at(checked_address("s3://bucket/photos"))
    assert 'pip install "lookalike[cluster-s3]"\'' in error_message(caught.value)


def test_a_manifest_cannot_lead_to_any_kind_of_address() -> None:
    with pytest.raises(AddressError) as caught:
        storage_at(Path("http://host/photos"))
    assert caught.value.problem is AddressProblem.UNKNOWN_SCHEME
