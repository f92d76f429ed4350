"""`make crash-test`, second part: kill -9 of a training, of a change of the model and of the
window, at 50 random moments each.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.retraining import Retraining
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.bench.million import build_library
from tests.drawn_library import draw_library
from tests.e2e.killing import all_rows
from tests.e2e.killing_models import (
    add_second_model,
    check_codes,
    check_training,
    kill_again_and_again,
    models_of,
    run,
    train_command,
    use_command,
    window_command,
)

_KILLS = 50


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="lookalike-kill-") as name:
        folder = Path(name)
        os.environ["HOME"] = name  # the window's settings and logs
        sys.stdout.write(f"{_use(folder)}\n")
        sys.stdout.flush()
        files = draw_library(folder / "photos", folder / "small", 240)
        sys.stdout.write(f"{_window(files)}\n")
        sys.stdout.flush()
        sys.stdout.write(f"{_train(files)}\n")


def _use(folder: Path) -> str:
    files = build_library(folder / "large", 100_000)
    Thumbnails(files.thumbnails).close()
    shipped = models_of(files).all()[0].model_id
    other = add_second_model(files)
    run(use_command(files, other))
    expected = all_rows(files.folder)
    run(use_command(files, shipped))

    def check() -> None:
        check_codes(files)
        with Catalogue(files) as catalogue:
            if catalogue.model_id == other:  # it was faster than the kill
                run(use_command(files, shipped))

    hits = kill_again_and_again(use_command(files, other), _KILLS, 2.2, 0, check)
    run(use_command(files, other))
    same = "yes" if all_rows(files.folder) == expected else "NO"
    return (
        f"change of the model: killed {hits} times in {_KILLS} runs; one model in use, with all its"
        f" codes, after each; in the end equal to an undisturbed change: {same}"
    )


def _window(files: LibraryFiles) -> str:
    before = all_rows(files.folder)
    command = window_command(files)
    hits = kill_again_and_again(command, _KILLS, 5, 1, lambda: check_codes(files))
    same = "yes" if all_rows(files.folder) == before else "NO"
    return f"window: killed {hits} times in {_KILLS} runs; the library is as it was: {same}"


def _train(files: LibraryFiles) -> str:
    run(train_command(files))
    undisturbed = Retraining(files).state.result
    Retraining(files).discard()
    hits = kill_again_and_again(train_command(files), _KILLS, 14, 2, lambda: check_training(files))
    run(train_command(files))
    result = Retraining(files).state.result
    same = result and undisturbed and result.model_id == undisturbed.model_id
    return (
        f"training: killed {hits} times in {_KILLS} runs; library, models and retraining whole"
        f" after each; in the end the same model as undisturbed: {'yes' if same else 'NO'}"
    )


if __name__ == "__main__":
    main()
