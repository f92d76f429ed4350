import dataclasses
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from desktop_app.core.codes import pack
from desktop_app.core.encoder import Encoder
from desktop_app.core.model_bundle import FORMAT_VERSION, Manifest, read_bundle
from training.backbones import Backbone, fold_batch_norms, round_to_half
from training.config import FitConfig
from training.errors import ParityError
from training.export import check_parity, export_bundle
from training.features import backbone_features
from training.fit import fit_network
from training.networks import HashingNetwork, LinearHead

SIDE = 32
CONFIG = FitConfig(image_size=SIDE, descriptor_size=32, code_bits=24, itq_iterations=5)
MANIFEST = Manifest(
    format_version=FORMAT_VERSION,
    model_id="test-24",
    descriptor_id="tiny-32",
    code_bits=CONFIG.code_bits,
    descriptor_size=CONFIG.descriptor_size,
    image_size=SIDE,
    preview_size=None,
    files={},
    trained_on="noise",
    figures={},
    same_distance=2,
    similar_distance=5,
    random_pairs_within=[share / CONFIG.code_bits for share in range(CONFIG.code_bits + 1)],
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
    round_to_half(backbone)
    return fit_network(CONFIG, backbone, backbone_features(backbone, blotches(200)))


@pytest.fixture(scope="module")
def bundle(network: HashingNetwork, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle") / "model"
    return export_bundle(folder, network, MANIFEST, "# A card\n", blotches(16)).folder


@pytest.fixture(scope="module")
def exported(bundle: Path) -> Encoder:
    return Encoder(read_bundle(bundle))


def test_folding_batch_norms_changes_nothing_that_is_seen() -> None:
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
    assert isinstance(head, LinearHead)
    assert isinstance(head.weights, torch.Tensor)
    exact = descriptors.astype(np.int64) @ head.weights.numpy().astype(np.int64)
    found = exported.hash_descriptors(descriptors)
    assert np.array_equal(found, exact.astype(np.float32) * np.float32(head.logit_scale))


def test_the_descriptor_uses_the_range_of_int8_and_keeps_within_it(exported: Encoder) -> None:
    values = np.concatenate([exported.encode(pixels).descriptors for pixels in blotches(100)])
    assert values.std() == pytest.approx(127 / 6, rel=0.05)
    assert np.abs(values.astype(int)).max() < 127


def test_the_card_and_the_manifest_are_part_of_the_bundle(bundle: Path) -> None:
    assert (bundle / "MODEL_CARD.md").read_text() == "# A card\n"
    written = read_bundle(bundle).manifest
    assert dataclasses.replace(written, files={}) == MANIFEST


def test_weights_that_float16_holds_are_stored_in_half_the_space(bundle: Path) -> None:
    model = onnx.load(str(bundle / "encoder.onnx"))
    sizes = {each.name: each.data_type for each in model.graph.initializer}
    halved = [name for name, kind in sizes.items() if kind == onnx.TensorProto.FLOAT16]
    assert len(halved) == 2  # the second convolution and the projection; the rest is small


def test_a_bundle_that_disagrees_with_torch_is_refused(
    network: HashingNetwork, exported: Encoder
) -> None:
    assert isinstance(network.head, LinearHead)
    assert isinstance(network.head.weights, torch.Tensor)
    turned = LinearHead(np.roll(network.head.weights.numpy(), 1, axis=1), network.head.logit_scale)
    other = HashingNetwork(network.backbone, network.descriptor, turned)
    check_parity(exported, network, blotches(8))
    with pytest.raises(ParityError) as caught:
        check_parity(exported, other, blotches(8))
    assert 0 < caught.value.differing_bits <= caught.value.compared_bits <= 8 * CONFIG.code_bits
    assert str(caught.value.differing_bits) in str(caught.value)


class Moody(nn.Module):
    """Another network in torch than when it is exported."""

    def forward(self, descriptor: torch.Tensor) -> torch.Tensor:
        sign = 1 if torch.compiler.is_exporting() else -1
        return descriptor.float()[:, : CONFIG.code_bits] * sign


def test_an_older_bundle_survives_a_refused_export(
    network: HashingNetwork, bundle: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(bundle, tmp_path / "model"))
    moody = HashingNetwork(network.backbone, network.descriptor, Moody())
    with pytest.raises(ParityError):
        export_bundle(folder, moody, MANIFEST, "# The new one\n", blotches(4))
    assert (folder / "MODEL_CARD.md").read_text() == "# A card\n"
    read_bundle(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
