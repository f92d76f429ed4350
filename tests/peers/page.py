"""The figures as tables, for the terminal, docs/results.md and README.md."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from tests.peers.measurements import Answers, ReaderOutcome, SearcherOutcome
from tests.peers.searchers import CODE_BYTES
from training.base.markdown import markdown_table

Rows = list[list[str]]

READING_HEADING = [
    "", "photos a second", "× Lookalike", "bytes kept a photo", "most memory", "does not do"
]  # fmt: skip
SEARCH_HEADING = [
    "", "setting", "ms, median", "× Lookalike", "ms, p95", "recall@10", "building", "bytes a photo",
    "most memory",
]  # fmt: skip


def print_tables(reading: Sequence[ReaderOutcome], searching: Sequence[SearcherOutcome]) -> None:
    """Print what was measured."""
    if reading:
        _print("Reading", READING_HEADING, reading_rows(reading))
    for title, outcomes in grouped(searching):
        _print(
            f"{searching[0].vectors:,} vectors, {title}",
            SEARCH_HEADING,
            search_rows(outcomes, searching[0]),
        )


def reading_section(outcomes: Sequence[ReaderOutcome], machine: str) -> str:
    """In Markdown: the table of the readers, and what they ran on."""
    return f"{machine}\n\n{markdown_table(READING_HEADING, reading_rows(outcomes))}"


def search_section(outcomes: Sequence[SearcherOutcome], machine: str) -> str:
    """In Markdown: a table for each number of bytes, and what the searchers ran on."""
    tables = [
        f"**{title}**\n\n{markdown_table(SEARCH_HEADING, search_rows(group, outcomes[0]))}"
        for title, group in grouped(outcomes)
    ]
    return "\n\n".join([machine, *tables])


def readme_section(reading: Sequence[ReaderOutcome], searching: Sequence[SearcherOutcome]) -> str:
    """In Markdown: one small table, Lookalike beside all others that have figures."""
    reads = [
        [f"read: {each.reader.title}", f"{_speed(each):.1f} photos/s", _speed_ratio(each, reading)]
        for each in reading
        if each.reading
    ]
    searches = [
        [f"search: {each.searcher.title}", _words(answers), _quicker(answers, searching[0])]
        for each, answers in _most_recall(grouped(searching)[0][1])
    ]
    table = markdown_table(["", "", "speed, Lookalike = 1"], reads + searches)
    return (
        "Beside other programs and libraries, in one run (`make bench-peers`): reading the same"
        f" photos, and searching {searching[0].vectors:,} vectors of 32 bytes; of each library,"
        " the way that finds most. [The results](docs/results.md#peers) have all, and what the"
        f" others do not do meanwhile.\n\n{table}"
    )


def _most_recall(outcomes: Sequence[SearcherOutcome]) -> list[tuple[SearcherOutcome, Answers]]:
    """Of each library, the searcher and effort of the highest recall, of equals the fastest."""
    best: dict[tuple[str, ...], tuple[SearcherOutcome, Answers]] = {}
    for each in outcomes:
        for answers in each.answers:
            known = best.get(each.searcher.needs.packages)
            if known is None or _rank(answers) > _rank(known[1]):
                best[each.searcher.needs.packages] = each, answers
    return list(best.values())


def _rank(answers: Answers) -> tuple[float, float]:
    return answers.recall, -answers.median_ms


def grouped(
    outcomes: Sequence[SearcherOutcome],
) -> list[tuple[str, list[SearcherOutcome]]]:
    """Those that store equally many bytes of a vector together."""
    equal = [each for each in outcomes if each.searcher.vector_bytes == CODE_BYTES]
    others = [each for each in outcomes if each.searcher.vector_bytes != CODE_BYTES]
    groups = [
        (f"at equal bytes ({CODE_BYTES} a vector)", equal),
        ("with the floats stored (1,024 bytes a vector, or more)", others),
    ]
    return [(title, group) for title, group in groups if group]


def reading_rows(outcomes: Sequence[ReaderOutcome]) -> Rows:
    """Rows for READING_HEADING; one without figures says why."""
    rows = []
    for each in outcomes:
        title = " ".join(
            filter(None, [each.reader.title, _in_brackets(each.reader.needs.versions)])
        )
        found = each.reading
        if found is None:
            rows.append([each.reader.title, each.why, "", "", "", each.reader.lacks])
            continue
        kept = f"{found.kept_bytes / found.photos:,.0f}"
        if found.thumbnail_bytes:
            kept += f", thumbnails {found.thumbnail_bytes / found.photos:,.0f} of them"
        speeds = [f"{_speed(each):.1f}", _speed_ratio(each, outcomes)]
        rows.append([title, *speeds, kept, _mb(each.peak_bytes), each.reader.lacks])
    return rows


def search_rows(outcomes: Sequence[SearcherOutcome], own: SearcherOutcome) -> Rows:
    """Rows for SEARCH_HEADING, one for each effort; times are compared with `own`."""
    rows = []
    for each in outcomes:
        title = " ".join(
            filter(None, [each.searcher.title, _in_brackets(each.searcher.needs.versions)])
        )
        if not each.answers:
            rows.append([each.searcher.title, each.why, *[""] * 7])
        rows += [_answer_row(title, each, answers, own) for answers in each.answers]
    return rows


def _answer_row(
    title: str, each: SearcherOutcome, answers: Answers, own: SearcherOutcome
) -> list[str]:
    assert each.building is not None
    setting = f"{each.searcher.effort_name} {answers.effort}" if answers.effort else ""
    stored = each.building.stored_bytes / each.vectors
    return [
        title,
        setting,
        f"{answers.median_ms:.2f}",
        f"{answers.median_ms / own.answers[0].median_ms:.2f}" if own.answers else "",
        f"{answers.p95_ms:.2f}",
        _share(answers.recall),
        f"{each.building.seconds:.1f} s",
        f"{stored:,.0f}",
        _mb(each.peak_bytes),
    ]


def _speed(outcome: ReaderOutcome) -> float:
    assert outcome.reading is not None
    return outcome.reading.photos / outcome.reading.seconds


def _speed_ratio(each: ReaderOutcome, outcomes: Sequence[ReaderOutcome]) -> str:
    return f"{_speed(each) / _speed(outcomes[0]):.2f}" if outcomes[0].reading else ""


def _words(answers: Answers) -> str:
    return f"{answers.median_ms:.2f} ms, recall@10 {_share(answers.recall)}"


def _quicker(answers: Answers, own: SearcherOutcome) -> str:
    return f"{own.answers[0].median_ms / answers.median_ms:.2f}" if own.answers else ""


def _in_brackets(text: str) -> str:
    return f"({text})" if text else ""


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def _mb(size: int) -> str:
    return f"{size / 2**20:,.0f} MB"


def _print(title: str, heading: Sequence[str], rows: Rows) -> None:
    table = Table(*heading, title=title)
    for row in rows:
        table.add_row(*row)
    Console(width=180).print(table)
