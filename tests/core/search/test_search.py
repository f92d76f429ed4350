from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base.codes import Codes, hamming, pack, signs
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.search.code_index import UNLIMITED, CodeIndex, Limits, Query, combine
from desktop_app.core.search.photo_search import PhotoSearch


def random_codes(count: int, bits: int, seed: int = 0) -> Codes:
    return pack(np.random.default_rng(seed).standard_normal((count, bits)).astype(np.float32))


@pytest.fixture
def bits(encoder: Encoder) -> int:
    return encoder.bundle.manifest.code_bits


@pytest.fixture
def index(encoder: Encoder, bits: int) -> CodeIndex:
    found = CodeIndex(encoder.bundle.manifest)
    found.add_all(np.arange(100, 5100, dtype=np.int64), random_codes(5000, bits))
    return found


def random_query(bits: int, seed: int) -> Query:
    return Query(np.random.default_rng(seed).standard_normal(bits).astype(np.float32))


def test_the_order_is_that_of_an_obvious_search(index: CodeIndex, bits: int) -> None:
    """The 1,000 Hamming-nearest (lower id first on ties), by what their differing bits cost."""
    codes = random_codes(5000, bits)
    for seed in range(5):
        query = random_query(bits, seed + 10)
        distances = hamming(query.code, codes)
        shortlist = sorted(range(5000), key=lambda row: (distances[row], row))[:1000]
        weights = np.abs(query.logits)
        cost = {
            r: float(weights[signs(codes[r : r + 1])[0] != signs(query.code[None])[0]].sum())
            for r in shortlist
        }
        expected = sorted(shortlist, key=lambda row: (round(cost[row], 4), distances[row], row))
        found = index.nearest(query, 50)
        assert [match.distance for match in found] == [distances[row] for row in expected[:50]]
        assert [match.photo_id for match in found] == [row + 100 for row in expected[:50]]


def test_the_same_query_gives_the_same_answer_every_time(index: CodeIndex, bits: int) -> None:
    query = random_query(bits, 3)
    assert index.nearest(query, 200) == index.nearest(query, 200)


def test_photos_with_one_code_come_in_the_order_in_which_they_were_found(
    encoder: Encoder, bits: int
) -> None:
    index = CodeIndex(encoder.bundle.manifest)
    index.add_all(np.arange(3000, dtype=np.int64), np.tile(random_codes(1, bits), (3000, 1)))
    query = random_query(bits, 1)
    assert [match.photo_id for match in index.nearest(query, 2000)] == list(range(2000))


def test_scores_fall_and_a_photos_own_code_is_at_distance_0(index: CodeIndex, bits: int) -> None:
    query = Query(signs(random_codes(5000, bits)[7:8])[0])
    found = index.nearest(query, 100)
    assert (found[0].photo_id, found[0].distance) == (107, 0)
    assert found[0].score == pytest.approx(1)
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)


def test_an_empty_library_has_no_nearest_photo(encoder: Encoder, bits: int) -> None:
    assert CodeIndex(encoder.bundle.manifest).nearest(random_query(bits, 0), 10) == []


def test_the_histogram_counts_every_photo_once(index: CodeIndex, bits: int) -> None:
    query = random_query(bits, 5)
    histogram = index.search(query, 1).histogram
    assert len(histogram) == bits + 1
    assert histogram.sum() == 5000
    nearest = index.nearest(query, 1000)
    assert histogram[: min(match.distance for match in nearest)].sum() == 0


def test_several_pictures_weigh_the_same_however_sure_their_bits_are() -> None:
    faint, loud = np.array([1, 1, -1, -1.0]), np.array([-100, 100, 100, -100.0])
    query = combine([faint.astype(np.float32), loud.astype(np.float32)], [])
    assert query.logits == pytest.approx([0, 1, 0, -1])


def test_a_counter_example_takes_away_what_it_has() -> None:
    wanted, unwanted = np.array([1, 1, 1, -1.0]), np.array([1, -1, 1, 1.0])
    query = combine([wanted.astype(np.float32)], [unwanted.astype(np.float32)])
    assert query.logits == pytest.approx([0.5, 1.5, 0.5, -1.5])


