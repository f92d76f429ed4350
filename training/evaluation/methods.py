"""The methods of the comparison, under the names that the command line and the tables give them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app.core.base.codes import Logits
from training.base.arrays import Floats
from training.base.errors import UnknownMethodError
from training.evaluation.course import Course
from training.learning.learn import Learned, Task, learn
from training.learning.recipe import Recipe
from training.learning.trainer import finished
from training.measuring.baselines import itq, lsh, pca_sign
from training.measuring.results import (
    Result,
    ResultKey,
    result_of_codes,
    result_of_floats,
    settings_digest,
)
from training.networks.bundle_networks import hash_descriptors
from training.rivals.methods import Rival, rivals

OURS = "ours"

_ITQ_ITERATIONS = 50

# Descriptors, int8 values as float32 [N, D] -> logits float32 [N, K].
Hasher = Callable[[Floats], Logits]
ThumbnailRequest = tuple[ResultKey, Callable[[], Result]]


@dataclass(frozen=True)
class FloatRanking:
    """A ranking without codes: `features(course)` gives float32 [N, F], centred."""

    title: str
    features: Callable[[Course], Floats]


@dataclass(frozen=True)
class Hashing:
    """A way to codes: `learn(course, bits, seed)`. `settings` tell all else that it depends on;
    `drawn`: whether the seed matters.
    """

    title: str
    settings: object
    learn: Callable[[Course, int, int], Hasher]
    drawn: bool = True


Method = FloatRanking | Hashing


def chosen(names: Sequence[str], recipe: Recipe, views: tuple[Floats, ...] = ()) -> list[Method]:
    """Methods by their names on the command line; `ours` learns by the recipe.

    `views`: descriptors of augmented copies of what is learned from, if there are any. Raises
    UnknownMethodError.
    """
    known = _methods(recipe, views)
    for name in names:
        if name not in known:
            raise UnknownMethodError(name, tuple(known))
    return [known[name] for name in names]


def method_names() -> tuple[str, ...]:
    return tuple(_methods(Recipe(), ()))


def itq_method() -> Hashing:
    def learn_itq(course: Course, bits: int, seed: int) -> Hasher:
        return itq_hasher(course.learned_floats, bits, seed)

    return Hashing("ITQ", _ITQ_ITERATIONS, learn_itq)


def itq_hasher(descriptors: Floats, bits: int, seed: int) -> Hasher:
    """Fitted on float32 [N, D]."""
    return itq(descriptors, bits, _ITQ_ITERATIONS, seed).logits


def our_method(title: str, recipe: Recipe) -> Hashing:
    """What this project makes, by a recipe, of which only what makes codes is done."""
    return by_recipe(title, replace(recipe, generator=replace(recipe.generator, epochs=0)))


def by_recipe(title: str, recipe: Recipe) -> Hashing:
    """All that a recipe says, the generator and what it does to the codes included."""

    def learn_it(course: Course, bits: int, seed: int) -> Hasher:
        network = learned(course, replace(recipe, code_bits=bits, seed=seed)).network
        return partial(hash_descriptors, network.head)

    return Hashing(title, recipe, learn_it)


def wanted_results(
    course: Course, methods: Sequence[Method], bits: Sequence[int], seeds: int
) -> Iterator[ThumbnailRequest]:
    """What is to be measured, and how: for `results_file.completed`."""
    name = course.benchmark.name
    for method in methods:
        if isinstance(method, FloatRanking):
            key = ResultKey(name, method.title, None, 0, settings_digest(*course.identity))
            yield key, partial(_measured_floats, key, method, course)
            continue
        settings = settings_digest(*course.identity, method.settings)
        for size in bits:
            for seed in range(seeds if method.drawn else 1):
                key = ResultKey(name, method.title, size, seed, settings)
                yield key, partial(_measured_codes, key, method, course)


def learned(course: Course, recipe: Recipe) -> Learned:
    """What the recipe makes of a course, worked out in a temporary folder.

    Raises TooFewPicturesError, DivergedError, CollapsedError.
    """
    with tempfile.TemporaryDirectory() as folder:
        task = Task(recipe, course.ground, course.examples, Path(folder), course.remembered)
        return finished(learn(task))


def _methods(recipe: Recipe, views: tuple[Floats, ...]) -> dict[str, Method]:
    return {
        "floats": FloatRanking("floats", _centred_features),
        "pca": FloatRanking("PCA floats", lambda course: course.asked_floats),
        "lsh": Hashing("LSH", "", _learn_lsh),
        "pca-sign": Hashing("PCA-sign", "", _learn_pca_sign, drawn=False),
        "itq": itq_method(),
        **{rival.name.lower(): _of_rival(rival) for rival in rivals(views)},
        OURS: our_method(OURS, recipe),
    }


def _measured_floats(key: ResultKey, method: FloatRanking, course: Course) -> Result:
    return result_of_floats(key, method.features(course), course.benchmark)


def _measured_codes(key: ResultKey, method: Hashing, course: Course) -> Result:
    assert key.bits is not None
    hasher = method.learn(course, key.bits, key.seed)
    return result_of_codes(key, hasher(course.asked_floats), course.benchmark)


def _centred_features(course: Course) -> Floats:
    centred: Floats = course.asked_features - course.learned_features.mean(axis=0)
    return centred


def _learn_lsh(course: Course, bits: int, seed: int) -> Hasher:
    return lsh(course.learned_floats, bits, seed).logits


def _learn_pca_sign(course: Course, bits: int, _: int) -> Hasher:
    return pca_sign(course.learned_floats, bits).logits


def _of_rival(rival: Rival) -> Hashing:
    def learn_rival(course: Course, bits: int, seed: int) -> Hasher:
        return rival.fit(course.learned_floats, bits, seed).logits

    return Hashing(rival.name, rival.settings, learn_rival)
