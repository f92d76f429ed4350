"""What the commands about the library itself print."""

from __future__ import annotations

import json

import pytest

from desktop_app.cli.care_output import print_backups, print_repaired, print_report
from desktop_app.core.care.findings import CheckReport, Finding, Problem
from desktop_app.core.care.repair import Repaired
from desktop_app.sentences.libraries import LIBRARY_PROBLEMS, MENDED

DAMAGED = CheckReport(1200, [Finding(Problem.WRONG_CODES, 1100)], False, 2.5)


def test_every_problem_has_a_sentence() -> None:
    assert set(LIBRARY_PROBLEMS) == set(MENDED) == set(Problem)


def test_a_report_counts_what_is_wrong_and_names_the_remedy(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_report(DAMAGED, as_json=False)
    assert capsys.readouterr().out.splitlines() == [
        "Photos whose code differs from that of their descriptor: 1,100.",
        "Checked, with samples of the codes and thumbnails, 1,200 photos in 2.5 s.",
        "Run 'lookalike library repair' to mend it.",
    ]


def test_a_sound_library_is_said_to_be_sound(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(CheckReport(1, [], True, 0.1), as_json=False)
    assert capsys.readouterr().out == "Checked 1 photo in 0.1 s.\nThe library is sound.\n"


def test_a_report_in_json_has_every_finding(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(DAMAGED, as_json=True)
    assert json.loads(capsys.readouterr().out) == {
        "sound": False,
        "full": False,
        "photos": 1200,
        "findings": [{"problem": "wrong_codes", "count": 1100, "detail": ""}],
        "seconds": 2.5,
    }


def test_a_library_without_backups_says_how_to_make_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_backups([], as_json=False)
    assert "lookalike library backup" in capsys.readouterr().out


def test_a_repair_says_what_it_has_done(capsys: pytest.CaptureFixture[str]) -> None:
    mended = {Problem.WRONG_CODES: 1100, Problem.MISSING_CODES: 0}
    print_repaired(Repaired(mended, None, "2026"), as_json=False)
    assert capsys.readouterr().out.splitlines() == [
        "Wrong codes that were computed again: 1,100.",
        "The backup 2026 was made before.",
    ]
    print_repaired(Repaired(mended, None, "2026"), as_json=True)
    assert json.loads(capsys.readouterr().out) == {
        "mended": {"wrong_codes": 1100},
        "recovered": None,
        "backup": "2026",
    }


def test_a_repair_of_a_sound_library_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    print_repaired(Repaired({}, None, "2026"), as_json=False)
    assert "Nothing had to be mended." in capsys.readouterr().out
