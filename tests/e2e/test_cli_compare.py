"""`lookalike model compare` as a script and a person see it."""

from pathlib import Path

import pytest

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.verdict import Verdict
from desktop_app.sentences.comparisons import MEASURES, VERDICTS
from tests.command_line import run_cli, run_json
from tests.core import compared_models, tiny_bundle

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A hundred photos, a model of a few numbers that is in use, and another one."""
    files = LibraryFiles(tmp_path / "library")
    models = compared_models.library(files, tmp_path, 100)
    compared_models.add(models, compared_models.good(7), tiny_bundle.MODEL_ID)
    compared_models.add(models, compared_models.good(11), "other")
    return files.folder


def test_a_comparison_is_printed_as_documented(library: Path) -> None:
    found = run_json("model", "compare", "other", "--library", library)
    assert set(found) == {
        "old_model",
        "new_model",
        "photos",
        "copies",
        "neighbours",
        "relatives",
        "folders",
        "unique",
        "foreign",
        "held_out",
        "disagreements",
        "verdict",
    }
    assert found["verdict"] in set(Verdict)
    assert found["photos"] == 100
    assert set(found["copies"]) == {"old", "new", "gain", "photos"}
    output = run_cli("model", "compare", "other", "--library", library).stdout
    assert output.startswith(f"other compared with {tiny_bundle.MODEL_ID}, the current model:\n")
    assert all((title in output) == (found[name] is not None) for name, title in MEASURES.items())
    assert "Edited copies are found as well as before." in output
    assert output.rstrip().endswith((*VERDICTS.values(),))


def test_a_model_that_is_not_there_is_named(library: Path) -> None:
    done = run_cli("model", "compare", "nothing-1", "--library", library, fails=1)
    assert "nothing-1" in done.stderr
