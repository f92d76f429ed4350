"""Train small models by the real stages, alone or in a group that torchrun has started.

python -m tests.training.group_models FOLDER
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from unittest import mock

import torch
from torch import Tensor

from tests.training.small_tasks import PHOTOS, RECIPE, SIDE, pictures, small_task
from training.base.devices import exit_process, main_process_first, process_rank, training_device
from training.learning.end_to_end import fine_tune
from training.learning.fine_tuning import FineTuningSettings
from training.learning.train_model import train_model
from training.learning.trainer import run_to_completion

# Every loss and every random draw: views, noise, dropout, flips and changes of colour.
_CODES = replace(
    RECIPE.codes, similarity=0.5, quantisation=0.1, ranking=0.5, noise=0.1, dropout=0.2, epochs=2
)
TRAINED = replace(
    RECIPE, codes=_CODES, generator=replace(RECIPE.generator, epochs=1.0), patience=100
)
TUNED = replace(
    RECIPE,
    codes=_CODES,
    fine_tuning=FineTuningSettings(backbone_rate=1e-3, frozen=0.0, epochs=1.0, batch=32),
    patience=100,
)
Weights = dict[str, dict[str, Tensor]]


def trained_weights(folder: Path) -> Weights:
    """Train a fine-tuned network, and a model with its codes and previews; float32 by stage.

    No processor computes in bfloat16: its sums in another order differ a thousand times more.
    """
    with mock.patch.object(torch.cpu, "_is_avx512_bf16_supported", return_value=False):
        return {**_fine_tuned(folder / "tuned"), **_trained(folder / "trained")}


def _fine_tuned(folder: Path) -> Weights:
    task = replace(small_task(folder, TUNED), remembered=None)
    tuned = run_to_completion(fine_tune(task, pictures(PHOTOS, SIDE).numpy()))
    return {
        "tuned backbone": tuned.extractor.backbone.state_dict(),
        "tuned head": tuned.head.state_dict(),
    }


def _trained(folder: Path) -> Weights:
    model = run_to_completion(train_model(small_task(folder, TRAINED)))
    assert model.generator is not None
    with main_process_first():  # which writes the checkpoints
        stages = {
            name: torch.load(folder / f"{name}.pt", weights_only=True)["state"]["stage"]
            for name in ("codes", "previews")
        }
    return {
        "head": stages["codes"]["learner"],
        "discriminator": stages["previews"]["modules"]["discriminator"],
        "encoder": stages["previews"]["modules"]["head"],
        "generator": model.generator.state_dict(),
    }


def main(folder: Path) -> None:
    torch.set_num_threads(1)
    with training_device():
        torch.save(trained_weights(folder), folder / f"weights-{process_rank()}.pt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    exit_process(0)
