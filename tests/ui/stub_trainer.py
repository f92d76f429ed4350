"""A stub of the training process.

It reports what a training reports. The model that it makes is the shipped one, with its codes cut
to the requested length.

    python -m tests.ui.stub_trainer job REQUEST
    python -m tests.ui.stub_trainer go-on LIBRARY

`trainer.json` beside the library holds its TrainerSettings.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from math import comb
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper
from PIL import Image

from desktop_app.core.base.errors import TooLittleMemoryError
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    HASHER,
    ModelBundle,
    read_bundle,
    write_bundle,
)
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import (
    Retrained,
    TrainingBegun,
    TrainingEstimate,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.core.jobs.requests import ProbeRequest, TrainRequest, read_request
from desktop_app.core.jobs.run_job import run_job
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.own_models import remember_as_own
from desktop_app.core.models.retraining import Retraining

MODEL = "trained"


@dataclass(frozen=True)
class TrainerSettings:
    """How a training goes.

    Attributes:
        steps: The number of steps of each stage.
        seconds: The duration of a step.
        fails_at: The step after which the training fails; 0 for none.
        photos: The number of photos in estimates and reports.
    """

    steps: int = 4
    seconds: float = 0.02
    fails_at: int = 0
    photos: int = 220

    @staticmethod
    def of(library: Path) -> TrainerSettings:
        path = library.parent / "trainer.json"
        return (
            TrainerSettings(**json.loads(path.read_text("utf-8")))
            if path.is_file()
            else TrainerSettings()
        )


def train(request: TrainRequest) -> Iterator[Any]:
    settings, files = TrainerSettings.of(request.library), LibraryFiles(request.library)
    retraining = Retraining(files)
    with retraining.running(request) as is_resumed:
        before = retraining.state.progress if is_resumed else None
        first = before.step if before else 0
        yield TrainingBegun(settings.photos, settings.photos, "cpu", request.previews, is_resumed)
        stages = [TrainingStage.CODES, *([TrainingStage.PREVIEWS] if request.previews else [])]
        for stage in stages:
            for step in range(first, settings.steps + 1):
                report = _report(retraining, stage, step, settings)
                retraining.store_progress(report)
                yield report
                if step == settings.fails_at > 0:
                    raise TooLittleMemoryError(4000, 300)
                time.sleep(settings.seconds)
            first = 0
        model = LibraryModels(files, default_bundle()).add(
            truncated_model(files.folder, request.code_bits).folder
        )
        made = Retrained(model.manifest.model_id, settings.photos, 12.0, [1, 2, 3])
        retraining.store_result(made)
    yield made


def truncated_model(folder: Path, bits: int) -> ModelBundle:
    """Write the shipped model, cut to its first bits, below a folder, as if trained here."""
    shipped = read_bundle(default_bundle())
    files = {name: _cut((shipped.folder / name).read_bytes(), bits) for name in (ENCODER, HASHER)}
    binomial = [comb(bits, d) / 2**bits for d in range(bits + 1)]
    manifest = replace(
        shipped.manifest,
        model_id=f"{MODEL}-{bits}",
        code_bits=bits,
        preview_size=None,
        same_distance=bits // 32,
        similar_distance=bits // 5,
        figures={"photos": 220.0},
        trained_on="220 photos of the user's own",
        random_pairs_within=[*np.minimum(np.cumsum(binomial)[:-1], 1).tolist(), 1.0],
        copies_within=[],
        neighbours_within=[],
    )
    made = write_bundle(folder / "trained", manifest, files)
    remember_as_own(made)
    return made


def _cut(network: bytes, bits: int) -> bytes:
    model = onnx.load_model_from_string(network)
    for node in model.graph.node:
        for place, name in enumerate(node.output):
            if name == "logits":
                node.output[place] = "all_logits"
    for name, values in (("from", [0]), ("to", [bits]), ("along", [1])):
        model.graph.initializer.append(numpy_helper.from_array(np.array(values, np.int64), name))
    model.graph.node.append(
        helper.make_node("Slice", ["all_logits", "from", "to", "along"], ["logits"])
    )
    output = next(item for item in model.graph.output if item.name == "logits")
    output.type.tensor_type.shape.dim[1].dim_value = bits
    return bytes(model.SerializeToString())


def _report(
    retraining: Retraining, stage: TrainingStage, step: int, settings: TrainerSettings
) -> TrainingProgress:
    losses = {"contrastive": 4 - step / 10, "quantisation": 0.08 + step / 1000, "balance": 0.0004}
    grid = None
    if stage is TrainingStage.PREVIEWS:
        grid = retraining.folder / f"previews-{step:06}.png"
        Image.new("RGB", (600, 200), (step % 256, 90, 160)).save(grid)
    return TrainingProgress(
        stage, step, settings.steps, step * 1.5, losses, 3.9 - step / 20, 0.995, 0.47, grid
    )


def continue_run(library: Path) -> None:
    retraining = Retraining(LibraryFiles(library))
    request = retraining.state.request
    assert isinstance(request, TrainRequest)
    with closing(train(request)) as steps:  # type: ignore[type-var]
        for _ in steps:
            if retraining.is_stop_requested:
                break


def steps_of(text: str) -> Iterator[Any]:
    request = read_request(text, (TrainRequest, ProbeRequest))
    if isinstance(request, TrainRequest):
        yield from train(request)
    elif isinstance(request, ProbeRequest):
        settings = TrainerSettings.of(request.library)
        previews = 480.0 if request.previews else 0.0
        yield TrainingEstimate(settings.photos, "cpu", 240.0, previews, 1500)


if __name__ == "__main__":
    if sys.argv[1] == "go-on":
        continue_run(Path(sys.argv[2]))
    else:
        sys.exit(run_job(lambda: steps_of(sys.argv[2])))  # type: ignore[arg-type, return-value]
