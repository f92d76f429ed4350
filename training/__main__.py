"""`python -m training train` trains a model, `python -m training evaluate` measures one."""

from __future__ import annotations

import faulthandler
import logging
import signal
import sys
from collections import deque
from collections.abc import Generator as Steps
from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from desktop_app.core.base.errors import AppError, RetrainingStoppedError
from desktop_app.core.base.log_file import (
    LOG_FILE_NAME,
    configure_job_logging,
    configure_logging,
)
from desktop_app.core.base.paths import cache_folder, default_bundle, log_folder
from desktop_app.core.base.processors import lower_priority
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle, read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import ProbeRequest, TrainingRequest, TrainRequest, read_request
from desktop_app.core.jobs.run_job import run_job
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from desktop_app.sentences.errors import error_message
from training.base.devices import (
    exit_immediately,
    exit_process,
    is_main_process,
    keep_freed_memory,
    training_device,
)
from training.duplicates.page import show_duplicates
from training.evaluation.ablation import Ablation
from training.evaluation.adversary_trials import AdversaryTrials
from training.evaluation.comparison import Comparison
from training.evaluation.forgetting import Forgetting
from training.evaluation.methods import method_names
from training.evaluation.one_kind import OneKind
from training.evaluation.own_search import Way
from training.evaluation.pages import (
    show_ablation,
    show_adversary_trials,
    show_bundle,
    show_comparison,
    show_copies,
    show_cut_off,
    show_forgetting,
    show_one_kind,
    show_own_search,
    show_preview_ablation,
    show_previews,
)
from training.evaluation.similarity_reports import report_combinations
from training.jobs.probe import probe
from training.jobs.retrain import retrain, run_worker
from training.jobs.train_models import train_default_model, train_library_model
from training.jobs.worker_processes import exit_with_main_process, exit_with_torchrun
from training.learning.recipe import read_recipe
from training.learning.trainer import TrainingReport
from training.similarity.report import print_reports
from training.words.page import save_vocabulary, show_words

logger = logging.getLogger("training")
app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Data = Annotated[
    Path, typer.Option(help="Folder of the data sets: archives or extracted pictures.")
]
Cache = Annotated[
    Path, typer.Option(help="Folder for extracted pictures, features and checkpoints.")
]
Bundle = Annotated[Path, typer.Option(help="Folder of the model bundle.")]
ComparedOn = Annotated[str, typer.Option(help="Name of a benchmark.")]
Previews = Annotated[bool, typer.Option("--previews", help="Measure previews instead of codes.")]
Write = Annotated[bool, typer.Option("--write", help="Update docs/results.md.")]
RecipeName = Annotated[str, typer.Option(help="Name or path of a recipe.")]

_DATA = Path("../shared/data")
_CACHE = cache_folder() / "training"
_BUNDLE = default_bundle()


def main() -> int:
    torch.set_num_threads(1)  # batches are distributed over the cores instead
    keep_freed_memory()
    exit_with_torchrun()
    try:
        app()
    except SystemExit as end:  # typer raises it also after a success
        return int(end.code or 0)
    except AppError as error:
        print(_error_text(error), file=sys.stderr)
        return 1
    return 0


@app.command()
def train(
    out: Annotated[Path, typer.Option(help="Folder to write the new bundle to.")],
    recipe: RecipeName = "",
    photos: Annotated[
        Path | None, typer.Option(help="Train on this folder of photos instead of --data.")
    ] = None,
    data: Data = _DATA,
    bundle: Bundle = _BUNDLE,
    minutes: Annotated[float | None, typer.Option(min=0.1, help="Time limit in minutes.")] = None,
    start_from: Annotated[
        Path | None, typer.Option(help="Train the generator of this bundle further, with --data.")
    ] = None,
    cache: Cache = _CACHE,
) -> None:
    """Train the default model, or, with --photos, a model of your own photos.

    A model of your own photos keeps the backbone and descriptors of --bundle. If training is
    interrupted, run the same command to resume. To train on N GPUs, run `torchrun --standalone
    --nproc-per-node N -m training train ...` (docs/training.md).
    """
    name = recipe or ("library" if photos else "default")
    chosen = read_recipe(name)
    name = Path(name).stem
    with training_device() as device:
        if photos:
            old = read_bundle(bundle)
            steps = train_library_model(name, chosen, photos, old, cache, out, device, minutes)
        else:
            start = None if start_from is None else read_bundle(start_from)
            steps = train_default_model(name, chosen, data, cache, out, device, minutes, start)
        made = _print_progress(steps)
        if is_main_process():
            print(f"Saved {made.manifest.model_id} to {made.folder}.")


