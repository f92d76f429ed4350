"""The application. Importing any part of it switches off the telemetry of its libraries."""

import os

# onnxruntime on Linux writes a device id and sends usage events to its maker unless this is set
# before it is imported. Nothing leaves the user's machine, whatever the environment says.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
# huggingface_hub comes with the training component, which looks for files on this machine only.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
