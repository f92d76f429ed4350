"""Bundles are written and read completely, and a damaged one is refused."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper

from desktop_app.core.base.codes import PAGE_ROWS, pack, signs
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    HASHER,
    MANIFEST,
    read_bundle,
    write_bundle,
)
from desktop_app.core.bundle.model_memory import read_memory
from tests.core.tiny_bundle import (
    BITS,
    SIZE,
    network,
    npy,
    tiny_files,
    with_memory,
    with_network,
    write_folder,
)
from tests.flush_record import FlushRecord


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The default model, which runs each time."""
    return Encoder(read_bundle(default_bundle()))


@pytest.fixture
def copy(tmp_path: Path, encoder: Encoder) -> Path:
    return Path(shutil.copytree(encoder.bundle.folder, tmp_path / "model"))


def change_manifest(folder: Path, **values: object) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps({**manifest, **values}))


def problem_of(folder: Path) -> BundleProblem:
    with pytest.raises(BundleError) as caught:
        Encoder(read_bundle(folder))
    assert caught.value.folder == folder
    return caught.value.problem


def test_the_shipped_bundle_is_complete_and_small(encoder: Encoder) -> None:
    folder = encoder.bundle.folder
    assert sum(path.stat().st_size for path in folder.iterdir()) < 30e6
    assert encoder.bundle.manifest.format_version == 1
    assert 16 <= encoder.bundle.manifest.code_bits <= 256


def test_codes_from_stored_descriptors_are_those_of_indexing(encoder: Encoder) -> None:
    rng = np.random.default_rng(0)
    side = encoder.image_size
    for _ in range(3):
        encoded = encoder.encode(rng.integers(0, 256, (side, side, 3), np.uint8))
        again = encoder.hash_descriptors(encoded.descriptors)
        assert np.array_equal(pack(again), encoded.codes)


def test_a_hasher_never_gets_more_rows_than_in_its_trial_run(tmp_path: Path) -> None:
    """One whose work grows with the square of them: each row meets each other one."""
    node = helper.make_node
    nodes = [
        node("Cast", ["descriptor"], ["d"], to=TensorProto.FLOAT),
        node("Transpose", ["d"], ["turned"]),
        node("MatMul", ["d", "turned"], ["met"]),
        node("ReduceMax", ["met", "along"], ["most"]),
        node("ReduceSum", ["met", "along"], ["company"]),
        node("Div", ["company", "most"], ["rows"]),
        node("Mul", ["rows", "wide"], ["logits"]),
    ]
    greedy = network(
        nodes,
        {"descriptor": (TensorProto.INT8, [SIZE])},
        {"logits": (TensorProto.FLOAT, [BITS])},
        {"along": np.array([1], np.int64), "wide": np.ones((1, BITS), np.float32)},
    )
    encoder = Encoder(read_bundle(write_folder(tmp_path / "greedy", with_network(HASHER, greedy))))
    logits = encoder.hash_descriptors(np.ones((2 * PAGE_ROWS + 3, SIZE), np.int8))
    assert logits.shape == (2 * PAGE_ROWS + 3, BITS)
    assert logits[:, 0].tolist() == [PAGE_ROWS] * (2 * PAGE_ROWS) + [3] * 3


def test_no_descriptors_give_no_logits(tmp_path: Path) -> None:
    encoder = Encoder(read_bundle(write_folder(tmp_path / "tiny", tiny_files())))
    logits = encoder.hash_descriptors(np.empty((0, SIZE), np.int8))
    assert logits.shape == (0, BITS)
    assert logits.dtype == np.float32


def test_a_photos_code_is_the_same_every_time(encoder: Encoder) -> None:
    side = encoder.image_size
    pixels = np.random.default_rng(1).integers(0, 256, (side, side, 3), np.uint8)
    first, second = encoder.encode(pixels), encoder.encode(pixels)
    assert np.array_equal(first.descriptors, second.descriptors)
    assert np.array_equal(first.logits, second.logits)


