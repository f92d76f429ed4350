"""Training and measuring of models. Importing any part of it switches off telemetry."""

import desktop_app as desktop_app
