"""Pictures are found by whatever a user or a shell names them."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.cli import query_pictures
from desktop_app.cli.query_pictures import QueryPictures
from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.picture_formats import HEAD_BYTES

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes have no paths there")


@pytest.fixture
def picture(tmp_path: Path, scene: Callable[[str, int], Image.Image]) -> Path:
    path = tmp_path / "a b.jpg"
    scene("beach", 0).save(path)
    return path


@pytest.fixture
def opened() -> Iterator[QueryPictures]:
    with QueryPictures() as pictures:
        yield pictures


def refusal(opened: QueryPictures, word: str | Path) -> PhotoProblem:
    with pytest.raises(PhotoError) as refused:
        opened.file(str(word))
    return refused.value.problem


@contextmanager
def piped(content: bytes) -> Iterator[str]:
    """Yield the path of an open pipe, as a shell gives it for `<(...)`."""
    reading, writing = os.pipe()

    def write() -> None:
        with suppress(BrokenPipeError), os.fdopen(writing, "wb") as pipe:
            pipe.write(content)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield f"/dev/fd/{reading}"
    finally:
        os.close(reading)
        thread.join()


def test_files_are_taken_as_they_are(opened: QueryPictures, picture: Path) -> None:
    link = picture.with_name("link.jpg")
    link.symlink_to(picture)
    assert opened.file(str(link)) == link
    assert opened.file(f"file://{picture.with_name('a%20b.jpg')}") == picture


def test_what_a_pipe_brings_is_kept_until_the_end(picture: Path) -> None:
    with piped(picture.read_bytes()) as word, QueryPictures() as opened:
        file = opened.file(word)
        assert file.read_bytes() == picture.read_bytes()
        assert opened.file(word) == file
    assert not file.exists()


def test_a_named_pipe_is_read(opened: QueryPictures, picture: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=lambda: pipe.write_bytes(picture.read_bytes()), daemon=True).start()
    assert opened.file(str(pipe)).read_bytes() == picture.read_bytes()


def test_a_pipe_that_nobody_writes_into_is_not_waited_for(
    opened: QueryPictures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_pictures, "_WAIT_FOR_WRITER_MS", 50)
    os.mkfifo(tmp_path / "pipe")
    assert refusal(opened, tmp_path / "pipe") is PhotoProblem.NO_INPUT


def test_an_empty_pipe_and_a_terminal_bring_nothing(opened: QueryPictures) -> None:
    with piped(b"") as word:
        assert refusal(opened, word) is PhotoProblem.NO_INPUT
    outer, inner = os.openpty()
    assert refusal(opened, f"/dev/fd/{inner}") is PhotoProblem.NO_INPUT
    os.close(outer)
    os.close(inner)


def test_of_what_is_no_picture_only_the_beginning_is_read(opened: QueryPictures) -> None:
    with Path("/dev/zero").open("rb") as zeros:
        assert opened.file(f"/dev/fd/{zeros.fileno()}").stat().st_size == HEAD_BYTES


def test_a_picture_without_an_end_is_refused(
    opened: QueryPictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_pictures, "_MAX_INPUT_MB", 1)
    with piped(b"\xff\xd8\xff" + bytes(3 * 2**20)) as endless:
        assert refusal(opened, endless) is PhotoProblem.TOO_MUCH_INPUT


def test_what_is_no_file_is_named_as_what_it_is(opened: QueryPictures, tmp_path: Path) -> None:
    assert refusal(opened, tmp_path) is PhotoProblem.FOLDER
    assert refusal(opened, "/dev/zero") is PhotoProblem.SPECIAL_FILE
    assert refusal(opened, tmp_path / "nothing.jpg") is PhotoProblem.VANISHED
    assert refusal(opened, "file:///null%00.jpg") is PhotoProblem.VANISHED
    assert refusal(opened, "/dev/fd/987654") is PhotoProblem.UNREADABLE


def test_a_link_is_declined_with_its_slashes(opened: QueryPictures) -> None:
    with pytest.raises(PhotoError) as refused:
        opened.file("https://example.org/a.jpg")
    assert refused.value.problem is PhotoProblem.LINK
    assert refused.value.detail == "https://example.org/a.jpg"
