from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.encoder import Encoder
from training.data import corel
from training.evaluate import bundle_codes, code_ranking

pytestmark = [pytest.mark.data, pytest.mark.slow]


def test_the_shipped_bundle_reaches_the_figures_in_its_manifest(
    encoder: Encoder, shared_data: Callable[[str], Path], tmp_path: Path
) -> None:
    shared_data("corel5k.tar.gz")
    retrieval = corel(shared_data("corel5k_manifest.tsv").parent, tmp_path)
    logits = bundle_codes(encoder, retrieval.pictures).logits
    found = code_ranking("shipped", logits, retrieval)
    assert found.asymmetric is not None
    figures = encoder.bundle.manifest.figures
    assert found.plain.theme == pytest.approx(figures["corel_theme_map100"], abs=0.002)
    assert found.plain.words == pytest.approx(figures["corel_words_map1000"], abs=0.002)
    assert found.asymmetric.theme == pytest.approx(
        figures["corel_theme_map100_asymmetric"], abs=0.002
    )
    assert found.asymmetric.words == pytest.approx(
        figures["corel_words_map1000_asymmetric"], abs=0.002
    )
