"""The English text of what can go wrong with words."""

from __future__ import annotations

from desktop_app.core.words.errors import WordsProblem

WORDS_PROBLEMS = {
    WordsProblem.UNREADABLE: (
        "Words cannot be searched for: {path} is missing or damaged ({detail}). Install Lookalike"
        " again."
    ),
    WordsProblem.OTHER_BACKBONE: (
        "The model in use does not know words: it reads photos by another network ({detail}). Use"
        " the default model, or one that was trained from it."
    ),
    WordsProblem.NO_TEXT: (
        "No word of '{detail}' is known. Type what the photos show, in English or Chinese."
    ),
}
