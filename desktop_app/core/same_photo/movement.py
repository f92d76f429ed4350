"""Tell two moments from two versions of one moment: have parts moved against each other?

What was written, pasted or retouched changes parts of a picture; in another shot, parts are moved.
"""

from __future__ import annotations

import numpy as np

from desktop_app.core.same_photo.grey_pictures import Grey, box_mean

_RADIUS = 5  # of the parts, in pixels
_INSIDE = 0.8  # the share of a part that must lie in both pictures
_RIDGE = 0.01  # keeps parts without texture still


def movement(ours: Grey, theirs: Grey, inside: Grey) -> float:
    """Return by how many pixels the parts of one aligned picture are shifted in the other.

    The shift of each part is one step of Lucas and Kanade's. Those count most whose shift is sure:
    by the smaller eigenvalue of the structure tensor (Shi and Tomasi, "Good features to track",
    CVPR 1994).

    Args:
        ours: One evened picture, float32 [H, W].
        theirs: The other one, laid over it, float32 [H, W].
        inside: Whether each pixel lies in both, 0 or 1, float32 [H, W].

    Returns:
        The weighted mean of the lengths of the shifts; 0 if there is nothing to compare.
    """
    slope_y, slope_x = np.gradient((ours + theirs) / 2) * inside
    error = (ours - theirs) * inside
    xx, xy, yy = _parts(slope_x**2), _parts(slope_x * slope_y), _parts(slope_y**2)
    smaller = (xx + yy) / 2 - np.sqrt(((xx - yy) / 2) ** 2 + xy**2)
    weights = (smaller + _RIDGE) * (_parts(inside) >= _INSIDE)
    total = float(weights.sum())
    if not total:
        return 0.0
    x_error, y_error = _parts(slope_x * error), _parts(slope_y * error)
    xx, yy = xx + _RIDGE, yy + _RIDGE
    across, down = yy * x_error - xy * y_error, xx * y_error - xy * x_error
    lengths = np.hypot(across, down) / (xx * yy - xy**2)
    return float((weights * lengths).sum()) / total


def _parts(picture: Grey) -> Grey:
    """Return the means of overlapping squares of a picture."""
    return box_mean(picture, _RADIUS)[_RADIUS::_RADIUS, _RADIUS::_RADIUS]