def test_previews_of_a_bundle_without_a_generator_are_an_error(copy: Path) -> None:
    bundle = read_bundle(copy)
    files = {name: (copy / name).read_bytes() for name in (ENCODER, HASHER)}
    written = write_bundle(copy, replace(bundle.manifest, preview_size=None), files)
    with pytest.raises(BundleError) as caught:
        Encoder(written).previews(np.zeros((1, bundle.manifest.code_bits // 8), np.uint8))
    assert caught.value.problem is BundleProblem.MISSING_FILE


def test_pictures_are_generated_from_codes_and_from_undetermined_bits(encoder: Encoder) -> None:
    manifest = encoder.bundle.manifest
    if encoder.bundle.generator is None:
        pytest.skip("the shipped bundle has no generator")
    codes = np.random.default_rng(0).integers(0, 256, (2, manifest.code_bits // 8), np.uint8)
    drawn = encoder.previews(codes)
    side = manifest.preview_size
    assert drawn.shape == (2, side, side, 3)
    assert np.array_equal(encoder.pictures(signs(codes)), drawn)
    half_open = signs(codes[:1])
    half_open[:, ::2] = 0
    assert not np.array_equal(encoder.pictures(half_open)[0], drawn[0])


def test_writing_replaces_a_bundle_completely(copy: Path) -> None:
    bundle = read_bundle(copy)
    files = {name: (copy / name).read_bytes() for name in (ENCODER, HASHER)}
    written = write_bundle(copy, replace(bundle.manifest, preview_size=None), files)
    assert set(written.manifest.files) == set(files)
    assert {path.name for path in copy.iterdir()} == {*files, MANIFEST}
    assert [path.name for path in copy.parent.iterdir()] == ["model"]


def test_a_file_that_changes_after_it_was_checked_is_noticed(copy: Path) -> None:
    read_bundle(copy)
    content = (copy / HASHER).read_bytes()
    (copy / HASHER).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert problem_of(copy) is BundleProblem.HASH_MISMATCH
    (copy / HASHER).write_bytes(content)
    read_bundle(copy)


def test_a_bundle_with_a_missing_or_changed_file_is_refused(copy: Path) -> None:
    (copy / HASHER).write_bytes((copy / HASHER).read_bytes() + b"\0")
    assert problem_of(copy) is BundleProblem.HASH_MISMATCH
    (copy / HASHER).unlink()
    assert problem_of(copy) is BundleProblem.MISSING_FILE
    (copy / MANIFEST).unlink()
    assert problem_of(copy) is BundleProblem.MISSING_FILE


@pytest.mark.parametrize(
    "values",
    [
        {"code_bits": 12},
        {"code_bits": "128"},
        {"code_bits": 512},
        {"image_size": -1},
        {"model_id": ""},
        {"files": {}},
        {"files": {ENCODER: "x", HASHER: "y", "../evil.so": "z"}},
        {"random_pairs_within": [0.5, 0.1, 1.0]},
        {"same_distance": None},
    ],
)
def test_a_manifest_with_impossible_values_is_refused(
    copy: Path, values: dict[str, object]
) -> None:
    change_manifest(copy, **values)
    assert problem_of(copy) is BundleProblem.BAD_MANIFEST


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_text_that_is_not_a_manifest_is_refused(copy: Path, text: str) -> None:
    (copy / MANIFEST).write_text(text)
    assert problem_of(copy) is BundleProblem.BAD_MANIFEST


def test_a_bundle_of_a_later_format_needs_an_update(copy: Path) -> None:
    change_manifest(copy, format_version=2)
    assert problem_of(copy) is BundleProblem.NEWER_FORMAT


def test_a_network_that_does_not_fit_its_manifest_is_refused(copy: Path) -> None:
    size = read_bundle(copy).manifest.descriptor_size
    change_manifest(copy, descriptor_size=size - 8)
    assert problem_of(copy) is BundleProblem.WRONG_SHAPES


def test_a_file_that_is_not_a_network_is_refused(copy: Path) -> None:
    bundle = read_bundle(copy)
    files = {name: (copy / name).read_bytes() for name in bundle.manifest.files}
    write_bundle(copy, bundle.manifest, {**files, ENCODER: b"not a network"})
    assert problem_of(copy) is BundleProblem.NOT_RUNNABLE


def test_a_bundle_is_on_the_disk_before_its_folder_gets_its_name(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = read_bundle(copy)
    files = {name: (copy / name).read_bytes() for name in bundle.manifest.files}
    record = FlushRecord(monkeypatch)
    write_bundle(copy, bundle.manifest, files)
    assert [path.name for path in copy.iterdir() if not record.is_safe(path)] == []


@pytest.mark.parametrize("content", [b"\x93NUMPY", npy(np.zeros((5, SIZE), np.int8))[:-1]])
def test_descriptors_from_elsewhere_are_checked_before_they_are_read(
    tmp_path: Path, content: bytes
) -> None:
    bundle = read_bundle(write_folder(tmp_path / "tiny", with_memory(content)))
    with pytest.raises(BundleError) as caught:
        read_memory(bundle)
    assert caught.value.problem is BundleProblem.BAD_MEMORY
