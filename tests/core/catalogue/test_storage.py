import sqlite3
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.base.errors import LibraryUnwritableError, SettingsError
from desktop_app.core.base.memory_gate import MemoryGate
from desktop_app.core.catalogue.code_pages import CodePageWriter, read_pages
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.settings import Settings, load_settings, save_settings
from desktop_app.core.database.opening import open_database, transaction
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE, Thumbnails, make_thumbnail


def test_migrations_run_once_and_in_order(tmp_path: Path) -> None:
    first = ("CREATE TABLE a (x)",)
    second = ("ALTER TABLE a ADD COLUMN y", "INSERT INTO a VALUES (1, 2)")
    open_database(tmp_path / "db", [first]).close()
    for _ in range(2):
        connection = open_database(tmp_path / "db", [first, second])
        assert connection.execute("SELECT * FROM a").fetchall() == [(1, 2)]
        connection.close()


def test_a_migration_that_fails_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    open_database(tmp_path / "db", [("CREATE TABLE a (x)",)]).close()
    broken = [("CREATE TABLE a (x)",), ("DROP TABLE a", "NOT SQL")]
    with pytest.raises(Exception, match="NOT"):
        open_database(tmp_path / "db", broken)
    connection = sqlite3.connect(tmp_path / "db")
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (0,)
    connection.close()


def test_a_library_where_no_folder_can_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnwritableError):
        LibraryFiles(tmp_path / "file" / "library").create()


@pytest.fixture
def pages(tmp_path: Path) -> sqlite3.Connection:
    files = LibraryFiles(tmp_path)
    from desktop_app.core.catalogue.schema import MIGRATIONS

    return open_database(files.catalogue, MIGRATIONS)


def test_codes_come_back_from_their_pages_and_only_changes_are_read(
    pages: sqlite3.Connection,
) -> None:
    writer = CodePageWriter(pages, "m", 16)
    with transaction(pages):
        writer.put(3, np.array([1, 2], np.uint8))
        writer.put(PAGE_ROWS + 1, np.array([3, 4], np.uint8))
        writer.flush()
    everything, revision = read_pages(pages, "m")
    assert [page.page for page in everything] == [0, 1]
    assert everything[0].codes[3].tolist() == [1, 2]
    assert np.flatnonzero(everything[1].flags).tolist() == [1]
    with transaction(pages):
        writer.put(4, np.array([5, 6], np.uint8))
        writer.get(PAGE_ROWS + 1)
        writer.flush()
    changed, latest = read_pages(pages, "m", revision)
    assert [page.page for page in changed] == [0]
    assert latest > revision
    assert read_pages(pages, "m", latest) == ([], latest)
    pages.close()


def test_flags_of_photos_without_a_code_change_nothing(pages: sqlite3.Connection) -> None:
    writer = CodePageWriter(pages, "m", 16)
    with transaction(pages):
        writer.flag(7, 2)
        writer.forget(8)
        writer.flush()
    assert read_pages(pages, "m") == ([], -1)
    pages.close()


def test_thumbnails_are_small_keep_proportions_and_stay(tmp_path: Path) -> None:
    jpeg = make_thumbnail(Image.new("RGB", (1000, 250), (200, 30, 30)))
    store = Thumbnails(tmp_path / "thumbnails.sqlite")
    store.put_all({b"a": jpeg})
    store.put_all({b"a": b"another", b"b": b"second"})
    assert store.get(b"a") == jpeg
    assert store.get(b"c") is None
    store.close()
    (tmp_path / "x.jpg").write_bytes(jpeg)
    with Image.open(tmp_path / "x.jpg") as image:
        assert image.size == (THUMBNAIL_SIDE, THUMBNAIL_SIDE // 4)


def test_the_memory_gate_lets_in_only_what_fits() -> None:
    gate = MemoryGate(100)
    most, inside, lock = 0, 0, threading.Lock()

    def take() -> None:
        nonlocal most, inside
        with gate.reserve(60):
            with lock:
                inside += 1
                most = max(most, inside)
            time.sleep(0.01)
            with lock:
                inside -= 1

    threads = [threading.Thread(target=take) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_a_file_larger_than_the_gate_still_gets_in() -> None:
    gate = MemoryGate(100)
    for _ in range(2):
        with gate.reserve(1000):
            inside = True
    assert inside


def test_settings_survive_saving(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    assert load_settings(path) == Settings()
    save_settings(path, Settings(threads=3, theme="dark", thumbnail_side=200))
    assert load_settings(path) == Settings(threads=3, theme="dark", thumbnail_side=200)
    assert [item.name for item in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"threads": -1}',
        '{"threads": "x"}',
        '{"theme": "pink"}',
        '{"theme": []}',
        '{"language": "xx"}',
        '{"gentle": 1}',
        '{"thumbnail_cache_mb": 1}',
        '{"thumbnail_side": 1}',
    ],
)
def test_settings_that_cannot_be_used_name_their_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert caught.value.path == path


def test_settings_of_a_later_version_keep_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "invented": 1}')
    assert load_settings(path) == Settings(theme="light")
