"""A new head for an encoder that is exported already: its way to the descriptor stays as it is."""

from __future__ import annotations

import onnx
from onnx.compose import add_prefix
from onnx.utils import Extractor

_PREFIX = "head."


def can_be_grafted(encoder: onnx.ModelProto, hasher: onnx.ModelProto) -> bool:
    """Both must speak the same version of the language of networks."""
    return _versions(encoder) == _versions(hasher)


def grafted(encoder: onnx.ModelProto, hasher: onnx.ModelProto) -> onnx.ModelProto:
    """`encoder`: pixels -> descriptor, and whatever else; `hasher`: descriptor -> logits.

    Gives pixels -> descriptor, logits. The exporter takes ten seconds for the same.
    """
    head = add_prefix(hasher, _PREFIX, rename_inputs=False, rename_outputs=False).graph
    joined: onnx.ModelProto = Extractor(encoder).extract_model(["pixels"], ["descriptor"])
    graph = joined.graph
    graph.node.extend(head.node)
    graph.initializer.extend(head.initializer)
    graph.value_info.extend(head.value_info)
    graph.output.extend(head.output)
    onnx.checker.check_model(joined, full_check=True)
    return joined


def _versions(model: onnx.ModelProto) -> dict[str, int]:
    return {each.domain: each.version for each in model.opset_import}
