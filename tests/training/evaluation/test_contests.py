from pathlib import Path

import numpy as np
import pytest

from tests.training.picture_files import touch_all, write_manifest
from training.base.errors import UnknownBenchmarkError
from training.evaluation.contests import contest, contest_names

SETS = ("caltech101", "clothing", "food10", "pacs_photo", "rsscn7", "weather", "osie")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Twenty classes in each of the training sets, two photos each, and four of Corel's."""
    names = [f"{name}/{kind:02}/{row}.jpg" for name in SETS for kind in range(20) for row in (0, 1)]
    write_manifest(tmp_path / "train_manifest.tsv", ["name"], [[name] for name in names])
    corel = [f"corel5k/{row}.jpg" for row in range(4)]
    halves = ("query", "database", "database", "query")
    write_manifest(
        tmp_path / "corel5k_manifest.tsv",
        ["name", "label", "labels", "split"],
        [[name, "sky", "sky,sun", half] for name, half in zip(corel, halves, strict=True)],
    )
    touch_all(tmp_path, [*names, *corel])
    return tmp_path


def test_an_unknown_contest_is_told_with_those_that_there_are(data: Path) -> None:
    with pytest.raises(UnknownBenchmarkError, match="corel-library"):
        contest("imagenet", data, data)


def test_corel_is_asked_of_what_learned_from_other_photos(data: Path) -> None:
    held = contest("corel", data, data)
    assert len(held.learned) == 280
    assert not set(held.learned.names) & set(held.benchmark.pictures.names)


def test_a_library_learns_from_its_database_and_never_from_a_query(data: Path) -> None:
    held = contest("corel-library", data, data)
    assert held.learned.names == ("corel5k/1.jpg", "corel5k/2.jpg")
    assert held.recipe == "library"


def test_a_library_keeps_the_descriptor_of_the_default_model(data: Path) -> None:
    held = contest("corel-library", data, data)
    assert held.ground == held.foreign == contest("corel", data, data).ground


def test_the_two_ways_to_learn_for_corel_have_tables_of_their_own(data: Path) -> None:
    names = {contest(name, data, data).benchmark.name for name in ("corel", "corel-library")}
    assert len(names) == 2


@pytest.mark.parametrize("name", ["objects", "foreign"])
def test_held_out_classes_are_not_learned_from(data: Path, name: str) -> None:
    held = contest(name, data, data)
    asked = {Path(picture).parent for picture in held.benchmark.pictures.names}
    assert asked
    assert not asked & {Path(picture).parent for picture in held.learned.names}
    assert not asked & {Path(picture).parent for picture in held.ground.names}


def test_all_photos_of_a_contest_are_parts_of_its_whole_sets(data: Path) -> None:
    for name in ("corel", "corel-library", "objects", "foreign"):
        held = contest(name, data, data)
        known = {(whole.root, picture) for whole in held.wholes for picture in whole.names}
        for part in (held.learned, held.ground, held.benchmark.pictures):
            assert {(part.root, picture) for picture in part.names} <= known


def test_the_benchmarks_of_the_literature_are_contests_too() -> None:
    assert {"cifar10", "mirflickr", "nus-wide"} <= set(contest_names())
    assert len(contest_names()) == len(set(contest_names()))


def test_the_literature_learns_from_what_the_protocol_allows(data: Path) -> None:
    kinds = "airplane automobile bird cat deer dog frog horse ship truck".split()
    halves = {half: [f"{half}/{kind}/0.png" for kind in kinds] for half in ("test", "train")}
    touch_all(data, [name for names in halves.values() for name in names])
    held = contest("cifar10", data, data)
    assert sorted(held.learned.names) == halves["train"]
    assert held.recipe == "cifar10"
    assert np.array_equal(held.benchmark.queries, np.arange(10))
