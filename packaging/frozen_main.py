"""The entry point of a frozen build: processes of multiprocessing, or the program itself."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support

from desktop_app.__main__ import main

if __name__ == "__main__":
    freeze_support()  # a process that multiprocessing has started does its work, and ends here
    sys.exit(main())
