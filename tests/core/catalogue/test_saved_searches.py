"""Saved and recent searches, as they are kept on disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.base.region import Region
from desktop_app.core.catalogue.saved_searches import (
    MOST_RECENT,
    SavedExample,
    SavedSearch,
    SavedSearches,
    load_searches,
    save_searches,
)

BEACH = SavedSearch(
    "Beaches without people",
    (
        SavedExample(Path("/photos/caf\udce9/beach.jpg"), 7, region=Region(0.1, 0, 0.5, 1)),
        SavedExample(Path("/elsewhere/海.png"), is_wanted=False),
    ),
)


def numbered(number: int) -> SavedSearch:
    return SavedSearch(str(number), (SavedExample(Path(f"/photos/{number}.jpg")),))


def test_saved_searches_are_read_as_they_were_written(tmp_path: Path) -> None:
    kept = SavedSearches((BEACH, numbered(1)), (numbered(2), BEACH))
    save_searches(tmp_path / "new" / "searches.json", kept)
    assert load_searches(tmp_path / "new" / "searches.json") == kept
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["searches.json"]


def test_without_a_file_there_are_no_searches(tmp_path: Path) -> None:
    assert load_searches(tmp_path / "searches.json") == SavedSearches()


def test_the_latest_searches_are_recent_and_each_is_listed_once() -> None:
    kept = SavedSearches()
    for number in range(20):
        kept = kept.with_recent(numbered(number))
    kept = kept.with_recent(numbered(17))
    assert [search.name for search in kept.recent][:3] == ["17", "19", "18"]
    assert len(kept.recent) == MOST_RECENT


def test_a_refined_query_replaces_its_own_recent_search() -> None:
    refined = SavedSearch("1 and 2", numbered(1).examples + numbered(2).examples)
    kept = SavedSearches().with_recent(numbered(1)).with_recent(numbered(3)).with_recent(refined)
    assert [search.name for search in kept.recent] == ["1 and 2", "3"]


def test_saved_searches_are_renamed_deleted_and_put_back() -> None:
    kept = SavedSearches().with_saved(numbered(1)).with_saved(numbered(2)).renamed(0, "one")
    assert [search.name for search in kept.saved] == ["one", "2"]
    fewer = kept.without_saved(0)
    assert [search.name for search in fewer.saved] == ["2"]
    assert fewer.with_saved(kept.saved[0], 0) == kept


def test_a_recent_search_is_deleted_and_put_back_in_its_place() -> None:
    kept = SavedSearches()
    for number in range(MOST_RECENT):
        kept = kept.with_recent(numbered(number))
    fewer = kept.without_recent(2)
    assert kept.recent[2] not in fewer.recent
    assert fewer.with_recent(kept.recent[2], 2) == kept


def one_example(**values: object) -> str:
    example = {"path": "/a", "photo_id": 1, "wanted": True, "region": None, **values}
    return json.dumps({"saved": [{"name": "x", "examples": [example]}], "recent": []})


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"saved": []}',
        '{"saved": [{"name": "x", "examples": []}], "recent": []}',
        one_example(photo_id="1"),
        one_example(path=None),
        one_example(wanted=False),
        one_example(wanted=1),
        one_example(region=[0.5, 0, 0.1, 1]),
        one_example(region=[0.5]),
    ],
)
def test_a_file_that_cannot_be_decoded_is_named_in_the_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "searches.json"
    path.write_text(text)
    with pytest.raises(SettingsError) as raised:
        load_searches(path)
    assert raised.value.path == path


def test_what_is_no_file_is_named_with_the_reason_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "searches.json"
    for use, reason in (
        (load_searches, "Not a directory"),
        (lambda path: save_searches(path, SavedSearches()), "File exists"),
    ):
        with pytest.raises(SettingsError) as raised:
            use(path)
        assert (raised.value.path, raised.value.detail) == (path, reason)
