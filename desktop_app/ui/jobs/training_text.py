"""Texts of a retraining: its stages, its cost, its losses."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.jobs.progress import TrainingBegun, TrainingEstimate, TrainingStage
from desktop_app.core.models.retraining import MOST_QUICK_PHOTOS
from desktop_app.ui.kit import numbers

# Names the held-out loss among the curves of a run.
HELD_OUT = "held_out"


def stage_text(stage: TrainingStage) -> str:
    match stage:
        case TrainingStage.READING:
            return _tr("Reading photos")
        case TrainingStage.FINE_TUNING:
            return _tr("Fine-tuning the network")
        case TrainingStage.CODES:
            return _tr("Training codes")
        case TrainingStage.PREVIEWS:
            return _tr("Training previews")
        case TrainingStage.FINISHING:
            return _tr("Checking the new model")


def device_text(device: str) -> str:
    """Name a device; `device` is torch's name for it."""
    match device:
        case "cuda":
            return _tr("the NVIDIA GPU")
        case "mps":
            return _tr("the Apple GPU")
    return _tr("the processor")


def begun_text(begun: TrainingBegun) -> str:
    """Say how many photos are learned, and on which device."""
    if begun.photos < begun.chosen:
        text = _tr("Trains on {photos} of {chosen} on {device}")
    else:
        text = _tr("Trains on {chosen} on {device}")
    return text.format(
        photos=numbers.counted(begun.photos),
        chosen=numbers.photos(begun.chosen),
        device=device_text(begun.device),
    )


def cost_text(estimate: TrainingEstimate, chosen: int, minutes: int | None) -> str:
    """Describe the cost of a retraining.

    Args:
        estimate: The measured times, in seconds, and the number of photos that are learned.
        chosen: The number of photos that the user has chosen.
        minutes: The limit of time; None for no limit.
    """
    seconds = estimate.codes_seconds + estimate.previews_seconds
    if minutes is not None and minutes * 60 < seconds:
        text = _tr("{learns}, for up to {most}; without a limit it would take about {time}{parts}.")
    else:
        text = _tr("{learns}, in about {time}{parts}.")
    begun = TrainingBegun(
        estimate.photos, max(chosen, estimate.photos), estimate.device, previews=False,
        resumed=False,
    )  # fmt: skip
    time, parts = _times_text(estimate)
    cost = text.format(
        learns=begun_text(begun),
        most=numbers.duration(60 * (minutes or 0)),
        time=time,
        parts=parts,
    )
    memory = _tr("It needs about {size} of memory.")
    return f"{cost} {memory.format(size=numbers.file_size(estimate.memory_mb * 2**20))}"


def quick_cost_text(chosen: int) -> str:
    """Describe the cost of a quick model; `chosen` is the number of photos that were chosen."""
    learned = min(chosen, MOST_QUICK_PHOTOS)
    begun = TrainingBegun(learned, chosen, "cpu", previews=False, resumed=False)
    text = _tr("{learns}, usually in less than a minute.")
    return text.format(learns=begun_text(begun))


def _times_text(estimate: TrainingEstimate) -> tuple[str, str]:
    """The time, and in brackets those of its parts, which add up to it; empty without previews."""
    if not estimate.previews_seconds:
        return numbers.exact_duration(estimate.codes_seconds), ""
    durations = (estimate.codes_seconds, estimate.previews_seconds)
    total, (codes, previews) = numbers.with_total(durations)
    text = _tr(" (codes {codes}, previews {previews})")
    return total, text.format(codes=codes, previews=previews)


def curve_text(name: str) -> str:
    """Name a loss, given by its name in the training; empty for losses that are not shown."""
    known = {
        HELD_OUT: _tr("Validation"),
        "contrastive": _tr("Similarity"),
        "quantisation": _tr("Bit confidence"),
        "balance": _tr("Bit balance"),
        "memory": _tr("Retention"),
        "low_resolution": _tr("Colour layout"),
        "perceptual": _tr("Content"),
        "bits": _tr("Code consistency"),
        "pixels": _tr("Pixels"),
        "adversarial": _tr("Realism"),
    }
    return known.get(name, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("training_text", text)
