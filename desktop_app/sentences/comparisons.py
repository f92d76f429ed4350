"""The English text of what a comparison of two models measures and recommends."""

from __future__ import annotations

from desktop_app.core.comparison.verdict import Retention, Verdict

# What is measured of two models, by its name in a Comparison; the one that counts comes first.
MEASURES = {
    "relatives": "Related photos found",
    "folders": "Photos of the same folder found",
    "copies": "Edited copies found",
    "foreign": "Photos from elsewhere",
    "neighbours": "Near-duplicates still found",
    "unique": "Unique codes",
}

# What a comparison recommends, by its figures, and where the user's votes have decided.
VERDICTS = {
    Verdict.BETTER: "The new model finds more related photos in this library. We recommend"
    " using it.",
    Verdict.FORGETS: (
        "The new model finds more related photos in this library but is clearly worse for"
        " photos from elsewhere. Use it if you search with photos of this library."
    ),
    Verdict.ALIKE: (
        "The new model does not clearly find more related photos in this library. We"
        " recommend keeping the current one."
    ),
    Verdict.WORSE: "Overall, the new model is worse. We recommend keeping the current one.",
}
VOTED_VERDICTS = {
    Verdict.BETTER: "You preferred the new model here. We recommend using it.",
    Verdict.FORGETS: (
        "You preferred the new model here, but it is clearly worse for photos from"
        " elsewhere. Use it if you search with photos of this library."
    ),
    Verdict.WORSE: "You preferred the current model here. We recommend keeping it.",
}

# What the new model must not lose, and whether it does; `share` is in percent.
COPIES_KEPT = {
    Retention.UNCHANGED: "Edited copies are found as well as before.",
    Retention.LESS: "It no longer finds {share} % of the edited copies that were found before.",
    Retention.LOST: "It no longer finds {share} % of the edited copies that were found"
    " before, which is too many.",
    Retention.UNKNOWN: "Finding edited copies could not be measured.",
}
FOREIGN_KEPT = {
    Retention.UNCHANGED: "Photos from elsewhere are found as well as before.",
    Retention.LESS: "Finding photos from elsewhere is {share} % worse.",
    Retention.LOST: "Finding photos from elsewhere is {share} % worse, which is a lot.",
    Retention.UNKNOWN: "Finding photos from elsewhere could not be measured.",
}
