"""The vocabulary: what it is mixed from."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.base.paths import default_bundle, text_model
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.words.dictionary import Entry, read_entries
from desktop_app.core.words.text_encoder import TextEncoder
from desktop_app.core.words.vocabulary import VOCABULARY, read_vocabulary, to_stored, unit
from training.base.errors import DamagedDataError
from training.networks.feature_extractor import feature_extractor_of_bundle
from training.words.class_rows import class_directions, class_texts
from training.words.making import WordSources, make_vocabulary, mixture
from training.words.prototypes import Prototypes, prototypes

CLASSES = [Entry((f"class {row}",), (), str(row)) for row in range(1000)]


@pytest.fixture(scope="module")
def sources() -> WordSources:
    rng = np.random.default_rng(0)
    directions = unit(rng.standard_normal((1000, 8)).astype(np.float32))
    known = Prototypes(("a/sea", "a/street"), directions[:2])
    words = [Entry(("beach", "shore"), ("海滩",), "3 7-9*.5 a/sea")]
    return WordSources(CLASSES, words, directions, known)


def test_a_mixture_is_the_weighted_sum_of_its_classes(sources: WordSources) -> None:
    rows = sources.directions
    expected = rows[3] + 0.5 * (rows[7] + rows[8] + rows[9]) + sources.prototypes.directions[0]
    found = mixture(sources, "3 7-9*.5 a/sea")
    np.testing.assert_allclose(found, expected / np.linalg.norm(expected), atol=1e-6)


@pytest.mark.parametrize("sense", ["a/lake", "lake", "3-"])
def test_a_class_that_is_not_known_is_refused(sources: WordSources, sense: str) -> None:
    with pytest.raises(DamagedDataError, match="is no class"):
        mixture(sources, sense)


def test_each_name_of_a_word_is_a_text_of_its_own(sources: WordSources) -> None:
    made = make_vocabulary(sources, TextEncoder(text_model()), "made-up")
    assert len(made.texts) == 1000 + 2 + 2
    assert made.texts[1000:] == ("sea", "street", "beach", "shore")
    assert made.texts[0].startswith("class 0: freshwater dace-like game fish")
    np.testing.assert_array_equal(made.directions[-1], made.directions[-2])
    assert made.descriptor_id == "made-up"


def test_a_prototype_is_compared_with_all_pictures_and_with_its_set() -> None:
    names = ("a/sea/1.jpg", "a/street/1.jpg", "b/WildCat_head/1.jpg", "imagenet1k/x/1.jpg")
    descriptors = np.eye(4, dtype=np.float32)
    found = prototypes(names, descriptors)
    assert found.keys == ("a/sea", "a/street", "b/WildCat_head")
    assert found.texts == ["sea", "street", "wild cat head"]
    from_all = unit(descriptors[0] - descriptors.mean(axis=0))
    from_set = unit(descriptors[0] - descriptors[:2].mean(axis=0))
    np.testing.assert_allclose(found.directions[0], unit(from_all + from_set), atol=1e-6)


@pytest.mark.slow
def test_the_shipped_vocabulary_is_what_the_lists_and_the_model_make() -> None:
    """All but the prototypes, which need the training pictures."""
    shipped = read_vocabulary(text_model() / VOCABULARY)
    bundle = read_bundle(default_bundle())
    assert shipped.descriptor_id == bundle.manifest.descriptor_id
    classes = read_entries(text_model() / "classes.tsv")
    assert list(shipped.texts[:1000]) == class_texts(classes)
    directions = class_directions(feature_extractor_of_bundle(bundle))
    made = to_stored(unit(directions)).astype(int)
    assert np.abs(made - shipped.directions[:1000]).max() <= 1
    words = [
        name for entry in read_entries(text_model() / "photo_words.tsv") for name in entry.names
    ]
    assert list(shipped.texts[-len(words) :]) == words
