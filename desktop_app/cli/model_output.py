"""What the model commands print: JSON for scripts (docs/formats.md), text for people."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from desktop_app.cli.terminal import print_json, print_text
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
from desktop_app.sentences import COPIES_KEPT, FOREIGN_KEPT, MEASURES, VERDICTS


def print_models(known: list[KnownModel], in_use: str, *, as_json: bool) -> None:
    if as_json:
        print_json([_model_json(model, in_use) for model in known])
        return
    for model in known:
        mark = "*" if model.model_id == in_use else " "
        day = datetime.fromtimestamp(model.since).astimezone().date()
        origin = "came with the program" if model.is_shipped else f"since {day}"
        name = f" ({model.name})" if model.name else ""
        trained_on = model.bundle.manifest.trained_on
        print_text(f"{mark} {model.model_id}{name}: {origin}; learned {trained_on}")


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
        f"{result.model_id} has learned {result.photos:,} photos in {result.seconds:,.0f} s."
        " Nothing has changed yet:"
        f" 'lookalike model compare {result.model_id}' tells whether it is better,"
        f" 'lookalike model use {result.model_id}' searches with it."
    )


def print_exported(model_id: str, place: Path, *, as_json: bool) -> None:
    if as_json:
        print_json({"model_id": model_id, "path": place})
        return
    print_text(f"{model_id} is written to {place}.")


def print_imported(imported: Imported, in_use: Manifest, *, as_json: bool) -> None:
    manifest = imported.bundle.manifest
    rereads = manifest.descriptor_id != in_use.descriptor_id
    if as_json:
        values = {"new": imported.is_new, "reads_photos_again": rereads}
        print_json({"model_id": manifest.model_id, **values})
    elif imported.is_new:
        _print_new_model(manifest.model_id, rereads=rereads)
    else:
        print_text(f"The library has {manifest.model_id} already; nothing has changed.")


def _print_new_model(model_id: str, *, rereads: bool) -> None:
    print_text(
        f"{model_id} is among the library's models now;"
        f" 'lookalike model use {model_id}' searches with it."
    )
    if rereads:
        print_text(
            "It looks at photos in a way of its own: when it is used, every photo is read again."
        )


def print_comparison(found: Comparison, *, as_json: bool) -> None:
    recommendation = verdict(found)
    if as_json:
        print_json({**asdict(found), "verdict": recommendation})
        return
    print_text(f"{found.new_model} beside {found.old_model}, which is in use:")
    print_text(f"{'':<28}  {'in use':>12}  {'new':>12}  {'difference':>14}")
    for name, title in MEASURES.items():
        print_text(_figure_row(title, getattr(found, name)))
    print_text(
        f"Of the library's {found.photos:,} photos; in %, ± the standard error. The new model is"
        f" known not to have learned {found.held_out:,} of the {found.neighbours.photos:,} whose"
        " relatives and lookalikes were looked for."
    )
    print_text(_kept_text(COPIES_KEPT[copies_retention(found)], found.copies))
    print_text(_kept_text(FOREIGN_KEPT[foreign_retention(found)], found.foreign))
    print_text(VERDICTS[recommendation])


def _kept_text(text: str, measured: Measured | None) -> str:
    return text.format(share=f"{100 * relative_loss(measured):.1f}" if measured else "")


def _figure_row(title: str, measured: Measured | None) -> str:
    if measured is None:
        return f"{title:<28}  {'not measured':>12}"
    old, new = (
        f"{100 * of.mean:.1f} ± {100 * of.error:.1f}" for of in (measured.old, measured.new)
    )
    gain = f"{100 * measured.gain.mean:+.1f} ± {100 * measured.gain.error:.1f}"
    return f"{title:<28}  {old:>12}  {new:>12}  {gain:>14}"


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