def test_random_photos_are_not_related_and_planted_ones_are(index: CodeIndex, bits: int) -> None:
    rng = np.random.default_rng(9)
    codes = random_codes(5000, bits)
    query = random_query(bits, 77)
    assert not any(match.related for match in index.nearest(query, 20))
    for row in range(200, 212):
        near = query.logits.copy()
        near[rng.choice(bits, bits // 12, replace=False)] *= -1
        codes[row] = pack(near[np.newaxis])[0]
    index.add_all(np.arange(5000, dtype=np.int64), codes)
    related = [match.photo_id for match in index.nearest(query, 100) if match.related]
    assert sorted(related)[:12] == list(range(200, 212))
    assert len(related) <= 14


def test_a_search_among_some_photos_gives_the_nearest_of_those(index: CodeIndex, bits: int) -> None:
    query = random_query(bits, 3)
    everything = index.nearest(query, 5000)
    some = np.arange(101, 9000, 7, dtype=np.int64)
    among = index.among(some)
    assert len(among) == len(range(101, 5100, 7))
    expected = [match for match in everything[:1000] if match.photo_id in set(some.tolist())]
    assert among.nearest(query, 200)[: len(expected)] == expected
    assert len(among.nearest(query, 200)) == 200
    assert len(index) == 5000


@pytest.mark.parametrize(
    "limits",
    [
        UNLIMITED,
        Limits(min_distance=100, max_distance=125),
        Limits(excluded_ids=np.arange(100, 3000, 3, dtype=np.int64)),
        Limits(duplicate_distance=90),
    ],
)
def test_one_search_gives_the_nearest_photos_and_how_far_all_are(
    index: CodeIndex, bits: int, limits: Limits
) -> None:
    for query in (Query(signs(index.codes[7:8])[0]), random_query(bits, 6)):
        result = index.search(query, 300, limits)
        assert result.matches == index.nearest(query, 300, limits)
        distances = hamming(query.code, index.codes)
        assert result.histogram.tolist() == [int(np.sum(distances == n)) for n in range(bits + 1)]
        related = [match.distance for match in index.nearest(query, 300) if match.related]
        assert result.related_distance == max(related, default=None)
        assert result.searched == 5000


def test_an_empty_index_answers_with_nothing(encoder: Encoder, bits: int) -> None:
    result = CodeIndex(encoder.bundle.manifest).search(random_query(bits, 0), 10)
    assert (result.matches, result.related_distance, result.searched) == ([], None, 0)
    assert result.histogram.tolist() == [0] * (bits + 1)


def test_filter_and_limits_of_one_search_do_not_touch_the_next(
    search: PhotoSearch, photo_folder: Path
) -> None:
    query = Query(search.logits_of_file(photo_folder / "beach-0.jpg"))
    in_trip = search.search(query, 9, PhotoFilter(folder=photo_folder / "trip"))
    assert {item.photo.path.parent.name for item in in_trip.found} == {"trip"}
    assert (in_trip.searched, int(in_trip.histogram.sum())) == (3, 3)
    beyond = search.search(query, 9, limits=Limits(min_distance=1))
    assert beyond.found[0].photo.path.name != "beach-0.jpg"
    assert (beyond.searched, int(beyond.histogram.sum())) == (9, 9)
    everything = search.search(query, 9)
    assert [item.match for item in everything.found] == search.codes.nearest(query, 9)
    assert everything.found[0].photo.path.name == "beach-0.jpg"


def test_a_filter_sees_what_another_process_changed_since_the_last_search(
    search: PhotoSearch, files: LibraryFiles, photo_folder: Path
) -> None:
    query = Query(search.logits_of_file(photo_folder / "beach-0.jpg"))
    canon = PhotoFilter(cameras=frozenset({"Canon"}))
    assert search.search(query, 9, canon).found == []
    with Catalogue(files) as other, other.connection as connection:
        connection.execute("UPDATE photos SET camera = 'Canon' WHERE name = ?", (b"beach-0.jpg",))
    found = search.search(query, 9, canon).found
    assert [item.photo.path.name for item in found] == ["beach-0.jpg"]


@pytest.fixture
def half_related(encoder: Encoder, bits: int) -> tuple[CodeIndex, Query]:
    """A query, and 5,000 photos of which the first 1,500 are related to it."""
    query, codes = random_query(bits, 77), random_codes(5000, bits)
    rng = np.random.default_rng(9)
    near = np.tile(query.logits, (1500, 1))
    for row in near:
        row[rng.choice(bits, bits // 12, replace=False)] *= -1
    codes[:1500] = pack(near)
    index = CodeIndex(encoder.bundle.manifest)
    index.add_all(np.arange(5000, dtype=np.int64), codes)
    return index, query


def test_what_is_usual_is_seen_all_over_the_library(half_related: tuple[CodeIndex, Query]) -> None:
    """Not only among its first photos, which may be of one folder."""
    index, query = half_related
    assert all(match.related for match in index.nearest(query, 1000))


def test_a_filter_does_not_change_what_is_related(half_related: tuple[CodeIndex, Query]) -> None:
    index, query = half_related
    among = index.among(np.arange(600, dtype=np.int64))
    assert all(match.related for match in among.nearest(query, 600))


def test_a_photo_that_the_index_does_not_hold_has_no_code(encoder: Encoder, bits: int) -> None:
    index, codes = CodeIndex(encoder.bundle.manifest), random_codes(2, bits)
    index.add_all(np.array([2, 5], np.int64), codes)
    assert [index.code(number) is None for number in range(1, 7)] == [
        number not in {2, 5} for number in range(1, 7)
    ]
    found = index.code(5)
    assert found is not None
    assert np.array_equal(found, codes[1])
