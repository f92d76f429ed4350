"""The rival methods under their names in tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from training.base.arrays import Floats
from training.rivals.bihalf import BihalfSettings, bihalf_loss, fit_bihalf
from training.rivals.cibhash import CibhashSettings, cibhash_loss, fit_cibhash
from training.rivals.head import RivalHash, RivalLoss
from training.rivals.ssdh import SsdhSettings, fit_ssdh, ssdh_loss

_SSDH = SsdhSettings()


@dataclass(frozen=True)
class Rival:
    """A method of the literature.

    Attributes:
        name: in tables.
        settings: all that it depends on besides data, bits and seed.
        fit: (features float32 [N, F], bits, seed) -> a head that is trained on them.
        views: how many views of a photo its loss compares.
        loss: (features, seed) -> its loss, for a head that is trained together with a backbone.
    """

    name: str
    settings: object
    fit: Callable[[Floats, int, int], RivalHash]
    views: int
    loss: Callable[[Floats, int], RivalLoss]


def rivals(views: tuple[Floats, ...] = (), ssdh: SsdhSettings = _SSDH) -> tuple[Rival, ...]:
    """Return all rivals; `views`, features of augmented copies, are used by CIBHash alone."""
    bihalf, cibhash = BihalfSettings(), CibhashSettings()
    return (
        Rival(
            "SSDH", ssdh, partial(fit_ssdh, settings=ssdh),
            1, partial(ssdh_loss, settings=ssdh),
        ),
        Rival(
            "Bi-half", bihalf, partial(fit_bihalf, settings=bihalf),
            1, lambda features, _: bihalf_loss(features, bihalf),
        ),
        Rival(
            "CIBHash", (cibhash, len(views)), partial(fit_cibhash, settings=cibhash, views=views),
            2, lambda *_: cibhash_loss(cibhash),
        ),
    )  # fmt: skip
