from dataclasses import replace
from pathlib import Path

import pytest

from training.base.errors import MissingSectionError
from training.evaluation.comparison import Comparison, measured_results, write_comparison
from training.evaluation.forgetting import AFTER, BEFORE, UNREMEMBERED, retention_sentences
from training.evaluation.variant_table import print_variants, variant_table, variants_as_markdown
from training.measuring.results import Curve, MeasureResult, Result, ResultKey


def result(
    method: str, plain: float, bits: int | None = 64, seed: int = 0, benchmark: str = "Pets"
) -> Result:
    key = ResultKey(benchmark, method, bits, seed, "abc")
    if bits is None:
        return Result(key, (MeasureResult("breed", 10, plain),))
    falling = tuple(1 - radius / bits for radius in range(bits + 1))
    rising = tuple(radius / bits for radius in range(bits + 1))
    curve = Curve(falling, rising, (1.0,) * (bits + 1))
    return Result(key, (MeasureResult("breed", 10, plain, plain + 0.02, curve),), 0.99, 0.45)


def test_a_variant_has_a_row_and_a_measure_two_columns() -> None:
    results = [result("full", 0.4), result("full", 0.5, seed=1), result("without S", 0.3)]
    table = variant_table(results)
    assert table.columns == ("breed", "asymmetric", "different codes", "rarer value")
    (full, cells), (without, _) = table.rows
    assert (full, without) == ("full", "without S")
    assert str(cells[0]) == ".450 ± .071"
    assert str(cells[1]) == ".470 ± .071"


def test_variants_on_several_benchmarks_stand_beside_each_other() -> None:
    results = [result("full", 0.4), result("full", 0.2, benchmark="Birds")]
    table = variant_table([*results, result("less", 0.1, benchmark="Birds")])
    assert table.columns == ("Pets, breed", "asymmetric", "Birds, breed", "asymmetric")
    assert [str(cell) for cell in table.rows[1][1]] == ["None", "None", ".100", ".120"]


def test_variants_are_shown_in_the_terminal_and_in_markdown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    results = [result("full", 0.4), result("without S", 0.3)]
    print_variants("Pets, 64 bits", results)
    printed = capsys.readouterr().out
    assert "Pets, 64 bits" in printed
    assert "without S" in printed
    assert variants_as_markdown(results).splitlines() == [
        "| | breed | asymmetric | different codes | rarer value |",
        "|---|---|---|---|---|",
        "| full | .400 | .420 | .990 | .450 |",
        "| without S | .300 | .320 | .990 | .450 |",
    ]


def test_what_is_kept_is_a_share_of_the_default_model() -> None:
    results = [result(BEFORE, 0.5), result(AFTER, 0.49), result(UNREMEMBERED, 0.4)]
    (sentence,) = retention_sentences(results)
    assert sentence.startswith("Pets, breed")
    assert f"{AFTER} 98.0%" in sentence
    assert f"{UNREMEMBERED} 80.0%" in sentence


def test_each_result_is_printed_as_soon_as_it_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [result("floats", 0.5, bits=None), result("ITQ", 0.4, seed=2)]
    wanted = [(row.key, lambda row=row: row) for row in rows]
    assert list(measured_results(tmp_path, wanted)) == rows
    assert capsys.readouterr().out.splitlines() == [
        "floats: breed 0.500",
        "ITQ, 64 bits, seed 2: breed 0.400",
    ]


def test_a_comparison_is_written_with_its_plots(tmp_path: Path) -> None:
    page = tmp_path / "results.md"
    page.write_text("Before.\n<!-- table:pets -->\nold\n<!-- /table -->\nAfter.\n")
    rows = [result("floats", 0.5, bits=None)]
    rows += [result(name, 0.4, bits) for name in ("ITQ", "ours") for bits in (32, 64)]
    write_comparison("pets", rows, page)
    text = page.read_text()
    assert text.startswith("Before.")
    assert text.endswith("After.\n")
    assert "old" not in text
    for name in ("results-pets-breed.png", "results-pets-breed-recall.png"):
        assert f"({name})" in text
        assert (tmp_path / name).is_file()


def test_without_64_bits_there_is_no_curve(tmp_path: Path) -> None:
    page = tmp_path / "results.md"
    page.write_text("<!-- table:pets -->\n<!-- /table -->\n")
    write_comparison("pets", [result("ours", 0.4, 16), result("ours", 0.5, 32)], page)
    assert "recall.png" not in page.read_text()


def test_a_page_without_the_section_is_left_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "results.md"
    page.write_text("Nothing here.\n")
    with pytest.raises(MissingSectionError):
        write_comparison("pets", [result("ours", 0.4, 32)], page)
    assert page.read_text() == "Nothing here.\n"


def test_a_comparison_by_another_recipe_has_a_section_of_its_own() -> None:
    own = Comparison("pets", ("ours",), (16,), seeds=1)
    assert own.section == "pets"
    assert replace(own, recipe="pets-larger").section == "pets-larger"
    assert replace(own, recipe="folder/tried.toml").section == "tried"


def test_a_comparison_with_rivals_that_are_fine_tuned_has_a_section_of_its_own() -> None:
    tuned = Comparison("pets", ("itq", "ssdh-tuned"), (8,), 1, "tried")
    assert tuned.section == "tried-rivals"
