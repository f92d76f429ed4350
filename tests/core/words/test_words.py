"""The shipped text model: what it knows, in which languages, and what it refuses."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base.paths import default_bundle, text_model
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.words.errors import WordsError, WordsProblem
from desktop_app.core.words.text_encoder import EMBEDDING_SIZE, TextEncoder
from desktop_app.core.words.vocabulary import (
    VOCABULARY,
    Vocabulary,
    read_vocabulary,
    to_stored,
    unit,
    write_vocabulary,
)
from desktop_app.core.words.words import Words

DESCRIPTOR_ID = read_bundle(default_bundle()).manifest.descriptor_id


@pytest.fixture(scope="module")
def encoder() -> TextEncoder:
    return TextEncoder(text_model())


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(text_model(), DESCRIPTOR_ID)


def test_texts_of_one_meaning_are_near_each_other_and_case_does_not_matter(
    encoder: TextEncoder,
) -> None:
    sea, ocean, invoice = (encoder.encode(text) for text in ("sea", "Ocean", "invoice"))
    assert sea.shape == (EMBEDDING_SIZE,)
    assert np.linalg.norm(sea) == pytest.approx(1, abs=1e-5)
    assert sea @ ocean > sea @ invoice + 0.2
    np.testing.assert_array_equal(encoder.encode("SEA"), sea)


def test_a_very_long_text_is_encoded_by_its_beginning(encoder: TextEncoder) -> None:
    np.testing.assert_array_equal(encoder.encode("sea " * 200), encoder.encode("sea " * 2000))


def test_chinese_and_english_names_of_one_thing_have_one_direction(words: Words) -> None:
    for chinese, english in (("斑马", "zebra"), ("雪山", "snow mountain"), ("灯塔", "lighthouse")):
        found, expected = words.look_up(chinese), words.look_up(english)
        np.testing.assert_array_equal(found.direction, expected.direction)
        assert found.certainty > 0.95


def test_what_looks_like_nothing_is_less_certain_than_what_can_be_seen(words: Words) -> None:
    seen = [words.look_up(text).certainty for text in ("zebra", "steam train", "snow", "red car")]
    unseen = [words.look_up(text).certainty for text in ("tax return", "javascript", "grammar")]
    assert min(seen) > 0.5 > max(unseen)


@pytest.mark.parametrize("text", ["", " - ", "!?", "龘"])
def test_a_text_without_a_known_word_is_refused(words: Words, text: str) -> None:
    with pytest.raises(WordsError) as refused:
        words.look_up(text)
    assert refused.value.problem is WordsProblem.NO_TEXT


def test_the_descriptors_of_another_network_have_no_words() -> None:
    with pytest.raises(WordsError) as refused:
        Words(text_model(), "resnet-224-256-0123").look_up("sea")
    assert refused.value.problem is WordsProblem.OTHER_BACKBONE


@pytest.mark.parametrize("name", [VOCABULARY, "text_encoder.onnx", "tokenizer.json"])
def test_a_damaged_file_is_named(tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(text_model(), tmp_path / "words"))
    (folder / name).write_bytes(b"damaged")
    with pytest.raises(WordsError) as refused:
        Words(folder, DESCRIPTOR_ID).look_up("sea")
    assert refused.value.problem is WordsProblem.UNREADABLE
    assert refused.value.path == folder / name


def made_up(count: int) -> Vocabulary:
    rng = np.random.default_rng(0)
    texts = tuple(f"text {row}" for row in range(count))
    embeddings = to_stored(rng.standard_normal((count, EMBEDDING_SIZE)).astype(np.float32))
    directions = to_stored(rng.standard_normal((count, 8)).astype(np.float32))
    return Vocabulary(texts, embeddings, directions, "made-up")


def test_a_known_text_has_its_own_direction() -> None:
    vocabulary = made_up(20)
    embedding = unit(vocabulary.embeddings[3].astype(np.float32))
    found = vocabulary.look_up(embedding)
    own = unit(vocabulary.directions[3].astype(np.float32))
    np.testing.assert_allclose(found.direction, own, atol=1e-3)
    assert found.certainty == pytest.approx(1)
    assert vocabulary.nearest(embedding, 1) == ["text 3"]


def test_a_text_between_two_has_a_direction_between_theirs() -> None:
    vocabulary = made_up(20)
    both = vocabulary.embeddings[3].astype(np.float32) + vocabulary.embeddings[5]
    cosines = unit(vocabulary.embeddings.astype(np.float32)) @ unit(both)
    weights = np.exp(cosines / 0.06)
    expected = sum(
        weight * row.astype(np.float64)
        for weight, row in zip(weights, vocabulary.directions, strict=True)
    )
    found = vocabulary.look_up(unit(both)).direction
    np.testing.assert_allclose(found, expected / np.linalg.norm(expected), atol=1e-4)


def test_a_vocabulary_is_read_as_it_was_written_and_has_the_same_bytes_each_time(
    tmp_path: Path,
) -> None:
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    write_vocabulary(first, made_up(20))
    write_vocabulary(second, made_up(20))
    assert first.read_bytes() == second.read_bytes()
    found = read_vocabulary(first)
    assert (found.texts, found.descriptor_id) == (made_up(20).texts, "made-up")
    np.testing.assert_array_equal(found.embeddings, made_up(20).embeddings)
    np.testing.assert_array_equal(found.directions, made_up(20).directions)


def test_tables_of_different_lengths_are_refused(tmp_path: Path) -> None:
    whole = made_up(20)
    write_vocabulary(
        tmp_path / "short.npz",
        Vocabulary(whole.texts[:19], whole.embeddings, whole.directions, "made-up"),
    )
    with pytest.raises(WordsError, match="do not fit together"):
        read_vocabulary(tmp_path / "short.npz")
