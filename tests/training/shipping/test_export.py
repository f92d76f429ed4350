import copy
import dataclasses
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from desktop_app.core.base.codes import pack
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import (
    FORMAT_VERSION,
    GENERATOR,
    HASHER,
    Manifest,
    ModelBundle,
    read_bundle,
    write_bundle,
)
from desktop_app.core.bundle.model_memory import read_memory
from desktop_app.core.bundle.model_trial import run_trial
from desktop_app.core.learning.linear_hash import itq, principal_axes
from tests.training.linear_heads import linear_head
from training.base.errors import ParityError
from training.data.features import backbone_features
from training.learning.predecessor import predecessor_of
from training.learning.train_model import TrainedModel
from training.networks.backbones import Backbone, fold_batch_norms, round_to_float16
from training.networks.bundle_networks import Descriptor, HashingNetwork, describe
from training.networks.generator import Generator
from training.networks.heads import IntegerHead
from training.shipping.export import (
    check_parity,
    export_bundle,
    generator_bytes,
    hasher_bytes,
    rounded_graph,
)

pytestmark = pytest.mark.slow  # an export of an encoder takes five seconds

SIDE, PREVIEW_SIDE = 32, 16
DESCRIPTOR_SIZE, CODE_BITS = 32, 24
MANIFEST = Manifest(
    format_version=FORMAT_VERSION,
    model_id="test-24",
    descriptor_id="tiny-32",
    code_bits=CODE_BITS,
    descriptor_size=DESCRIPTOR_SIZE,
    image_size=SIDE,
    preview_size=PREVIEW_SIDE,
    files={},
    trained_on="noise",
    figures={},
    same_distance=2,
    similar_distance=5,
    random_pairs_within=[share / CODE_BITS for share in range(CODE_BITS + 1)],
)


