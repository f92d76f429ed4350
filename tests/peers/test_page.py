"""Tables compare each with Lookalike, and say why a figure is not there."""

from __future__ import annotations

from pathlib import Path

from tests.peers.measurements import Answers, Building, ReaderOutcome, Reading, SearcherOutcome
from tests.peers.network_readers import readers
from tests.peers.other_searchers import searchers
from tests.peers.page import reading_rows, reading_section, readme_section, search_section
from tests.peers.plots import plot_reading, plot_search

MISSING = "not installed: something"
LOOKALIKE, IMAGEHASH, *_ = readers()
READING = [
    ReaderOutcome(LOOKALIKE, Reading(100, 5, 2_000_000, 1_500_000), 2**20),
    ReaderOutcome(IMAGEHASH, Reading(100, 10, 800, 0), 2**20),
    ReaderOutcome(readers()[2], why=MISSING),
]
SEARCHERS = {each.title: each for each in searchers()}


def searched(title: str, *answers: Answers) -> SearcherOutcome:
    return SearcherOutcome(SEARCHERS[title], 1000, Building(1, 40_000), answers, 2**20)


SEARCHING = [
    searched("Lookalike", Answers(0, 2, 3, 0.8)),
    searched("faiss IndexBinaryFlat", Answers(0, 1, 3, 0.7)),
    searched("faiss IndexIVFPQ", Answers(4, 1, 3, 0.6), Answers(16, 4, 5, 0.75)),
    searched("faiss IndexFlatIP", Answers(0, 50, 60, 1)),
    SearcherOutcome(SEARCHERS["hnswlib"], why=MISSING),
]


def test_reading_is_compared_with_lookalikes_photos_a_second() -> None:
    own, other, missing = reading_rows(READING)
    assert own[1:4] == ["20.0", "1.00", "20,000, thumbnails 15,000 of them"]
    assert other[1:4] == ["10.0", "0.50", "8"]
    assert missing[1:4] == [MISSING, "", ""]
    assert "2 cores" in reading_section(READING, "2 cores")


def test_search_is_compared_with_lookalikes_time_in_groups_of_equal_bytes() -> None:
    equal, floats = search_section(SEARCHING, "2 cores").split("**with the floats")
    assert "| nprobe 16 | 4.00 | 2.00 | 5.00 | .750 | 1.0 s | 40 | 1 MB |" in equal
    assert "hnswlib" not in equal
    assert "| 50.00 | 25.00 |" in floats
    assert MISSING in floats


def test_the_readme_has_of_each_library_the_way_that_finds_most() -> None:
    text = readme_section(READING, SEARCHING)
    assert "| read: imagehash pHash | 10.0 photos/s | 0.50 |" in text
    assert "| search: Lookalike | 2.00 ms, recall@10 .800 | 1.00 |" in text
    assert "| search: faiss IndexIVFPQ | 4.00 ms, recall@10 .750 | 0.50 |" in text
    assert "IndexBinaryFlat" not in text
    assert MISSING not in text


def test_plots_are_drawn_without_those_that_have_no_figures(tmp_path: Path) -> None:
    plot_reading(READING, tmp_path / "reading.png")
    plot_search(SEARCHING, 1000, tmp_path / "search.png")
    assert {path.name for path in tmp_path.iterdir()} == {"reading.png", "search.png"}
