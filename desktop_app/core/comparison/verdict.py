"""What a comparison of two models is worth as evidence. The rules, and why these:

They were chosen on three libraries (Corel-5K, part of CIFAR-10, photos of six public sets) whose
classes the rules never see, and some fifteen ways each to make codes, good ones and spoiled ones;
the truth was mean average precision of searches by class.

- `relatives` orders the models nearly as the truth does (rank correlations .94, .86 and .95), and
  so it decides. Its gain counts where it is clear: more than two standard errors.
- `neighbours` does not (.62, .38, .83): models that learned their library gave up a twentieth to a
  fifth of them and found more of each class. It is shown, and decides nothing.
- A model can learn to please `relatives` alone, by taking photos together that are only somewhat
  alike. Such a model loses its hold of edited copies: one that clearly loses a twentieth of them is
  worse, however many relatives are found.
- `unique` stands in for copies where there are no thumbnails. By itself it says little: noise gives
  every photo a code of its own.
- `foreign` falls faster than searches among foreign photos get worse (8 and 10 % of it, where those
  lost 5 and 7 %), so a tenth may go.
- The user's eye knows more than the figures: where votes on blind pairs are unlikely to be chance,
  they decide. They say nothing of photos from elsewhere.
"""

from __future__ import annotations

from enum import StrEnum
from math import comb

from desktop_app.core.jobs.comparison_events import Comparison, Measured

_CLEAR_ERRORS = 2
_LOST_SHARE = 0.05
_FORGOTTEN_SHARE = 0.1
_CHANCE = 0.1


class Verdict(StrEnum):
    """BETTER: use the new model. FORGETS: better here, but pictures from elsewhere are found worse.
    ALIKE: no clear difference. WORSE: keep the old one.
    """

    BETTER = "better"
    FORGETS = "forgets"
    ALIKE = "alike"
    WORSE = "worse"


class Kept(StrEnum):
    """What has become of one kind of finds: AS_BEFORE, or better, or no clear loss; clearly LESS,
    but no more than may go; LOST: more than that; UNKNOWN: could not be measured.
    """

    AS_BEFORE = "as before"
    LESS = "less"
    LOST = "lost"
    UNKNOWN = "unknown"


def verdict(comparison: Comparison, votes_new: int = 0, votes_old: int = 0) -> Verdict:
    """Votes: how often the user liked the new, or the old model's photos more, not knowing whose
    they were.
    """
    taste = _taste(votes_new, votes_old) or _by_figures(comparison)
    if not _forgets(comparison) or taste is Verdict.WORSE:
        return taste
    return Verdict.FORGETS if taste is Verdict.BETTER else Verdict.WORSE


def votes_decide(votes_new: int, votes_old: int) -> bool:
    """Are they unlikely to be chance?"""
    return _taste(votes_new, votes_old) is not None


def is_clear(measured: Measured) -> bool:
    """Is the gain, or the loss, unlikely to be chance?"""
    return abs(measured.gain.mean) > _CLEAR_ERRORS * measured.gain.error


def lost_share(measured: Measured) -> float:
    """Of what the old model finds, how much the new one does not; below 0 where it finds more."""
    return -measured.gain.mean / measured.old.mean if measured.old.mean else 0.0


def copies_kept(comparison: Comparison) -> Kept:
    copies = comparison.copies
    return _kept(copies, is_lost=copies is not None and _loses(copies))


def foreign_kept(comparison: Comparison) -> Kept:
    return _kept(comparison.foreign, is_lost=_forgets(comparison))


def _kept(measured: Measured | None, *, is_lost: bool) -> Kept:
    if measured is None:
        return Kept.UNKNOWN
    if is_lost:
        return Kept.LOST
    return Kept.LESS if is_clear(measured) and measured.gain.mean < 0 else Kept.AS_BEFORE


def _loses(measured: Measured) -> bool:
    """Is clearly more than a twentieth of a share gone?"""
    most = measured.gain.mean + _CLEAR_ERRORS * measured.gain.error
    return most < -_LOST_SHARE * measured.old.mean


def _forgets(comparison: Comparison) -> bool:
    """Is more than a tenth of what the old model knows of foreign photos gone?"""
    foreign = comparison.foreign
    return foreign is not None and foreign.new.mean < (1 - _FORGOTTEN_SHARE) * foreign.old.mean


def _by_figures(comparison: Comparison) -> Verdict:
    if _loses(comparison.copies or comparison.unique):
        return Verdict.WORSE
    relatives = comparison.relatives
    if not is_clear(relatives):
        return Verdict.ALIKE
    return Verdict.BETTER if relatives.gain.mean > 0 else Verdict.WORSE


def _taste(votes_new: int, votes_old: int) -> Verdict | None:
    """By the sign test, two-sided: None where as many votes or more of one kind are no surprise."""
    votes, most = votes_new + votes_old, max(votes_new, votes_old)
    chance = 2 * sum(comb(votes, count) for count in range(most, votes + 1)) / 2**votes
    if chance > _CHANCE:
        return None
    return Verdict.BETTER if votes_new > votes_old else Verdict.WORSE
