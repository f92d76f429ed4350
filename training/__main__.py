"""`python -m training fit` makes the default model, `python -m training evaluate` measures it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import appdirs
import torch
import typer

from desktop_app.core.encoder import Encoder
from desktop_app.core.errors import AppError
from desktop_app.core.model_bundle import read_bundle
from desktop_app.core.paths import default_bundle
from desktop_app.sentences import sentence
from training.backbones import load_backbone
from training.config import FitConfig
from training.data import corel, training_pictures
from training.evaluate import (
    baseline_rankings,
    bundle_codes,
    code_ranking,
    edited_copy_recall,
    torch_logits,
)
from training.features import FeatureStore
from training.fit import Material, fit_bundle, fit_network
from training.relatedness import measure_relatedness
from training.table import print_rankings, print_relatedness

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Data = Annotated[Path, typer.Option(help="Folder with the archives or the extracted pictures.")]
Cache = Annotated[Path, typer.Option(help="Folder for extracted pictures and features.")]

Bundle = Annotated[Path, typer.Option(help="Folder of the model bundle.")]

_DATA = Path("../shared/data")
_CACHE = Path(appdirs.user_cache_dir("Lookalike", appauthor=False)) / "training"
_BUNDLE = default_bundle()


def main() -> int:
    torch.set_num_threads(1)  # the batches are spread over the cores instead
    try:
        app()
    except AppError as error:
        print(_words(error), file=sys.stderr)
        return 1
    return 0


@app.command()
def fit(data: Data = _DATA, out: Bundle = _BUNDLE, cache: Cache = _CACHE) -> None:
    """Fit PCA and ITQ on the training pictures and write the model bundle."""
    bundle = fit_bundle(out, _material(FitConfig(), data, cache))
    print(f"{bundle.manifest.model_id} written to {bundle.folder}")


@app.command()
def evaluate(data: Data = _DATA, bundle: Bundle = _BUNDLE, cache: Cache = _CACHE) -> None:
    """Measure floats, LSH, PCA-sign, ITQ and the bundle on Corel-5K."""
    encoder = Encoder(read_bundle(bundle))
    config = FitConfig(code_bits=encoder.bundle.manifest.code_bits)
    material = _material(config, data, cache)
    train = material.store.of_pictures(material.train)
    features = material.store.of_pictures(material.corel.pictures)
    rankings = list(baseline_rankings(train, features, material.corel, config))
    network = fit_network(config, material.backbone.module, train)
    made_again = torch_logits(network, features)
    rankings.append(code_ranking("fitted now (torch)", made_again, material.corel))
    shipped = bundle_codes(encoder, material.corel.pictures).logits
    rankings.append(code_ranking("shipped bundle (onnxruntime)", shipped, material.corel))
    print_rankings(rankings, edited_copy_recall(encoder, material.corel.pictures, shipped))
    print_relatedness(measure_relatedness(encoder.bundle.manifest, shipped, material.corel))


def _material(config: FitConfig, data: Path, cache: Path) -> Material:
    train, retrieval = training_pictures(data, cache), corel(data, cache)
    backbone = load_backbone(config.backbone)
    store = FeatureStore(backbone.module, backbone.weights, config.image_size, cache)
    return Material(config, backbone, store, train, retrieval)


def _words(error: AppError) -> str:
    """The sentence of a training error, or of one of the core's."""
    return str(error) if type(error).__module__.startswith("training.") else sentence(error)


if __name__ == "__main__":
    sys.exit(main())
