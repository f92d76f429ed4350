"""Recipes: TOML files with every setting that a training depends on."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from desktop_app.core.learning.initial_hash import InitialSettings
from training.base.errors import RecipeError
from training.data.views import ViewSettings
from training.learning.adversarial_settings import AdversarialSettings
from training.learning.code_stage import CodeSettings
from training.learning.fine_tuning import FineTuningSettings
from training.similarity.matrix import SimilaritySettings

_RECIPES = Path(__file__).parents[1] / "recipes"


@dataclass(frozen=True)
class GeneratorSettings:
    """Size and training of the generator.

    Attributes:
        side: of a preview, in pixels.
        width: the generator's channels at full size.
        crops: cropped copies of each photo that the generator is trained on, too.
        epochs: of the adversarial stage, over photos and crops; 0: no generator.
        batch: pictures a step.
    """

    side: int = 64
    width: int = 16
    crops: int = 0
    epochs: float = 0
    batch: int = 16


@dataclass(frozen=True)
class Recipe:
    """All settings of a training; field names are the keys of the TOML file.

    Attributes:
        backbone: lite0, lite2, or any timm model whose weights are on disk.
        image_size: side of the network's input, in pixels.
        descriptor_size, code_bits: D and K.
        seed: of all random draws.
        views: augmented copies of each photo to train on.
        remember: largest number of foreign descriptors that a retraining should not forget.
        held_out: share of the photos for validation.
        patience: validations without improvement before training stops.
        fine_tune: whether the backbone is trained, too.
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
    def trains_head(self) -> bool:
        """Whether any stage changes the head after its initialisation."""
        learns = self.codes.epochs > 0 or self.adversary.trains_encoder
        return self.fine_tune or learns


def recipe_names() -> list[str]:
    """List the recipes that come with the project."""
    return sorted(path.stem for path in _RECIPES.glob("*.toml"))


def read_recipe(name: str) -> Recipe:
    """Read a recipe by its name, or by the path of its TOML file.

    Raises:
        RecipeError: there is no such file, or it has an unknown or invalid setting.
    """
    path = Path(name) if name.endswith(".toml") else _RECIPES / f"{name}.toml"
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        known = ", ".join(recipe_names())
        raise RecipeError(path, f"there is no such recipe. Known recipes: {known}") from None
    except (OSError, ValueError) as error:
        raise RecipeError(path, str(error)) from error
    recipe: Recipe = _parsed(Recipe, values, path)
    if recipe.codes.epochs and not recipe.codes.used_losses:
        raise RecipeError(path, "codes has epochs but no loss with a weight")
    if recipe.generator.crops and recipe.adversary.trains_encoder:
        raise RecipeError(path, "crops have no targets for an encoder, which must not take part")
    return recipe


def _parsed(kind: type, values: dict[str, Any], path: Path) -> Any:
    """Construct a settings class from a table of the file; checks all names and types."""
    hints = get_type_hints(kind)
    unknown = sorted(set(values) - {item.name for item in fields(kind)})
    if unknown:
        raise RecipeError(path, f"{kind.__name__} has no setting {unknown[0]!r}")
    return kind(**{name: _value(hints[name], name, each, path) for name, each in values.items()})


def _value(hint: Any, name: str, value: Any, path: Path) -> Any:
    if is_dataclass(hint) and isinstance(value, dict):
        return _parsed(hint, value, path)  # type: ignore[arg-type]
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
    """Check the values of a setting of type tuple[A, B] or tuple[A, ...]."""
    if hints[-1] is Ellipsis:
        hints = hints[:1] * len(values)
    if len(hints) != len(values):
        raise RecipeError(path, f"{name} cannot be {values!r}")
    return tuple(_value(hint, name, value, path) for hint, value in zip(hints, values, strict=True))
