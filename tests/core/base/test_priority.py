import subprocess
import sys

import psutil
import pytest

STEPPING_BACK = """
import sys, psutil
from desktop_app.core.base.priority import lower_priority
psutil.Process().nice(int(sys.argv[1]))
lower_priority(gentle=sys.argv[2] == "gentle")
print(psutil.Process().nice())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="priorities are no numbers there")
@pytest.mark.parametrize(
    ("start", "way", "end"),
    [(15, "half", 15), (15, "gentle", 19), (10, "half", 10), (19, "gentle", 19)],
)
def test_whoever_has_stepped_back_already_never_comes_forward(
    start: int, way: str, end: int
) -> None:
    """To come forward needs a right that a user has not."""
    if psutil.Process().nice() > start:
        pytest.skip("the tests themselves have stepped back further")
    command = [sys.executable, "-c", STEPPING_BACK, str(start), way]
    assert int(subprocess.run(command, check=True, capture_output=True).stdout) == end
