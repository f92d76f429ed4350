"""A recipe: everything that decides what training makes, in a file of its own."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from training.base.errors import RecipeError
from training.data.views import ViewSettings
from training.learning.adversarial_stage import AdversarialSettings
from training.learning.code_stage import CodeSettings
from training.learning.fine_tuning import FineTuningSettings
from training.learning.initial_head import InitialSettings
from training.similarity.matrix import SimilaritySettings

_RECIPES = Path(__file__).parents[1] / "recipes"


@dataclass(frozen=True)
class GeneratorSettings:
    """`side` of a preview, in pixels, and `width`: channels at full size; the discriminator's too.

    `epochs` of the adversarial stage; 0: no generator.
    """

    side: int = 64
    width: int = 16
    discriminator_width: int = 16
    epochs: float = 0
    batch: int = 16


@dataclass(frozen=True)
class Recipe:
    """`backbone`: lite0, lite2, or any timm model whose weights are on disk.

    `views`: augmented copies of each photo that the encoder learns from. `remember`: foreign
    descriptors that a retrained model must not forget, at most. `fine_tune`: whether the backbone
    learns too. `held_out`: the share of the photos that decides when to stop.
    """

    backbone: str = "lite2"
    image_size: int = 256
    descriptor_size: int = 256
    code_bits: int = 256
    seed: int = 0
    views: int = 0
    remember: int = 0
    held_out: float = 0.05
    patience: int = 3
    fine_tune: bool = False
    view: ViewSettings = field(default_factory=ViewSettings)
    initial: InitialSettings = field(default_factory=InitialSettings)
    similarity: SimilaritySettings = field(default_factory=SimilaritySettings)
    codes: CodeSettings = field(default_factory=CodeSettings)
    fine_tuning: FineTuningSettings = field(default_factory=FineTuningSettings)
    generator: GeneratorSettings = field(default_factory=GeneratorSettings)
    adversary: AdversarialSettings = field(default_factory=AdversarialSettings)

    @property
    def teaches_codes(self) -> bool:
        """Whether anything changes the head after its start."""
        learns = self.codes.epochs > 0 or self.adversary.encoder_adversarial > 0
        return self.fine_tune or learns


def recipe_names() -> list[str]:
    """The recipes that come with the project."""
    return sorted(path.stem for path in _RECIPES.glob("*.toml"))


def read_recipe(name: str) -> Recipe:
    """A recipe of the project by its name, or any by the path of its file. Raises RecipeError."""
    path = Path(name) if name.endswith(".toml") else _RECIPES / f"{name}.toml"
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        known = ", ".join(recipe_names())
        raise RecipeError(path, f"there is no such recipe; known are {known}") from None
    except (OSError, ValueError) as error:
        raise RecipeError(path, str(error)) from error
    recipe: Recipe = _built(Recipe, values, path)
    if recipe.codes.epochs and not recipe.codes.has_losses:
        raise RecipeError(path, "codes has epochs, and no loss with a weight")
    return recipe


def _built(kind: type, values: dict[str, Any], path: Path) -> Any:
    """A settings class from a table of the file; every name and type is checked."""
    hints = get_type_hints(kind)
    unknown = sorted(set(values) - {item.name for item in fields(kind)})
    if unknown:
        raise RecipeError(path, f"{kind.__name__} has no setting {unknown[0]!r}")
    return kind(**{name: _value(hints[name], name, each, path) for name, each in values.items()})


def _value(hint: Any, name: str, value: Any, path: Path) -> Any:
    if is_dataclass(hint) and isinstance(value, dict):
        return _built(hint, value, path)  # type: ignore[arg-type]
    if get_origin(hint) is tuple and isinstance(value, list):
        return _values(get_args(hint), name, value, path)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        if value in list(hint):
            return hint(value)
    elif hint is float:
        if type(value) in {int, float} and math.isfinite(value):
            return float(value)
    elif type(value) is hint:
        return value
    raise RecipeError(path, f"{name} cannot be {value!r}")


def _values(hints: tuple[Any, ...], name: str, values: list[Any], path: Path) -> tuple[Any, ...]:
    """Of a setting tuple[A, B] or tuple[A, ...]."""
    if hints[-1] is Ellipsis:
        hints = hints[:1] * len(values)
    if len(hints) != len(values):
        raise RecipeError(path, f"{name} cannot be {values!r}")
    return tuple(_value(hint, name, value, path) for hint, value in zip(hints, values, strict=True))
