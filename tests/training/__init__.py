"""Tests of the training; skipped as a whole where the `train` extra is not installed."""

import pytest

for _module in ("torch", "timm", "onnx", "onnxscript"):
    pytest.importorskip(_module)
