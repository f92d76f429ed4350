"""Whatever is wrong with a picture, its worker says what, and the application goes on.

`make fuzz` tries many more pictures.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.base.memory_gate import MemoryGate
from desktop_app.core.photos.photo_reader import MAX_DECODE_BYTES
from desktop_app.core.reading.limits import ReadingLimits
from tests.core.hostile_worker import PROGRAM
from tests.fuzz.drawn_seeds import EXIF, PICTURE, PROFILE, XMP, drawn_seeds
from tests.fuzz.mutations import mutated
from tests.fuzz.trial import PHOTO, Outcome, Trials

_SEEDS = list(drawn_seeds())
_METADATA = {"exif": EXIF, "xmp": XMP, "icc_profile": PROFILE}
_NUMBERS = st.integers(0, 2**32 - 1)


def examples(count: int) -> settings:
    """The same pictures in each run, which is not disturbed by a slow computer."""
    return settings(max_examples=count, derandomize=True, deadline=None, database=None)


@pytest.fixture(scope="module")
def trials() -> Iterator[Trials]:
    trials = Trials(MemoryGate(MAX_DECODE_BYTES))
    yield trials
    trials.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("broken")


def test_every_seed_is_a_sound_picture(trials: Trials, folder: Path) -> None:
    for name, content in drawn_seeds().items():
        (folder / name).write_bytes(content)
        assert trials.read(folder / name).result == PHOTO, name


@pytest.mark.slow
@pytest.mark.parametrize("name", _SEEDS)
@examples(25)
@given(number=_NUMBERS, other=st.sampled_from(_SEEDS))
def test_a_broken_picture_is_a_photo_or_has_a_reason(
    trials: Trials, folder: Path, name: str, number: int, other: str
) -> None:
    seeds = drawn_seeds()
    (folder / name).write_bytes(mutated(seeds[name], seeds[other], Random(number)))
    outcome = trials.read(folder / name)
    assert not outcome.fault, outcome


@pytest.mark.slow
@pytest.mark.parametrize("kind", _METADATA)
@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "HEIF"])
@examples(25)
@given(number=_NUMBERS, other=st.sampled_from(list(_METADATA.values())))
def test_a_picture_is_shown_whatever_its_metadata_are(
    trials: Trials, folder: Path, format_: str, kind: str, number: int, other: bytes
) -> None:
    data = io.BytesIO()
    PICTURE.save(data, format_, **{kind: _broken_metadata(kind, other, Random(number))})
    (folder / "photo").write_bytes(data.getvalue())
    outcome = trials.read(folder / "photo")
    assert outcome.result == PHOTO, outcome


def _broken_metadata(kind: str, other: bytes, random: Random) -> bytes:
    """Metadata that programs still recognise by their beginning."""
    broken = mutated(_METADATA[kind], other, random)
    return b"Exif\0\0" + broken[6:] if kind == "exif" else broken


@pytest.mark.slow
def test_crashes_and_limits_are_noticed(folder: Path) -> None:
    limits = ReadingLimits(decoding_seconds=2, program=PROGRAM)
    trials = Trials(MemoryGate(MAX_DECODE_BYTES), limits)
    outcomes = {
        name: _outcome(trials, folder / f"{name}.png") for name in ("crash", "hang", "good")
    }
    trials.close()
    assert {name: each.has_crashed for name, each in outcomes.items()} == {
        "crash": True,
        "hang": False,
        "good": False,
    }
    assert outcomes["hang"].result == PhotoProblem.TOO_SLOW
    assert outcomes["good"].result == PHOTO


def _outcome(trials: Trials, path: Path) -> Outcome:
    PICTURE.save(path)
    return trials.read(path)
