"""Break JSON in its structure: values, keys, types, depth, size; and now and then in its bytes."""

from __future__ import annotations

import json
from copy import deepcopy
from random import Random
from typing import Any

from tests.fuzz.mutations import mutated

# Texts of JSON values that programs may stumble over. Those of the second list are large.
_ODD = (
    *("null", "true", "false", "0", "-1", "1", "-0.0", "1e308", "1e999", "-1e999", "NaN"),
    *("Infinity", "9223372036854775807", "9223372036854775808", "-9223372036854775809"),
    *('""', '" "', '"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udcff"', '"\\u202e"', '"%s%n"'),
    *('"/"', '"/etc/passwd"', '"../../outside/notes.txt"', '"~"', '"file:///"', '"nul"', '"."'),
    *("[]", "{}", "[[]]", "[null]", "[{}]", '{"": null}', '{"a": 1, "a": 2}'),
)
_LARGE = (
    *("[" * 200_000 + "]" * 200_000, '{"a":' * 100_000 + "1" + "}" * 100_000, "[" * 100_000),
    *("9" * 5000, "0." + "3" * 100_000, '"' + "x" * 1_000_000 + '"', "[" + "0," * 200_000 + "0]"),
)
_PLACE = "\ue000{}\ue000"
# In lists of lists, and of a text that may be large.
_LONG, _MOST_COPIES = 10_000, 40


def mutated_json(content: bytes, other: bytes, random: Random) -> bytes:
    """Change a JSON text in one place or a few; `other` is one that parts may come from."""
    try:
        values, others = json.loads(content), json.loads(other)
    except (ValueError, RecursionError):  # it was broken before
        return mutated(content, other, random)
    if random.random() < 0.15:
        return mutated(content, other, random)
    texts: list[str] = []
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        values = _changed(values, others, texts, random)
    text = json.dumps(values)
    for number, part in enumerate(texts):
        place = json.dumps(_PLACE.format(number))
        text = text.replace(place, part, _MOST_COPIES).replace(place, "0")
    return _encoded(text, random)


def _changed(values: Any, other: Any, texts: list[str], random: Random) -> Any:
    places = list(_places(values))
    if not places or random.random() < 0.05:
        return _odd(texts, random)
    holder, key = random.choice(places)
    match random.randrange(6):
        case 0:
            del holder[key]
        case 1:
            part = random.choice([part for _, _, part in _parts(other)] or [None])
            holder[key] = deepcopy(part)  # which may become larger, but is no part of itself
        case 2 if isinstance(holder, dict):
            holder[f"{key}{random.choice(('', 's', ' ', chr(0)))}"] = holder.pop(key)
        case 3:
            is_long = len(json.dumps(holder[key])) > _LONG
            holder[key] = [holder[key]] * random.choice((1, 2, 2 if is_long else 40))
        case _:
            holder[key] = _odd(texts, random)
    return values


def _odd(texts: list[str], random: Random) -> str:
    """A value that stands for a text, which Python's encoder would not write."""
    texts.append(random.choice(_LARGE if random.random() < 0.1 else _ODD))
    return _PLACE.format(len(texts) - 1)


def _places(values: Any) -> list[tuple[Any, Any]]:
    return [(holder, key) for holder, key, _ in _parts(values)]


def _parts(values: Any) -> list[tuple[Any, Any, Any]]:
    """Everything in a value, with what holds it and its key there."""
    found: list[tuple[Any, Any, Any]] = []
    waiting = [values] if isinstance(values, dict | list) else []
    while waiting:
        holder = waiting.pop()
        keys = holder if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key, holder[key]))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    return found


def _encoded(text: str, random: Random) -> bytes:
    kind = random.choice(("utf-8",) * 12 + ("utf-16", "utf-8-sig", "utf-32", "latin-1"))
    return text.encode(kind, "replace")
