from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.flush_record import FlushRecord
from training.base.errors import DamagedResultsError, MissingSectionError
from training.benchmarks.benchmark import Benchmark, Measure, label_matrix
from training.data.pictures import PictureSet
from training.measuring.results import (
    Curve,
    MeasureResult,
    Result,
    ResultKey,
    result_of_codes,
    result_of_floats,
    settings_digest,
)
from training.measuring.results_file import ResultFile, completed_results
from training.measuring.results_table import (
    Spread,
    as_markdown,
    print_results,
    spreads_of,
    tables_of,
    update_section,
)
from training.rivals.ssdh import SsdhSettings


def result(method: str, bits: int | None, seed: int = 0, plain: float = 0.3) -> Result:
    key = ResultKey("Pets", method, bits, seed, "abc")
    if bits is None:
        return Result(key, (MeasureResult("breed", 10, plain),))
    curve = Curve((0.9, 0.8, 0.75), (0.1, 0.2, 0.3), (1.0, 1.0, 1.0))
    return Result(key, (MeasureResult("breed", 10, plain, plain + 0.02, curve),), 0.99, 0.45)


@pytest.fixture
def benchmark_of_pets() -> Benchmark:
    """Twenty pictures that no one opens: the first five ask, two breeds take turns."""
    return Benchmark(
        name="Pets",
        pictures=PictureSet(Path("pets"), tuple(f"{row}.jpg" for row in range(20))),
        queries=np.arange(5),
        database=np.arange(5, 20),
        training=np.arange(5, 20),
        measures=(
            Measure("breed", 10, label_matrix([["cat", "dog"][row % 2] for row in range(20)])),
        ),
    )


def test_codes_that_tell_breeds_apart_are_measured_as_perfect(benchmark_of_pets: Benchmark) -> None:
    sides = np.where(np.arange(20) % 2, 1, -1).astype(np.float32)
    logits = np.tile(sides[:, None], (1, 16))
    measured = result_of_codes(ResultKey("Pets", "ours", 16, 0, "abc"), logits, benchmark_of_pets)
    breed = measured.by("breed")
    assert (breed.plain, breed.asymmetric, breed.within_two) == (1, 1, 1)
    assert measured.unique_codes == pytest.approx(2 / 20)
    assert measured.balance == pytest.approx(0.5)
    floats = result_of_floats(ResultKey("Pets", "floats", None, 0, ""), logits, benchmark_of_pets)
    assert (floats.by("breed").plain, floats.by("breed").asymmetric) == (1, None)
    assert floats.by("breed").within_two is None


def test_the_digest_of_settings_changes_with_each_of_them() -> None:
    settings = SsdhSettings()
    digests = {
        settings_digest(settings, "lite2", 256),
        settings_digest(settings, "lite0", 256),
        settings_digest(replace(settings, deviations=1), "lite2", 256),
    }
    assert len(digests) == 3
    assert settings_digest(settings, "lite2", 256) in digests


def test_results_are_read_back_as_they_were_added(tmp_path: Path) -> None:
    file = ResultFile(tmp_path / "made" / "results.jsonl")
    assert file.results() == []
    added = [result("floats", None), result("ITQ", 16), result("ITQ", 16, seed=1)]
    for one in added:
        file.add(one)
    assert ResultFile(file.path).results() == added


def test_of_one_key_the_last_result_counts(tmp_path: Path) -> None:
    file = ResultFile(tmp_path / "results.jsonl")
    file.add(result("ITQ", 16, plain=0.1))
    file.add(result("ITQ", 16, plain=0.2))
    assert file.results() == [result("ITQ", 16, plain=0.2)]


