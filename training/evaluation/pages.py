"""Each evaluation as a command prints it and, on request, writes it into the documentation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from training.benchmarks.corel import corel
from training.benchmarks.training_set import training_split
from training.evaluation.ablation import Ablation, ablate
from training.evaluation.adversary_trials import AdversaryTrials, try_adversary
from training.evaluation.comparison import Comparison, compare, write_comparison
from training.evaluation.copies import copies_as_markdown, measure_copies, print_copies
from training.evaluation.cut_off import measure_points, points_as_markdown, print_points
from training.evaluation.forgetting import Forgetting, measure_forgetting, retention_sentences
from training.evaluation.one_kind import OneKind, measure_one_kind
from training.evaluation.own_search import Way, measure_own_search, own_search_table
from training.evaluation.preview_ablation import ablate_previews
from training.evaluation.previews import (
    draw_blind_test,
    draw_previews,
    measure_bundle_previews,
    preview_ablation_as_markdown,
    preview_quality_as_markdown,
    print_preview_ablation,
    print_preview_quality,
)
from training.evaluation.shipped import measure_bundle
from training.evaluation.variant_table import print_variants, variants_as_markdown
from training.measuring.results import Result
from training.measuring.results_table import print_results, update_section

_PAGE = Path("docs/results.md")
_PREVIEWS = _PAGE.with_name("previews.png")


def show_bundle(encoder: Encoder, data: Path, cache: Path, *, write: bool) -> None:
    """Measure the bundle on Corel-5K and on edited copies."""
    found = measure_bundle(encoder, data, cache)
    print_variants("Corel-5K, mean average precision", found.results)
    print_copies(found.copies)
    if write:
        update_section(_PAGE, "bundle", variants_as_markdown(found.results))
        update_section(_PAGE, "copies", copies_as_markdown(found.copies))


def show_cut_off(encoder: Encoder, data: Path, cache: Path, *, write: bool) -> None:
    """Measure where the line between similar and other photos belongs."""
    trades = measure_points(encoder, data, cache)
    print_points(trades)
    if write:
        update_section(_PAGE, "cut-off", points_as_markdown(trades))


def show_copies(
    recipe: str, bits: Sequence[int], seeds: int, data: Path, cache: Path, *, write: bool
) -> None:
    """Measure edited copies, with ITQ and with a recipe."""
    recalls = measure_copies(recipe, bits, seeds, data, cache)
    print_copies(recalls)
    if write:
        update_section(_PAGE, "copies-by-bits", copies_as_markdown(recalls))


def show_previews(encoder: Encoder, data: Path, cache: Path, *, write: bool) -> None:
    """Measure the bundle's previews, and draw a grid of them."""
    quality = measure_bundle_previews(encoder, data, cache)
    print_preview_quality(quality)
    picture = _PREVIEWS if write else cache / _PREVIEWS.name
    draw_previews(encoder, data, cache, picture)
    print(f"Photos, previews and nearest photos: {picture}")
    boards = cache / "blind-test"
    draw_blind_test(encoder, data, cache, boards)
    print(f"Of which of ten photos is each preview? A test by eye, with answers: {boards}")
    if write:
        update_section(_PAGE, "previews", preview_quality_as_markdown(quality))


def show_own_search(data: Path, cache: Path, way: Way, *, write: bool) -> None:
    """Measure Corel as a library that is retrained, through the application."""
    folder = cache / "own-search"
    foreign = training_split(data, cache).foreign
    found = measure_own_search(corel(data, cache), foreign, default_bundle(), folder, way)
    table = own_search_table(found)
    print(table)
    if write:
        update_section(_PAGE, "own-quick" if way is Way.QUICK else "own-search", table)


def show_comparison(comparison: Comparison, data: Path, cache: Path, *, write: bool) -> None:
    """Compare methods."""
    results = compare(comparison, data, cache)
    print_results(results)
    if write:
        write_comparison(comparison.section, results, _PAGE)


def show_ablation(ablation: Ablation, data: Path, cache: Path, *, write: bool) -> None:
    """Compare the recipe with variants of it."""
    results = ablate(ablation, data, cache)
    print_variants(f"Ablation, {ablation.experiment}, {ablation.bits} bits", results)
    if write:
        update_section(_PAGE, f"ablation-{ablation.experiment}", variants_as_markdown(results))


def show_adversary_trials(trials: AdversaryTrials, data: Path, cache: Path, *, write: bool) -> None:
    """Compare settings in which the adversary takes part in the codes."""
    results = try_adversary(trials, data, cache)
    print_variants(f"The adversary, {trials.title}", results)
    if write:
        name = f"adversary-{trials.photos}-{trials.bits}"
        update_section(_PAGE, name, f"**{trials.title}**\n\n{variants_as_markdown(results)}")


def show_preview_ablation(encoder: Encoder, data: Path, cache: Path, *, write: bool) -> None:
    """Compare further training of the bundle's generator with variants of it."""
    measured = list(ablate_previews(encoder, data, cache))
    print_preview_ablation(measured)
    if write:
        update_section(_PAGE, "ablation-previews", preview_ablation_as_markdown(measured))


def show_forgetting(forgetting: Forgetting, data: Path, cache: Path, *, write: bool) -> None:
    """Print a table for each benchmark, and the shares that are left after retraining."""
    results = measure_forgetting(forgetting, data, cache)
    tables = _tables(results, forgetting.bits)
    sentences = retention_sentences(results)
    print("\n".join(sentences))
    if write:
        listed = "\n".join(f"- {sentence}" for sentence in sentences)
        update_section(_PAGE, "forgetting", "\n\n".join([*tables, listed]))


def show_one_kind(one: OneKind, data: Path, cache: Path, *, write: bool) -> None:
    """Print a table for each library of one kind, and for other photos after its training."""
    tables = _tables(measure_one_kind(one, data, cache), one.bits)
    if write:
        update_section(_PAGE, "one-kind", "\n\n".join(tables))


def _tables(results: Sequence[Result], bits: int) -> list[str]:
    """Print a table for each benchmark, and return them in Markdown."""
    tables = []
    for name in dict.fromkeys(result.key.benchmark for result in results):
        own = [result for result in results if result.key.benchmark == name]
        print_variants(f"{name}, {bits} bits", own)
        tables.append(f"{name}\n\n{variants_as_markdown(own)}")
    return tables
