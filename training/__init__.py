"""Training and measuring of models. Importing any part of this package switches off telemetry."""

import os

from desktop_app.core.base.paths import cache_folder

# matplotlib keeps a list of fonts, for which it would make folders of its own in the user's home.
os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))
