"""Decide which of two compared models is better. The rules, and their reasons:

They were chosen on three libraries (Corel-5K, part of CIFAR-10, photos of six public sets) whose
classes the rules never see, and about fifteen ways each to make codes, good and bad ones. The truth
was the mean average precision of searches by class.

- `relatives` ranks the models nearly as the truth does (rank correlations .94, .86 and .95), so it
  decides. Its gain counts where it is clear: more than two standard errors.
- `neighbours` does not (.62, .38, .83): models that were trained on their library lost a twentieth
  to a fifth of them, and still found more of each class. It is shown, and decides nothing.
- Models with different networks have no common descriptors to measure `relatives` by. Photos of one
  folder belong together, too, so `folders` takes their place.
- A model can improve `relatives` alone by collapsing photos that are only somewhat alike. Such a
  model finds fewer edited copies: one that clearly loses a twentieth of them is worse, however many
  relatives it finds.
- `unique` replaces copies where there are no thumbnails. By itself it says little: noise gives
  every photo a unique code.
- `foreign` falls faster than searches among foreign photos get worse (8 and 10 % of it, where those
  lost 5 and 7 %), so a loss of a tenth is allowed.
- The user's judgement counts more than the measures: where blind votes are unlikely to be chance,
  they decide. They say nothing about photos from elsewhere.
"""

from __future__ import annotations

from enum import StrEnum
from math import comb

from desktop_app.core.jobs.comparison_events import Comparison, Measured

_CLEAR_STANDARD_ERRORS = 2
_MAX_COPIES_LOSS = 0.05
_MAX_FOREIGN_LOSS = 0.1
_MAX_P_VALUE = 0.1


class Verdict(StrEnum):
    """The new model is BETTER, WORSE or ALIKE (no clear difference). FORGETS: it is better in
    this library, but worse for pictures from elsewhere.
    """

    BETTER = "better"
    FORGETS = "forgets"
    ALIKE = "alike"
    WORSE = "worse"


class Retention(StrEnum):
    """What the new model retains of a measure. UNCHANGED: there is no clear loss; LESS: the loss is
    clear, but allowed; LOST: the loss is too large; UNKNOWN: it was not measured.
    """

    UNCHANGED = "unchanged"
    LESS = "less"
    LOST = "lost"
    UNKNOWN = "unknown"


def verdict(comparison: Comparison, votes_new: int = 0, votes_old: int = 0) -> Verdict:
    """Judge the new model.

    Args:
        comparison: The measures.
        votes_new: How often the user preferred the results of the new model in blind votes.
        votes_old: How often the user preferred those of the old model.
    """
    in_library = _vote_verdict(votes_new, votes_old) or _measured_verdict(comparison)
    if not _forgets(comparison) or in_library is Verdict.WORSE:
        return in_library
    return Verdict.FORGETS if in_library is Verdict.BETTER else Verdict.WORSE


def votes_decide(votes_new: int, votes_old: int) -> bool:
    """Whether the votes are unlikely to be chance."""
    return _vote_verdict(votes_new, votes_old) is not None


def is_clear(measured: Measured) -> bool:
    """Whether the gain or loss exceeds two standard errors."""
    return abs(measured.gain.mean) > _CLEAR_STANDARD_ERRORS * measured.gain.error


def relative_loss(measured: Measured) -> float:
    """The loss of the new model as a share of the old one's measure; negative for a gain."""
    return -measured.gain.mean / measured.old.mean if measured.old.mean else 0.0


def copies_retention(comparison: Comparison) -> Retention:
    copies = comparison.copies
    return _retention(copies, is_too_much=copies is not None and _clearly_loses(copies))


def foreign_retention(comparison: Comparison) -> Retention:
    return _retention(comparison.foreign, is_too_much=_forgets(comparison))


def _retention(measured: Measured | None, *, is_too_much: bool) -> Retention:
    if measured is None:
        return Retention.UNKNOWN
    if is_too_much:
        return Retention.LOST
    return Retention.LESS if is_clear(measured) and measured.gain.mean < 0 else Retention.UNCHANGED


def _clearly_loses(measured: Measured) -> bool:
    """Whether the loss is clearly more than a twentieth."""
    upper_bound = measured.gain.mean + _CLEAR_STANDARD_ERRORS * measured.gain.error
    return upper_bound < -_MAX_COPIES_LOSS * measured.old.mean


def _forgets(comparison: Comparison) -> bool:
    """Whether more than a tenth of the old model's measure on foreign photos is lost."""
    foreign = comparison.foreign
    return foreign is not None and foreign.new.mean < (1 - _MAX_FOREIGN_LOSS) * foreign.old.mean


def _measured_verdict(comparison: Comparison) -> Verdict:
    if _clearly_loses(comparison.copies or comparison.unique):
        return Verdict.WORSE
    related = comparison.related
    if related is None or not is_clear(related):
        return Verdict.ALIKE
    return Verdict.BETTER if related.gain.mean > 0 else Verdict.WORSE


def _vote_verdict(votes_new: int, votes_old: int) -> Verdict | None:
    """The verdict of a two-sided sign test; None if it is not significant."""
    votes, majority = votes_new + votes_old, max(votes_new, votes_old)
    p_value = 2 * sum(comb(votes, count) for count in range(majority, votes + 1)) / 2**votes
    winner = Verdict.BETTER if votes_new > votes_old else Verdict.WORSE
    return winner if p_value <= _MAX_P_VALUE else None