def test_a_line_that_was_cut_off_is_no_result_and_spoils_none(tmp_path: Path) -> None:
    file = ResultFile(tmp_path / "results.jsonl")
    file.add(result("ITQ", 16))
    whole = file.path.read_bytes()
    for cut in (1, len(whole) // 2, len(whole) - 1):
        file.path.write_bytes(whole + whole[:cut])
        assert file.results() == [result("ITQ", 16)]
        file.add(result("LSH", 16))
        assert file.results() == [result("ITQ", 16), result("LSH", 16)]


@pytest.mark.parametrize("line", ["half a line", "[]", '{"key": {}}', '{"measures": []}'])
def test_a_line_that_is_no_result_is_named(tmp_path: Path, line: str) -> None:
    file = ResultFile(tmp_path / "results.jsonl")
    file.add(result("ITQ", 16))
    with file.path.open("a") as stream:
        stream.write(line + "\n")
    with pytest.raises(DamagedResultsError, match=r"Line 2 of .*results\.jsonl"):
        file.results()


def test_an_interrupted_evaluation_resumes(tmp_path: Path) -> None:
    file = ResultFile(tmp_path / "results.jsonl")
    wanted = [result("ITQ", bits) for bits in (16, 32, 64)]
    made: list[int | None] = []

    def maker(one: Result) -> Callable[[], Result]:
        def make() -> Result:
            made.append(one.key.bits)
            return one

        return make

    jobs = [(one.key, maker(one)) for one in wanted]
    interrupted = completed_results(file, jobs)
    assert [next(interrupted), next(interrupted)] == wanted[:2]
    del interrupted
    assert list(completed_results(file, jobs)) == wanted
    assert made == [16, 32, 64]


def test_the_spread_is_the_sample_standard_deviation_over_seeds() -> None:
    rows = [result("ITQ", 16, seed, plain) for seed, plain in enumerate((0.31, 0.33, 0.38))]
    spread = spreads_of(rows, lambda row: row.by("breed").plain)["ITQ", 16]
    assert spread.mean == pytest.approx(0.34)
    assert spread.deviation == pytest.approx(np.std([0.31, 0.33, 0.38], ddof=1))
    assert spread.seeds == 3
    assert str(spread) == ".340 ± .036"


def test_a_single_seed_has_no_spread() -> None:
    assert str(Spread(1.0, None, 1)) == "1.000"


def test_tables_are_methods_by_bits_with_floats_beside_them() -> None:
    rows = [result("floats", None, plain=0.43), result("LSH", 32, plain=0.2)]
    rows += [result("ITQ", 16, plain=0.3), result("ITQ", 32, plain=0.35)]
    first = tables_of(rows)[0]
    assert first.title == "Pets, breed: mAP@10, Hamming"
    assert first.bits == (16, 32)
    assert first.note == "floats .430"
    assert [row.method for row in first.rows] == ["LSH", "ITQ"]
    assert [str(cell) for cell in first.rows[0].cells] == ["None", ".200"]
    assert len(tables_of(rows)) == 5


def test_nothing_measured_gives_no_table() -> None:
    assert tables_of([]) == []
    assert as_markdown([]) == ""


def test_markdown_has_a_line_for_each_method_and_the_best_is_bold() -> None:
    rows = [result("ITQ", 16, plain=0.3), result("ours", 16, plain=0.35)]
    lines = as_markdown(rows).splitlines()
    assert lines[:6] == [
        "**Pets, breed: mAP@10, Hamming**",
        "",
        "| bits | 16 |",
        "|---|---|",
        "| ITQ | .300 |",
        "| ours | **.350** |",
    ]


def test_the_terminal_shows_every_table(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [result("ITQ", 16, seed, 0.3 + seed / 100) for seed in range(3)]
    print_results(rows)
    shown = capsys.readouterr().out
    for table in tables_of(rows):
        assert table.title in shown
    assert ".310 ± .010" in shown


def test_a_section_of_a_page_is_replaced_and_the_words_around_it_stay(tmp_path: Path) -> None:
    page = tmp_path / "results.md"
    before = "# Results\n\nWords.\n\n<!-- table:pets -->\nold\n<!-- /table -->\n\nMore words.\n"
    page.write_text(before + "<!-- table:other -->\nkept\n<!-- /table -->\n")
    update_section(page, "pets", "| a \\1 |\n")
    first = page.read_text()
    assert first == (
        "# Results\n\nWords.\n\n<!-- table:pets -->\n\n| a \\1 |\n\n<!-- /table -->\n"
        "\nMore words.\n"
        "<!-- table:other -->\nkept\n<!-- /table -->\n"
    )
    update_section(page, "pets", "| a \\1 |\n")
    assert page.read_text() == first


def test_a_page_without_a_place_for_the_table_is_named(tmp_path: Path) -> None:
    page = tmp_path / "results.md"
    for content in ("", "<!-- table:pets -->\n", "<!-- table:other -->\n<!-- /table -->\n"):
        page.write_text(content)
        with pytest.raises(MissingSectionError, match=r"table:pets"):
            update_section(page, "pets", "| a |")
        assert page.read_text() == content


def test_a_result_is_on_the_disk_once_it_was_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = FlushRecord(monkeypatch)
    file = ResultFile(tmp_path / "results.jsonl")
    for seed in range(2):
        file.add(result("plain", 64, seed))
        assert record.is_safe(file.path)
