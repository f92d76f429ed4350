"""The output of the model commands: JSON for scripts (docs/formats.md), text for people."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from desktop_app.cli.terminal import photo_count, print_json, print_text
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.comparison.verdict import (
    copies_retention,
    foreign_retention,
    relative_loss,
    verdict,
)
from desktop_app.core.jobs.comparison_events import Comparison, Measured
from desktop_app.core.jobs.progress import Retrained
from desktop_app.core.models.library_models import KnownModel
from desktop_app.core.models.model_exchange import Imported
from desktop_app.sentences.comparisons import COPIES_KEPT, FOREIGN_KEPT, MEASURES, VERDICTS


def print_models(known: list[KnownModel], in_use: str, *, as_json: bool) -> None:
    if as_json:
        print_json([_model_json(model, in_use) for model in known])
        return
    for model in known:
        mark = "*" if model.model_id == in_use else " "
        day = datetime.fromtimestamp(model.since).astimezone().date()
        origin = "default model" if model.is_shipped else f"since {day}"
        name = f" ({model.name})" if model.name else ""
        trained_on = model.bundle.manifest.trained_on
        print_text(f"{mark} {model.model_id}{name}: {origin}; trained on {trained_on}")


def print_model(manifest: Manifest, *, as_json: bool) -> None:
    shown = {
        name: value
        for name, value in asdict(manifest).items()
        if name != "files" and not name.endswith("_within")
    }
    if as_json:
        print_json(shown)
        return
    for name, value in shown.items():
        print_text(f"{name.replace('_', ' ')}: {value}")


def print_training_result(result: Retrained, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {"model_id": result.model_id, "photos": result.photos, "seconds": result.seconds}
        )
        return
    print_text(
        f"Trained {result.model_id} on {photo_count(result.photos)} in {result.seconds:,.0f} s."
        " The current model stays in use."
        f" Run 'lookalike model compare {result.model_id}' to see whether the new model is better,"
        f" and 'lookalike model use {result.model_id}' to switch to it."
    )


def print_use_in_archive(archive: Path, model: Path) -> None:
    """Say how the archive that a model has learned from gets its codes."""
    print_text(f"Run 'lookalike cluster recode {archive} --model {model}' to use it in {archive}.")


def print_exported(model_id: str, place: Path, *, as_json: bool) -> None:
    if as_json:
        print_json({"model_id": model_id, "path": place})
        return
    print_text(f"Exported {model_id} to {place}.")


def print_imported(imported: Imported, in_use: Manifest, *, as_json: bool) -> None:
    manifest = imported.bundle.manifest
    rereads = not manifest.shares_descriptors(in_use)
    if as_json:
        values = {"new": imported.is_new, "reads_photos_again": rereads}
        print_json({"model_id": manifest.model_id, **values})
    elif imported.is_new:
        _print_new_model(manifest.model_id, rereads=rereads)
    else:
        print_text(f"The library already has {manifest.model_id}. Nothing was changed.")


def _print_new_model(model_id: str, *, rereads: bool) -> None:
    print_text(f"Imported {model_id}. Run 'lookalike model use {model_id}' to switch to it.")
    if rereads:
        print_text("It uses different features: switching to it rereads every photo.")


def print_comparison(found: Comparison, *, as_json: bool) -> None:
    recommendation = verdict(found)
    if as_json:
        print_json({**asdict(found), "verdict": recommendation})
        return
    print_text(f"{found.new_model} compared with {found.old_model}, the current model:")
    print_text(f"{'':<30}  {'current':>12}  {'new':>12}  {'difference':>14}")
    for name, title in MEASURES.items():
        if measured := getattr(found, name):
            print_text(_figure_row(title, measured))
    print_text(f"In %, ± standard error, measured on {photo_count(found.photos)}.")
    print_text(_trained_on_text(found))
    print_text(_kept_text(COPIES_KEPT[copies_retention(found)], found.copies))
    print_text(_kept_text(FOREIGN_KEPT[foreign_retention(found)], found.foreign))
    print_text(VERDICTS[recommendation])


def _trained_on_text(found: Comparison) -> str:
    if not (found.related and found.held_out):
        return "The new model may have been trained on all of them."
    return (
        f"The new model was not trained on {found.held_out:,} of the"
        f" {found.related.photos:,} queries."
    )


def _kept_text(text: str, measured: Measured | None) -> str:
    return text.format(share=f"{100 * relative_loss(measured):.1f}" if measured else "")


def _figure_row(title: str, measured: Measured) -> str:
    old, new = (
        f"{100 * of.mean:.1f} ± {100 * of.error:.1f}" for of in (measured.old, measured.new)
    )
    gain = f"{100 * measured.gain.mean:+.1f} ± {100 * measured.gain.error:.1f}"
    return f"{title:<30}  {old:>12}  {new:>12}  {gain:>14}"


def _model_json(model: KnownModel, in_use: str) -> dict[str, object]:
    manifest = model.bundle.manifest
    return {
        "model_id": model.model_id,
        "name": model.name,
        "in_use": model.model_id == in_use,
        "shipped": model.is_shipped,
        "code_bits": manifest.code_bits,
        "trained_on": manifest.trained_on,
    }
