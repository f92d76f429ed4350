"""What the names of folders teach."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.paths import text_model
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.code_index import TextPart
from desktop_app.core.search.folder_words import folder_words, words_of_path
from desktop_app.core.search.library_words import LibraryWords
from desktop_app.core.search.photo_search import PhotoSearch
from desktop_app.core.words.errors import WordsError
from desktop_app.core.words.words import Words

FOLDERS = {"Qwrt 2019/zblorg": "flower", "DCIM/100CANON": "beach", "冰岛之旅": "night_city"}


@pytest.fixture
def catalogue(
    tmp_path: Path, files: LibraryFiles, scene: Callable[[str, int], Image.Image], encoder: Encoder
) -> Iterator[Catalogue]:
    """Five photos of one kind in each folder."""
    for folder, kind in FOLDERS.items():
        place = tmp_path / "photos" / folder
        place.mkdir(parents=True)
        for number in range(5):
            scene(kind, number).save(place / f"{kind}-{number}.jpg")
    for _ in index(files, encoder, [tmp_path / "photos"]):
        pass
    shutil.rmtree(tmp_path / "photos")
    with Catalogue(files) as opened:
        yield opened


@pytest.fixture
def search(catalogue: Catalogue, encoder: Encoder) -> PhotoSearch:
    opened = PhotoSearch(catalogue, encoder, PhotoReader())
    opened.refresh()
    return opened


@pytest.fixture
def words(catalogue: Catalogue, search: PhotoSearch, encoder: Encoder) -> LibraryWords:
    known = Words(text_model(), encoder.bundle.manifest.descriptor_id)
    return LibraryWords(known, catalogue, search.codes)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Iceland 2019/glaciers", ["iceland", "glaciers"]),
        ("DCIM/100CANON", []),
        ("our_garden-2020_05", ["our", "garden"]),
        ("冰岛之旅/冰川 2019", ["冰岛之旅", "冰川"]),
        ("a/b1/x2y", []),
        ("Été/ÉTÉ", ["été"]),
    ],
)
def test_words_are_read_in_the_names_of_folders(name: str, expected: list[str]) -> None:
    assert words_of_path(name) == expected


def test_each_word_has_the_photos_of_its_folders(catalogue: Catalogue, search: PhotoSearch) -> None:
    found = folder_words(catalogue, search.codes.ids)
    assert set(found) == {"qwrt", "zblorg", "冰岛之旅"}
    names = {row.id: row.path.name for row in catalogue.photos(search.codes.ids.tolist())}
    assert {names[i].partition("-")[0] for i in found["zblorg"].tolist()} == {"flower"}
    np.testing.assert_array_equal(found["zblorg"], found["qwrt"])


@pytest.mark.parametrize(("word", "kind"), [("zblorg", "flower"), ("冰岛之旅", "night_city")])
def test_a_word_that_nobody_else_knows_finds_what_its_folder_shows(
    search: PhotoSearch, words: LibraryWords, word: str, kind: str
) -> None:
    query = search.query([], [], [TextPart(words.look_up(word))])
    found = search.search(query, 5).found
    assert [item.photo.path.name.partition("-")[0] for item in found] == [kind] * 5
    assert all(item.match.related for item in found)


def test_words_of_no_folder_are_looked_up_as_everywhere(words: LibraryWords) -> None:
    with pytest.raises(WordsError):
        words.look_up("龘")
    assert words.look_up("beach").certainty > 0.95