@app.command()
def evaluate(
    data: Data = _DATA,
    bundle: Bundle = _BUNDLE,
    methods: Annotated[
        str, typer.Option(help="Methods to compare, separated by commas, or 'all'.")
    ] = "",
    benchmark: ComparedOn = "corel",
    bits: Annotated[
        str, typer.Option(help="Code lengths, separated by commas.")
    ] = "16,32,64,128,256",
    seeds: Annotated[int, typer.Option(help="Number of seeds for each method.")] = 3,
    recipe: RecipeName = "",
    previews: Previews = False,
    cut_off: Annotated[
        bool, typer.Option("--cut-off", help="Measure the line between similar and other photos.")
    ] = False,
    words: Annotated[
        bool, typer.Option("--words", help="Measure how well words find photos.")
    ] = False,
    write: Write = False,
    cache: Cache = _CACHE,
) -> None:
    """Measure the bundle on Corel-5K (or its previews, cut-off or words), or compare methods."""
    if words:
        show_words(Encoder(read_bundle(bundle)), data, cache, write=write)
    elif cut_off:
        show_cut_off(Encoder(read_bundle(bundle)), data, cache, write=write)
    elif previews:
        show_previews(Encoder(read_bundle(bundle)), data, cache, write=write)
    elif methods:
        names = tuple(method_names() if methods == "all" else methods.split(","))
        comparison = Comparison(benchmark, names, _sizes(bits), seeds, recipe or None)
        show_comparison(comparison, data, cache, write=write)
    else:
        show_bundle(Encoder(read_bundle(bundle)), data, cache, write=write)


@app.command("words")
def make_words(
    out: Annotated[Path, typer.Option(help="Folder of the text model and the lists of words.")],
    data: Data = _DATA,
    bundle: Bundle = _BUNDLE,
    cache: Cache = _CACHE,
) -> None:
    """Make the vocabulary by which words find photos with --bundle."""
    save_vocabulary(Encoder(read_bundle(bundle)), out, data, cache)


@app.command()
def ablate(
    data: Data = _DATA,
    benchmark: ComparedOn = "corel-library",
    bits: Annotated[int, typer.Option(help="Code length.")] = 128,
    seeds: Annotated[int, typer.Option(help="Number of seeds for each variant.")] = 3,
    recipe: RecipeName = "",
    previews: Previews = False,
    bundle: Bundle = _BUNDLE,
    write: Write = False,
    cache: Cache = _CACHE,
) -> None:
    """Measure what each part of the training contributes to codes or, with --previews, previews."""
    if previews:
        show_preview_ablation(Encoder(read_bundle(bundle)), data, cache, write=write)
    else:
        show_ablation(Ablation(benchmark, recipe or None, bits, seeds), data, cache, write=write)


@app.command()
def adversary(
    data: Data = _DATA,
    photos: Annotated[int, typer.Option(min=100, help="Photos to learn from.")] = 500,
    bits: Annotated[int, typer.Option(help="Code length.")] = 16,
    seeds: Annotated[int, typer.Option(help="Number of seeds for each variant.")] = 3,
    write: Write = False,
    cache: Cache = _CACHE,
) -> None:
    """Measure whether discriminator and reconstruction help the codes of a library's own model."""
    show_adversary_trials(AdversaryTrials(photos, bits, seeds), data, cache, write=write)


@app.command()
def forgetting(
    data: Data = _DATA,
    bits: Annotated[int, typer.Option(help="Code length.")] = 128,
    seeds: Annotated[int, typer.Option(help="Number of seeds for each model.")] = 3,
    write: Write = False,
    cache: Cache = _CACHE,
) -> None:
    """Measure how much worse other photos are found after retraining on a library."""
    show_forgetting(Forgetting(bits=bits, seeds=seeds), data, cache, write=write)


@app.command()
def one_kind(
    sets: Annotated[
        str, typer.Option(help="Sets of train.tar.gz, separated by commas.")
    ] = ",".join(OneKind.sets),
    recipe: RecipeName = OneKind.tuned,
    bits: Annotated[int, typer.Option(help="Code length.")] = OneKind.bits,
    seeds: Annotated[int, typer.Option(help="Number of seeds for each model.")] = OneKind.seeds,
    data: Data = _DATA,
    write: Write = False,
    cache: Cache = _CACHE,
) -> None:
    """Measure models of libraries of one kind: the default, a head of their own, fine-tuned."""
    one = OneKind(tuple(sets.split(",")), recipe, bits=bits, seeds=seeds)
    show_one_kind(one, data, cache, write=write)


@app.command()
def copies(
    data: Data = _DATA,
    bits: Annotated[str, typer.Option(help="Code lengths, separated by commas.")] = "64,128,256",
    seeds: Annotated[int, typer.Option(help="Number of seeds for each method.")] = 3,
    recipe: RecipeName = "default",
    write: Write = False,
    cache: Cache = _CACHE,
) -> None:
    """Measure how many edited copies of photos find their originals, by ITQ and a recipe."""
    show_copies(recipe, _sizes(bits), seeds, data, cache, write=write)


