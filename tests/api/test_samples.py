"""Sample pictures for a first try."""

from pathlib import Path

import lookalike


def test_samples_are_written_and_their_files_returned(tmp_path: Path) -> None:
    written = lookalike.write_samples(tmp_path / "samples", per_kind=1)
    assert len(written) == 16
    assert set(written) == set((tmp_path / "samples").iterdir())
