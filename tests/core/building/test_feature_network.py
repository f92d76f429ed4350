"""Foreign networks, adapted to what bundles may have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto

from desktop_app.core.building import feature_network
from desktop_app.core.building.assembly import pooled
from desktop_app.core.building.conversion_process import adapt_safely
from desktop_app.core.building.errors import BuildError
from desktop_app.core.building.errors import BuildProblem as Why
from desktop_app.core.building.feature_network import FeatureNetwork, adapted_network
from desktop_app.core.building.network_file import check_network_file
from desktop_app.core.building.network_options import NetworkOptions, Pooling
from desktop_app.core.building.scaling import Scaling
from desktop_app.core.bundle.networks import new_session
from desktop_app.sentences.errors import error_message
from tests.core.building.small_encoders import (
    FEATURES,
    SIDE,
    SmallEncoder,
    bytes_encoder,
    ended_by,
    endless_encoder,
    pair_of_encoders,
    swelling_encoder,
    text_encoder,
)

SCALING = Scaling((0.4, 0.5, 0.6), (0.2, 0.3, 0.4))
OPTIONS = NetworkOptions(SCALING)


def pictures(rows: int) -> NDArray[np.uint8]:
    return np.random.default_rng(5).integers(0, 256, (rows, SIDE, SIDE, 3), np.uint8)


def expected(path: Path, output: str) -> NDArray[Any]:
    """What the network of the owner computes of three pictures, one by one, scaled by hand."""
    scaled = (pictures(3) / 255 - np.array(SCALING.mean)) / np.array(SCALING.deviation)
    values = scaled.transpose(0, 3, 1, 2).astype(np.float32)
    session = new_session(path)
    return np.concatenate(
        [session.run([output], {"pictures": row[np.newaxis]})[0] for row in values]
    )


def features(network: FeatureNetwork, rows: int = 3) -> NDArray[np.float32]:
    found: NDArray[np.float32]
    (found,) = new_session(network.content).run(["features"], {"pixels": pictures(3)[:rows]})
    return found


def same(found: NDArray[Any], wanted: NDArray[Any]) -> bool:
    """But for weights that are rounded to float16."""
    return bool(np.abs(found - wanted).max() < 2e-3 * np.abs(wanted).max())


@pytest.mark.parametrize(
    ("encoder", "pooling"),
    [
        (SmallEncoder().with_vectors(), Pooling.NONE),
        (SmallEncoder(opset=13).with_vectors(), Pooling.NONE),
        (SmallEncoder().with_tokens(), Pooling.MEAN),
        (SmallEncoder().with_tokens(first=True), Pooling.FIRST),
        (SmallEncoder().with_maps(), Pooling.MEAN),
    ],
    ids=["vectors", "an earlier opset", "tokens", "tokens after a first one", "maps"],
)
def test_the_features_are_those_of_the_owners_network(
    tmp_path: Path, encoder: SmallEncoder, pooling: Pooling
) -> None:
    path = encoder.save(tmp_path / "encoder.onnx")
    network = adapted_network(path, OPTIONS)
    output = next(iter(encoder.outputs))
    assert (network.output, network.pooling, network.features) == (output, pooling, FEATURES)
    assert same(features(network), pooled(expected(path, output), pooling))


def test_a_network_without_computed_shapes_remains(tmp_path: Path) -> None:
    path = SmallEncoder().with_tokens(first=True).save(tmp_path / "encoder.onnx")
    model = onnx.load_model_from_string(adapted_network(path, OPTIONS).content)
    assert {"Shape", "Gather", "Expand"}.isdisjoint(node.op_type for node in model.graph.node)


def test_weights_take_half_the_space(tmp_path: Path) -> None:
    encoder = SmallEncoder().with_vectors("vectors")
    weights = np.random.default_rng(1).normal(size=(FEATURES, 1000)).astype(np.float32)
    encoder.constants["mixing"] = weights
    encoder.add("MatMul", "vectors mixing", "embedding")
    encoder.outputs = {"embedding": ["batch", 1000]}
    path = encoder.save(tmp_path / "encoder.onnx")
    network = adapted_network(path, OPTIONS)
    assert len(network.content) < 0.6 * path.stat().st_size
    assert same(features(network), expected(path, "embedding"))


def test_a_network_for_one_picture_stays_one(tmp_path: Path) -> None:
    encoder = SmallEncoder(rows=1).with_tokens(first=True)
    encoder.nodes = [node for node in encoder.nodes if node.op_type not in ("Gather", "Shape")]
    encoder.constants["count"] = np.array(1)
    path = encoder.save(tmp_path / "encoder.onnx")
    network = adapted_network(path, OPTIONS)
    assert not network.takes_several
    assert same(features(network, rows=1), pooled(expected(path, "tokens")[:1], Pooling.FIRST))


def test_a_network_that_lets_pictures_influence_each_other_runs_one_at_a_time(
    tmp_path: Path,
) -> None:
    encoder = SmallEncoder().with_vectors("vectors")
    encoder.add("ReduceMean", "vectors", "of_all", axes=[0], keepdims=1)
    encoder.add("Sub", "vectors of_all", "difference")
    encoder.add("Add", "difference vectors", "embedding")
    encoder.outputs = {"embedding": ["batch", FEATURES]}
    network = adapted_network(encoder.save(tmp_path / "encoder.onnx"), OPTIONS)
    assert not network.takes_several


def test_pixels_as_bytes_are_not_scaled(tmp_path: Path) -> None:
    path = bytes_encoder().save(tmp_path / "encoder.onnx")
    (wanted,) = new_session(path).run(["embedding"], {"pixels": pictures(3)})
    assert same(features(adapted_network(path, OPTIONS)), wanted)


def test_of_a_pair_of_encoders_the_one_for_pictures_is_taken(tmp_path: Path) -> None:
    path = pair_of_encoders().save(tmp_path / "model.onnx")
    network = adapted_network(path, OPTIONS)
    assert network.output == "image_embeds"
    assert b"words" not in network.content


def test_output_and_pooling_can_be_chosen(tmp_path: Path) -> None:
    path = SmallEncoder().with_vectors().with_tokens(first=True).save(tmp_path / "encoder.onnx")
    options = NetworkOptions(SCALING, output="tokens", pooling=Pooling.MEAN)
    network = adapted_network(path, options)
    assert network.output == "tokens"
    assert same(features(network), expected(path, "tokens").mean(axis=1))


def test_a_free_side_is_the_one_that_is_told(tmp_path: Path) -> None:
    encoder = SmallEncoder().with_maps()
    encoder.inputs["pictures"] = (TensorProto.FLOAT, ["n", "c", "h", "w"])
    path = encoder.save(tmp_path / "encoder.onnx")
    assert adapted_network(path, NetworkOptions(Scaling(side=48))).side == 48
    assert adapted_network(path, NetworkOptions(Scaling(side=48), side=64)).side == 64
    assert adapted_network(path, OPTIONS).side == 224


def test_weights_in_a_file_beside_are_read(tmp_path: Path) -> None:
    path = tmp_path / "encoder.onnx"
    model = SmallEncoder().with_vectors().build()
    onnx.save(model, path, save_as_external_data=True, location="weights", size_threshold=0)
    assert (tmp_path / "weights").stat().st_size > 10_000
    assert same(features(adapted_network(path, OPTIONS)), expected(path, "embedding"))


@pytest.mark.parametrize(
    ("encoder", "problem", "detail"),
    [
        (text_encoder, Why.NO_PICTURES, "input_ids"),
        (lambda: SmallEncoder(opset=17), Why.NO_EMBEDDING, "none"),
        (ended_by("Log", "minus", minus=-np.ones((1, FEATURES))), Why.NO_EMBEDDING, "none"),
        (ended_by("Div", "vectors zero", zero=0), Why.NOT_FINITE, "embedding"),
        (ended_by("Sinh", "vectors"), Why.FORBIDDEN_OPERATOR, "Sinh"),
    ],
    ids=["a text model", "no output", "an output without pictures", "infinite", "an operator"],
)
def test_what_cannot_be_used_is_told(
    tmp_path: Path, encoder: Callable[[], SmallEncoder], problem: Why, detail: str
) -> None:
    made = encoder()
    made.outputs = made.outputs or {"patches": [FEATURES, 3, 8, 8]}
    path = made.save(tmp_path / "encoder.onnx")
    with pytest.raises(BuildError) as caught:
        adapted_network(path, OPTIONS)
    assert (caught.value.path, caught.value.problem) == (path, problem)
    assert detail in caught.value.detail


@pytest.mark.parametrize("side", [16, 2048, 48])
def test_a_side_that_does_not_fit_is_refused(tmp_path: Path, side: int) -> None:
    path = SmallEncoder().with_maps().save(tmp_path / "encoder.onnx")
    with pytest.raises(BuildError) as caught:
        adapted_network(path, NetworkOptions(SCALING, side=side))
    assert caught.value.problem is Why.WRONG_SIDE


def test_an_output_of_another_name_is_refused_with_the_names_that_there_are(tmp_path: Path) -> None:
    path = SmallEncoder().with_vectors().save(tmp_path / "encoder.onnx")
    with pytest.raises(BuildError) as caught:
        adapted_network(path, NetworkOptions(SCALING, output="logits"))
    assert (caught.value.problem, caught.value.detail) == (Why.NO_EMBEDDING, "embedding")


@pytest.mark.parametrize("content", [b"", b"import os", bytes(range(255, 0, -1))])
def test_what_is_no_network_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "encoder.onnx"
    path.write_bytes(content)
    with pytest.raises(BuildError) as caught:
        adapted_network(path, OPTIONS)
    assert caught.value.problem is Why.NOT_ONNX


def test_files_that_are_none_or_too_large_are_not_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.onnx"
    with huge.open("wb") as file:
        file.truncate(2 * 2**30)
    cases = {
        tmp_path / "absent.onnx": Why.NOT_THERE,
        tmp_path: Why.UNREADABLE,
        Path("/dev/zero"): Why.UNREADABLE,
        huge: Why.TOO_LARGE,
    }
    for path, problem in cases.items():
        with pytest.raises(BuildError) as caught:
            check_network_file(path)
        assert caught.value.problem is problem


def test_weights_in_a_file_of_another_folder_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "inner" / "encoder.onnx"
    path.parent.mkdir()
    model = SmallEncoder().with_vectors().build()
    onnx.save(model, path, save_as_external_data=True, location="weights", size_threshold=0)
    (path.parent / "weights").rename(tmp_path / "weights")
    path.write_bytes(path.read_bytes().replace(b"weights", b"../wigh"))
    with pytest.raises(BuildError) as caught:
        adapted_network(path, OPTIONS)
    assert caught.value.problem is Why.NOT_ONNX


@pytest.mark.usefixtures("quick_trials")
def test_a_process_gives_the_same_network(tmp_path: Path) -> None:
    path = SmallEncoder().with_tokens(first=True).save(tmp_path / "encoder.onnx")
    assert adapt_safely(path, OPTIONS) == adapted_network(path, OPTIONS)


@pytest.mark.usefixtures("quick_trials")
@pytest.mark.parametrize(
    ("encoder", "detail"),
    [(endless_encoder, "it runs too long"), (swelling_encoder, "")],
    ids=["a loop without end", "a tensor without end"],
)
def test_a_hostile_network_ends_with_its_process(
    tmp_path: Path, encoder: Callable[[], SmallEncoder], detail: str
) -> None:
    path = encoder().save(tmp_path / "encoder.onnx")
    with pytest.raises(BuildError) as caught:
        adapt_safely(path, OPTIONS, seconds=2)
    assert caught.value.problem is Why.NOT_RUNNABLE
    assert detail in caught.value.detail


def test_a_network_that_is_too_slow_is_refused_after_its_first_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = SmallEncoder().with_vectors().save(tmp_path / "encoder.onnx")
    monkeypatch.setattr(feature_network, "RUN_SECONDS", 0.0)
    monkeypatch.setattr(feature_network, "with_fixed_shapes", pytest.fail)
    with pytest.raises(BuildError) as caught:
        adapted_network(path, OPTIONS)
    assert caught.value.problem is Why.TOO_SLOW
    assert "and the limit is 0 s" in error_message(caught.value)
