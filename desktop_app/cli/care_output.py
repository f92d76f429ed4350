"""The output of the commands `lookalike library ...`: JSON for scripts, text for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from desktop_app.cli.terminal import photo_count, print_error, print_json, print_text
from desktop_app.core.care.backups import Backup
from desktop_app.core.care.findings import CheckReport, Finding
from desktop_app.core.care.repair import Repaired
from desktop_app.core.care.restore import Restored
from desktop_app.core.jobs.progress import BackedUp
from desktop_app.sentences.libraries import LIBRARY_PROBLEMS, MENDED, recovered_message
from desktop_app.sentences.values import local_time


def print_report(report: CheckReport, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "sound": report.is_sound,
                "full": report.is_full,
                "photos": report.photos,
                "findings": [_finding_json(finding) for finding in report.findings],
                "seconds": report.seconds,
            }
        )
        return
    for finding in report.findings:
        text = LIBRARY_PROBLEMS[finding.problem]
        print_text(text.format(count=f"{finding.count:,}", detail=finding.detail))
    scope = "Checked" if report.is_full else "Checked, with samples of the codes and thumbnails,"
    print_text(f"{scope} {photo_count(report.photos)} in {report.seconds:,.1f} s.")
    if report.is_sound:
        print_text("The library is sound.")
    else:
        print_text("Run 'lookalike library repair' to mend it.")


def print_repaired(repaired: Repaired, *, as_json: bool) -> None:
    mended = {problem: count for problem, count in repaired.mended.items() if count}
    if as_json:
        recovered = repaired.recovered and _restored_json(repaired.recovered)
        print_json({"mended": mended, "recovered": recovered, "backup": repaired.backup})
        return
    if repaired.recovered:
        print_error(recovered_message(repaired.recovered))
    for problem, count in mended.items():
        print_text(MENDED[problem].format(count=f"{count:,}"))
    if not mended:
        print_text("Nothing had to be mended.")
    print_text(f"The backup {repaired.backup} was made before.")


def print_backed_up(backed_up: BackedUp, *, as_json: bool) -> None:
    if as_json:
        print_json({"backup": backed_up.folder.name, "path": backed_up.folder})
        return
    print_text(f"Backed up to {backed_up.folder}.")


def print_backups(found: list[Backup], *, as_json: bool) -> None:
    if as_json:
        print_json([_backup_json(backup) for backup in found])
        return
    for backup in found:
        print_text(f"{backup.name}  {local_time(backup.made_at)}")
    if not found:
        print_text("There are no backups yet. 'lookalike library backup' makes one.")


def print_restored(restored: Restored, *, as_json: bool) -> None:
    if as_json:
        print_json(_restored_json(restored))
        return
    print_text(f"Restored the backup of {local_time(restored.made_at)}.")
    print_text(f"What it replaced is kept in {restored.aside}.")
    print_text("Run 'lookalike index' to add photos that were indexed since.")


def _restored_json(restored: Restored) -> dict[str, Any]:
    return {**asdict(restored), "made_at": restored.made_at.isoformat()}


def _finding_json(finding: Finding) -> dict[str, Any]:
    return {"problem": finding.problem, "count": finding.count, "detail": finding.detail}


def _backup_json(backup: Backup) -> dict[str, Any]:
    return {
        "backup": backup.name,
        "path": backup.files.folder,
        "made_at": backup.made_at.isoformat(),
    }
