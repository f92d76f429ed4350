"""Training and measuring of models. Importing any part of this package switches off telemetry."""

import desktop_app as desktop_app