def tiny_network() -> nn.Module:
    torch.manual_seed(0)
    network = nn.Sequential(
        nn.Conv2d(3, 16, 3, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(16),
        nn.ReLU6(),
        nn.Conv2d(16, 64, 3, stride=2, padding=1),
        nn.BatchNorm2d(64),
        nn.ReLU6(),
    )
    for norm in (network[1], network[4]):
        assert isinstance(norm, nn.BatchNorm2d)
        assert norm.running_mean is not None
        assert norm.running_var is not None
        nn.init.uniform_(norm.running_mean, -0.2, 0.2)
        nn.init.uniform_(norm.running_var, 0.5, 2)
        nn.init.uniform_(norm.bias, -0.2, 0.2)
    return network.eval().requires_grad_(False)


def blotches(count: int) -> NDArray[np.uint8]:
    """Pictures uint8 [count, 32, 32, 3] of coarse noise, all different."""
    coarse = np.random.default_rng(0).integers(0, 256, (count, 8, 8, 3), np.uint8)
    return coarse.repeat(4, axis=1).repeat(4, axis=2)


@pytest.fixture(scope="module")
def network() -> HashingNetwork:
    backbone = Backbone(tiny_network()).eval()
    fold_batch_norms(backbone)
    round_to_float16(backbone)
    features = backbone_features(backbone, blotches(200))
    descriptor = Descriptor(principal_axes(features, DESCRIPTOR_SIZE), seed=0)
    described = describe(descriptor, features)
    head = linear_head(itq(described, CODE_BITS, iterations=5, seed=0), described)
    return HashingNetwork(backbone, descriptor, head).eval()


@pytest.fixture(scope="module")
def model(network: HashingNetwork) -> TrainedModel:
    torch.manual_seed(0)
    generator = Generator(CODE_BITS, PREVIEW_SIDE, width=4)
    for parameter in generator.parameters():  # a new one has weights of zero
        nn.init.normal_(parameter, std=0.1)
    return TrainedModel(network, generator)


@pytest.fixture(scope="module")
def bundle(model: TrainedModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle") / "model"
    memory = np.full((5, DESCRIPTOR_SIZE), 3, np.int8)
    return export_bundle(folder, model, MANIFEST, "# A card\n", blotches(16), memory).folder


@pytest.fixture(scope="module")
def exported(bundle: Path) -> Encoder:
    return Encoder(read_bundle(bundle))


def test_folding_batch_norms_keeps_the_output() -> None:
    plain, folded = tiny_network(), tiny_network()
    fold_batch_norms(folded)
    pictures = torch.rand(4, 3, SIDE, SIDE)
    assert torch.allclose(plain(pictures), folded(pictures), atol=1e-5)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())


def test_the_bundle_makes_the_descriptors_and_codes_of_torch(
    network: HashingNetwork, exported: Encoder
) -> None:
    pictures = blotches(40)
    descriptors, logits = (each.numpy() for each in network(torch.from_numpy(pictures)))
    rows = [exported.encode(pixels) for pixels in pictures]
    found = np.concatenate([row.descriptors for row in rows])
    assert np.abs(found.astype(int) - descriptors).max() <= 1
    assert (found == descriptors).mean() > 0.999
    codes = np.concatenate([row.codes for row in rows])
    assert np.unpackbits(codes ^ pack(logits)).mean() < 0.001


def test_stored_descriptors_hashed_again_give_exactly_the_same_logits(exported: Encoder) -> None:
    rows = [exported.encode(pixels) for pixels in blotches(100)]
    again = exported.hash_descriptors(np.concatenate([row.descriptors for row in rows]))
    assert np.array_equal(again, np.concatenate([row.logits for row in rows]))


def test_a_code_does_not_depend_on_the_order_of_the_sums(
    network: HashingNetwork, exported: Encoder
) -> None:
    descriptors = np.random.default_rng(3).integers(-21, 22, (300, 32)).astype(np.int8)
    head = network.head
    assert isinstance(head, IntegerHead)
    assert isinstance(head.direct, torch.Tensor)
    assert isinstance(head.bias, torch.Tensor)
    weights, bias = (each.numpy().astype(np.int64) for each in (head.direct, head.bias))
    exact = descriptors.astype(np.int64) @ weights + bias
    found = exported.hash_descriptors(descriptors)
    assert np.array_equal(found, exact.astype(np.float32) * np.float32(head.unit))


def test_the_bundle_draws_the_previews_of_torch(model: TrainedModel, exported: Encoder) -> None:
    assert model.generator is not None
    bits = np.random.default_rng(0).integers(0, 2, (6, CODE_BITS)) * 2 - 1
    with torch.inference_mode():
        expected = rounded_graph(model.generator)(torch.from_numpy(bits).float()).numpy()
    found = exported.previews(pack(bits.astype(np.float32)))
    assert found.shape == (6, PREVIEW_SIDE, PREVIEW_SIDE, 3)
    assert np.abs(found.astype(int) - expected).max() <= 1


def test_the_shipped_generator_written_again_draws_the_same(tmp_path: Path) -> None:
    """It was written by torch's exporter."""
    shipped = read_bundle(default_bundle())
    before = Encoder(shipped)
    found = predecessor_of(before)
    assert found is not None
    files = {name: (shipped.folder / name).read_bytes() for name in shipped.manifest.files}
    files[GENERATOR] = generator_bytes(rounded_graph(found.generator))
    again = Encoder(write_bundle(tmp_path / "again", shipped.manifest, files))
    codes = np.random.default_rng(0).integers(0, 256, (5, 32), np.uint8)
    assert np.array_equal(again.previews(codes), before.previews(codes))


def test_a_bundles_generator_can_be_trained_further(model: TrainedModel, exported: Encoder) -> None:
    assert model.generator is not None
    found = predecessor_of(exported)
    assert found is not None
    expected = rounded_graph(model.generator).generator.state_dict()
    assert all(map(torch.equal, found.generator.state_dict().values(), expected.values()))
    descriptors = np.ones((2, DESCRIPTOR_SIZE), np.int8)
    assert found.hash_descriptors(descriptors).shape == (2, CODE_BITS)


def test_a_bundle_without_a_generator_has_none_to_go_on_with(
    relearned: TrainedModel, bundle: Path, tmp_path: Path
) -> None:
    made = export_again(relearned, read_bundle(bundle), tmp_path / "again")
    assert predecessor_of(Encoder(made)) is None


def test_what_is_exported_is_what_an_import_allows(bundle: Path) -> None:
    run_trial(read_bundle(bundle))


@pytest.fixture(scope="module")
def relearned(network: HashingNetwork) -> TrainedModel:
    """With another head on the same descriptors."""
    described = describe(network.descriptor, backbone_features(network.backbone, blotches(200)))
    head = linear_head(itq(described, CODE_BITS, iterations=5, seed=1), described)
    return TrainedModel(HashingNetwork(network.backbone, network.descriptor, head).eval(), None)


def test_a_retrained_model_is_written_without_torchs_exporter(
    model: TrainedModel, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes ten seconds to load, and half a gigabyte."""
    monkeypatch.delattr(torch.onnx, "export")
    before = read_bundle(bundle)
    made = export_bundle(tmp_path / "m", model, MANIFEST, "#\n", blotches(4), None, before)
    run_trial(made)


def export_again(relearned: TrainedModel, before: ModelBundle, folder: Path) -> ModelBundle:
    manifest = dataclasses.replace(MANIFEST, preview_size=None)
    return export_bundle(folder, relearned, manifest, "#\n", blotches(16), None, before)


def test_a_new_head_leaves_the_way_to_the_descriptor_as_it_was(
    relearned: TrainedModel, bundle: Path, exported: Encoder, tmp_path: Path
) -> None:
    made = export_again(relearned, read_bundle(bundle), tmp_path / "again")
    run_trial(made)
    again = Encoder(made)
    assert made.manifest.descriptor_graph == exported.bundle.manifest.descriptor_graph
    for pixels in blotches(40):
        found = again.encode(pixels)
        assert np.array_equal(found.descriptors, exported.encode(pixels).descriptors)
        assert np.array_equal(found.logits, again.hash_descriptors(found.descriptors))


def test_an_encoder_in_another_version_of_onnx_is_exported_again(
    relearned: TrainedModel, bundle: Path, tmp_path: Path
) -> None:
    before = read_bundle(bundle)
    encoder = onnx.load(str(before.encoder))
    newest = encoder.opset_import[0].version
    encoder.opset_import[0].version -= 1
    files = {name: (bundle / name).read_bytes() for name in before.manifest.files}
    files["encoder.onnx"] = encoder.SerializeToString()
    older = write_bundle(tmp_path / "older", before.manifest, files)
    made = export_again(relearned, older, tmp_path / "again")
    assert onnx.load(str(made.encoder)).opset_import[0].version == newest


def test_what_a_retrained_model_shall_not_forget_goes_with_the_bundle(bundle: Path) -> None:
    found = read_memory(read_bundle(bundle))
    assert found.dtype == np.int8
    assert np.array_equal(found, np.full((5, DESCRIPTOR_SIZE), 3))


def test_the_descriptor_uses_the_range_of_int8_and_keeps_within_it(exported: Encoder) -> None:
    values = np.concatenate([exported.encode(pixels).descriptors for pixels in blotches(100)])
    assert values.std() == pytest.approx(127 / 6, rel=0.05)
    assert np.abs(values.astype(int)).max() < 127


def test_the_card_and_the_manifest_are_part_of_the_bundle(bundle: Path) -> None:
    assert (bundle / "MODEL_CARD.md").read_text() == "# A card\n"
    written = read_bundle(bundle).manifest
    assert dataclasses.replace(written, files={}, descriptor_graph="") == MANIFEST


def test_weights_that_float16_holds_are_stored_in_half_the_space(bundle: Path) -> None:
    model = onnx.load(str(bundle / "encoder.onnx"))
    sizes = {each.name: each.data_type for each in model.graph.initializer}
    halved = [name for name, kind in sizes.items() if kind == onnx.TensorProto.FLOAT16]
    assert len(halved) == 2  # the second convolution and the projection; the rest is small


def test_a_bundle_that_disagrees_with_torch_is_refused(
    network: HashingNetwork, exported: Encoder
) -> None:
    turned = copy.deepcopy(network.head)
    assert isinstance(turned.direct, torch.Tensor)
    turned.direct.copy_(turned.direct.roll(1, dims=1))
    other = HashingNetwork(network.backbone, network.descriptor, turned)
    check_parity(exported, network, blotches(8))
    with pytest.raises(ParityError) as caught:
        check_parity(exported, other, blotches(8))
    assert 0 < caught.value.differing <= caught.value.compared <= 8 * CODE_BITS
    assert str(caught.value.differing) in str(caught.value)


class Moody(IntegerHead):
    """Computes other logits in torch than when it is exported."""

    def forward(self, descriptor: torch.Tensor) -> torch.Tensor:
        return -super().forward(descriptor)


def moody_copy(head: torch.nn.Module) -> Moody:
    assert isinstance(head, IntegerHead)
    moody = copy.deepcopy(head)
    moody.__class__ = Moody
    assert isinstance(moody, Moody)
    return moody


def test_an_older_bundle_survives_a_refused_export(
    network: HashingNetwork, bundle: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(bundle, tmp_path / "model"))
    moody = HashingNetwork(network.backbone, network.descriptor, moody_copy(network.head))
    manifest = dataclasses.replace(MANIFEST, preview_size=None)
    refused, before = TrainedModel(moody, None), read_bundle(bundle)
    with pytest.raises(ParityError):
        export_bundle(folder, refused, manifest, "# The new one\n", blotches(4), None, before)
    assert (folder / "MODEL_CARD.md").read_text() == "# A card\n"
    read_bundle(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_a_bundle_whose_hasher_alone_is_another_is_refused(
    model: TrainedModel, relearned: TrainedModel, bundle: Path, tmp_path: Path
) -> None:
    """A library would get other codes once it is hashed again."""
    before = read_bundle(bundle)
    files = {name: (bundle / name).read_bytes() for name in before.manifest.files}
    files[HASHER] = hasher_bytes(relearned.network.head)
    mixed = Encoder(write_bundle(tmp_path / "mixed", before.manifest, files))
    with pytest.raises(ParityError):
        check_parity(mixed, model.network, blotches(8))


def test_a_bit_that_disagrees_is_refused_although_its_logits_are_small(
    network: HashingNetwork, exported: Encoder
) -> None:
    pictures = blotches(8)
    logits = network(torch.from_numpy(pictures))[1].abs()
    bit = int(logits.amax(dim=0).argmin())
    assert 0.02 * logits.mean() < logits[:, bit].max() < 2 * logits.mean()
    turned = copy.deepcopy(network.head)
    for values in (turned.direct, turned.bias):
        assert isinstance(values, torch.Tensor)
        values[..., bit] *= -1
    other = HashingNetwork(network.backbone, network.descriptor, turned)
    with pytest.raises(ParityError):
        check_parity(exported, other, pictures)


class MoodyGenerator(Generator):
    """Draws other pictures in torch than when it is exported."""

    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        return -super().forward(codes)


def test_a_generator_that_disagrees_with_torch_is_refused(
    model: TrainedModel, bundle: Path, tmp_path: Path
) -> None:
    assert model.generator is not None
    moody = MoodyGenerator(CODE_BITS, PREVIEW_SIDE, width=4)
    moody.load_state_dict(model.generator.state_dict())
    refused, before = TrainedModel(model.network, moody), read_bundle(bundle)
    with pytest.raises(ParityError):
        export_bundle(tmp_path / "m", refused, MANIFEST, "#\n", blotches(4), None, before)
    assert not (tmp_path / "m").exists()
