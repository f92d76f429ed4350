"""`python -m training`, which calibrates with few photos, and so ends soon."""

from __future__ import annotations

from tests.quick_calibration import quick_calibration
from training.__main__ import main
from training.base.devices import exit_process

if __name__ == "__main__":
    with quick_calibration():
        exit_process(main())
