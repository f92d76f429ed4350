"""The rival methods under their names in tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from training.base.arrays import Floats
from training.rivals.bihalf import BihalfSettings, fit_bihalf
from training.rivals.cibhash import CibhashSettings, fit_cibhash
from training.rivals.head import RivalHash
from training.rivals.ssdh import SsdhSettings, fit_ssdh


@dataclass(frozen=True)
class Rival:
    """`fit(features float32 [N, F], bits, seed)` trains; `settings` are all that it depends on."""

    name: str
    settings: object
    fit: Callable[[Floats, int, int], RivalHash]


def rivals(views: tuple[Floats, ...] = ()) -> tuple[Rival, ...]:
    """Return all rivals; `views`, features of augmented copies, are used by CIBHash alone."""
    bihalf, cibhash, ssdh = BihalfSettings(), CibhashSettings(), SsdhSettings()
    return (
        Rival("SSDH", ssdh, partial(fit_ssdh, settings=ssdh)),
        Rival("Bi-half", bihalf, partial(fit_bihalf, settings=bihalf)),
        Rival(
            "CIBHash",
            (cibhash, len(views)),
            partial(fit_cibhash, settings=cibhash, views=views),
        ),
    )
