"""The classes of ImageNet-1k: what they are called, and where their photos lie."""

from __future__ import annotations

import numpy as np
from torch import nn

from desktop_app.core.words.dictionary import Entry
from training.base.arrays import Floats
from training.networks.feature_extractor import FeatureExtractor

CLASSES = 1000


def class_directions(extractor: FeatureExtractor) -> Floats:
    """Return where the photos of each class lie among centred descriptors, float32 [1000, D].

    A row of the backbone's own classifier is the direction in which the logit of its class grows
    fastest; what all rows have in common is left out. The descriptor's projection turns the rows as
    it turns features.
    """
    classifier = extractor.backbone.get_submodule("network.model.classifier")
    assert isinstance(classifier, nn.Linear)
    rows = classifier.weight.detach()
    rows = rows - rows.mean(dim=0)
    return np.asarray(rows @ extractor.descriptor.project.weight.T, np.float32)


def class_texts(classes: list[Entry]) -> list[str]:
    """Return the name of each class with its definition, which says what is around it.

    Definitions are those of WordNet 3.0 (Princeton University), as timm has them.
    """
    from timm.data import ImageNetInfo  # takes two seconds

    info = ImageNetInfo("imagenet-1k")
    described = (info.index_to_description(row, detailed=True) for row in range(CLASSES))
    glosses = (text.partition(": ")[2] for text in described)
    return [f"{entry.names[0]}: {gloss}" for entry, gloss in zip(classes, glosses, strict=True)]
