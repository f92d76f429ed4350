"""Tests of the training; skipped as a whole where the `train` extra is not installed."""

from importlib.util import find_spec

import pytest

for _module in ("torch", "timm", "onnx", "onnxscript"):
    if find_spec(_module) is None:  # importing them takes seconds
        pytest.skip(f"{_module} is not installed", allow_module_level=True)
