"""Queries of several examples and counter-examples, and of a part of a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.region import Region
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.code_index import Query, combine
from desktop_app.core.search.photo_search import PhotoSearch


def combined_bit_by_bit(wanted: list[Logits], unwanted: list[Logits]) -> list[float]:
    """Rocchio's formula as it is written, without arrays."""
    sides = []
    for examples in (wanted, unwanted):
        total = [0.0] * len(wanted[0])
        for logits in examples:
            mean_size = sum(abs(float(value)) for value in logits) / len(logits)
            for bit, value in enumerate(logits):
                total[bit] += float(value) / mean_size / len(examples)
        sides.append(total)
    return [for_it - 0.5 * against for for_it, against in zip(*sides, strict=True)]


def test_examples_and_counter_examples_combine_as_the_formula_says() -> None:
    rng = np.random.default_rng(4)
    for wanted_count, unwanted_count in ((1, 0), (3, 0), (1, 1), (4, 3)):
        values = rng.standard_normal((wanted_count + unwanted_count, 64)).astype(np.float32)
        wanted, unwanted = list(values[:wanted_count]), list(values[wanted_count:])
        query = combine(wanted, unwanted)
        assert query.logits == pytest.approx(combined_bit_by_bit(wanted, unwanted), abs=1e-5)


def test_an_example_that_is_a_counter_example_too_leaves_the_query_as_it_is() -> None:
    logits = np.random.default_rng(1).standard_normal(64).astype(np.float32)
    assert np.array_equal(combine([logits], [logits]).code, Query(logits).code)


def test_a_query_needs_an_example() -> None:
    with pytest.raises(ValueError, match="needs an example"):
        combine([], [np.ones(64, np.float32)])


def names(search: PhotoSearch, query: Query) -> list[str]:
    return [found.photo.path.stem for found in search.search(query, 9).found]


def test_examples_of_two_kinds_find_both_kinds_before_the_third(
    search: PhotoSearch, photo_folder: Path
) -> None:
    wanted = [search.logits_of_file(photo_folder / f"{kind}-0.jpg") for kind in ("beach", "flower")]
    kinds = [name[:-2] for name in names(search, combine(wanted, []))]
    assert set(kinds[:6]) == {"beach", "flower"}


@pytest.mark.slow
def test_a_counter_example_sends_its_kind_to_the_end(
    search: PhotoSearch, photo_folder: Path
) -> None:
    wanted = [search.logits_of_file(photo_folder / "beach-0.jpg")]
    for kind in ("flower", "night_city"):
        unwanted = [search.logits_of_file(photo_folder / f"{kind}-0.jpg")]
        found = names(search, combine(wanted, unwanted))
        assert {name[:-2] for name in found[-3:]} == {kind}
        assert found[0] == "beach-0"


@pytest.mark.slow
def test_a_region_of_a_picture_finds_what_is_in_the_region(
    search: PhotoSearch, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    both = Image.new("RGB", (480, 160))
    both.paste(scene("beach", 0), (0, 0))
    both.paste(scene("flower", 0), (240, 0))
    path = tmp_path / "both.png"
    both.save(path)
    left, right = Region(0, 0, 0.5, 1), Region(0.5, 0, 1, 1)
    assert names(search, Query(search.logits_of_file(path, left)))[0] == "beach-0"
    assert names(search, Query(search.logits_of_file(path, right)))[0] == "flower-0"


def test_a_region_is_whole_pixels_and_never_empty() -> None:
    assert Region(0.25, 0.5, 0.75, 1).box(100, 10) == (25, 5, 75, 10)
    assert Region(0.999, 0.999, 0.9991, 0.9991).box(10, 10) == (9, 9, 10, 10)
    assert Region(0.31, 0, 0.32, 0.001).box(10, 10) == (3, 0, 4, 1)


@pytest.mark.slow
def test_a_small_region_of_a_large_picture_is_decoded_large_enough_for_the_network(
    search: PhotoSearch, tmp_path: Path, encoder: Encoder
) -> None:
    """A fine pattern would be grey if the picture were reduced before it is cut."""
    size = encoder.image_size
    pattern = np.indices((size, size)).sum(axis=0) % 16 < 8
    whole = np.full((size * 4, size * 4), 128, np.uint8)
    whole[:size, :size] = pattern * 255
    path = tmp_path / "large.png"
    Image.fromarray(whole).convert("RGB").save(path)
    part = Image.fromarray(whole[:size, :size]).convert("RGB")
    found = search.logits_of_file(path, Region(0, 0, 0.25, 0.25))
    assert found == pytest.approx(search.logits_of_image(part), abs=1e-4)