@app.command()
def duplicates(
    data: Data = _DATA,
    bundle: Bundle = _BUNDLE,
    photos: Annotated[int, typer.Option(min=1, help="Photos that are copied by each edit.")] = 250,
    write: Write = False,
    cache: Cache = _CACHE,
) -> None:
    """Measure how many edited copies are found, beside other programs that look for them."""
    show_duplicates(Encoder(read_bundle(bundle)), photos, data, cache, write=write)


@app.command("own-search")
def own_search(
    data: Data = _DATA,
    previews: Annotated[bool, typer.Option(help="Also train previews.")] = True,
    quick: Annotated[bool, typer.Option(help="Fit a quick model instead.")] = False,
    write: Write = False,
    cache: Cache = _CACHE,
) -> None:
    """Measure the application on Corel-5K as a library, before and after retraining."""
    way = Way.QUICK if quick else Way.PREVIEWS if previews else Way.CODES
    show_own_search(data, cache, way, write=write)


@app.command()
def similarity(
    data: Data = _DATA,
    benchmark: Annotated[
        str, typer.Option(help="Benchmark whose photos S compares.")
    ] = "corel-library",
    recipe: RecipeName = "",
    cache: Cache = _CACHE,
) -> None:
    """Count the similar, dissimilar and unknown pairs of S, and how many are correct."""
    print_reports(report_combinations(benchmark, data, cache, recipe or None))


@app.command(hidden=True)
def job(request: str) -> None:
    """Retrain a library for the window or the command line (desktop_app/core/jobs/messages.py)."""
    faulthandler.enable()  # a crash prints its traceback into the log
    configure_job_logging()
    kinds: tuple[type[TrainingRequest], ...] = (TrainRequest, ProbeRequest)
    exit_immediately(run_job(lambda: _job_steps(read_request(request, kinds))))


@app.command("go-on", hidden=True)
def resume(library: Path) -> None:
    """Resume a library's retraining without a window (desktop_app/core/models/retraining.py)."""
    configure_logging(log_folder() / LOG_FILE_NAME)
    retraining = Retraining(LibraryFiles(library))
    state = retraining.state
    request = state.request
    # Other requests start anew, in the program itself.
    if state.phase is not RetrainingPhase.INTERRUPTED or not isinstance(request, TrainRequest):
        return
    lower_priority(gentle=request.gentle)
    try:
        deque(retrain(request, default_bundle()), maxlen=0)
    except RetrainingStoppedError:
        return
    except AppError:
        logger.exception("The retraining of %s in the background has failed", library)
        raise


@app.command("export-encoder", hidden=True)
def export_encoder_command(encoder: str, folder: Path) -> None:
    """Export a network of timm for `lookalike model build` (core/building/encoder_files.py)."""
    from training.shipping.encoder_export import export_encoder  # takes two seconds

    export_encoder(encoder, folder)


@app.command(hidden=True)
def worker(library: Path, bundle: Path) -> None:
    """Train together with a job that has started this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the job ends its workers
    configure_job_logging()
    exit_with_main_process()
    run_worker(library, bundle)


def _job_steps(request: TrainingRequest) -> Steps[Any]:
    logger.info("Starting %s", request)
    match request:
        case TrainRequest():
            lower_priority(gentle=request.gentle)
            yield from retrain(request, default_bundle())
        case ProbeRequest():
            yield from probe(request, default_bundle())


def _sizes(bits: str) -> tuple[int, ...]:
    return tuple(int(size) for size in bits.split(","))


def _print_progress(steps: Steps[TrainingReport, None, ModelBundle]) -> ModelBundle:
    """Consume the reports, and print a line for each validation."""
    while True:
        try:
            report = next(steps)
        except StopIteration as end:
            bundle: ModelBundle = end.value
            return bundle
        if report.is_validation and is_main_process():
            print(_progress_line(report), flush=True)


def _progress_line(report: TrainingReport) -> str:
    losses = ", ".join(f"{name} {loss:.3f}" for name, loss in report.losses.items())
    line = f"{report.stage}: step {report.step:,} of {report.steps:,}: {losses}"
    if report.validation is None:
        return line
    metrics = report.validation
    return f"{line}; validation {metrics.loss:.3f}, {metrics.unique_codes:.1%} unique codes"


def _error_text(error: AppError) -> str:
    """Return the message of an error of training, or of the core."""
    return str(error) if type(error).__module__.startswith("training.") else error_message(error)


if __name__ == "__main__":
    exit_process(main())
