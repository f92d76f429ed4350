from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.encoder import Encoder
from training.benchmarks.corel import corel
from training.evaluation.shipped import bundle_codes
from training.figures import code_figures

pytestmark = [pytest.mark.data, pytest.mark.slow]


def test_the_shipped_bundle_reaches_the_figures_in_its_manifest(
    encoder: Encoder, shared_data: Callable[[str], Path], tmp_path: Path
) -> None:
    shared_data("corel5k.tar.gz")
    retrieval = corel(shared_data("corel5k_manifest.tsv").parent, tmp_path)
    found = code_figures("corel", bundle_codes(encoder, retrieval.pictures).logits, retrieval)
    stated = encoder.bundle.manifest.figures
    measured = {name: stated[name] for name in found}
    assert found == pytest.approx(measured, abs=0.002)
