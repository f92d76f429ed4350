from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from training.base.errors import RecipeError
from training.learning.code_stage import CodeSettings
from training.learning.recipe import Recipe, read_recipe, recipe_names
from training.similarity.matrix import Combination


def written(folder: Path, text: str) -> str:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return str(path)


def refused(folder: Path, text: str) -> str:
    """What the error says; it names the file, whatever else."""
    with pytest.raises(RecipeError) as caught:
        read_recipe(written(folder, text))
    assert caught.value.path == folder / "mine.toml"
    assert "mine.toml" in str(caught.value)
    return caught.value.problem


def assert_types(settings: Any) -> None:
    """Every value that is not the default is of the type that its setting says."""
    hints, plain = get_type_hints(type(settings)), type(settings)()
    for item in fields(settings):
        value, hint = getattr(settings, item.name), hints[item.name]
        kind = hint if isinstance(hint, type) else tuple
        assert isinstance(value, kind) or value == getattr(plain, item.name)
        if is_dataclass(value):
            assert_types(value)


@pytest.mark.parametrize("name", recipe_names())
def test_every_recipe_of_the_project_can_be_read(name: str) -> None:
    assert_types(read_recipe(name))


def test_the_default_recipe_is_one_of_them() -> None:
    assert "default" in recipe_names()


def test_what_a_recipe_does_not_say_is_the_default(tmp_path: Path) -> None:
    recipe = read_recipe(written(tmp_path, "[codes]\nbalance = 1.0"))
    assert recipe == Recipe(codes=CodeSettings(balance=1.0))


def test_settings_are_read_with_those_of_their_tables(tmp_path: Path) -> None:
    recipe = read_recipe(
        written(
            tmp_path,
            """
            seed = 3
            fine_tune = true
            held_out = 0
            [codes]
            contrastive = 1
            rate = 0.5
            [similarity]
            combination = "either"
            [adversary]
            encode_sides = [[0, 32], [0.5, 64]]
            """,
        )
    )
    assert (recipe.seed, recipe.fine_tune) == (3, True)
    assert (recipe.codes.contrastive, recipe.codes.rate) == (1.0, 0.5)
    assert type(recipe.codes.contrastive) is float
    assert recipe.similarity.combination is Combination.EITHER
    assert recipe.adversary.encode_sides == ((0.0, 32), (0.5, 64))
    assert type(recipe.adversary.encode_sides[0][0]) is float


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("sed = 3", "sed"),
        ("[codes]\ncontrast = 1", "contrast"),
        ("[kodes]\nrate = 1", "kodes"),
    ],
)
def test_a_setting_that_does_not_exist_is_named(tmp_path: Path, text: str, setting: str) -> None:
    assert repr(setting) in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "setting", "value"),
    [
        ("seed = 'three'", "seed", "'three'"),
        ("seed = 0.5", "seed", "0.5"),
        ("seed = true", "seed", "True"),
        ("seed = [1, 2]", "seed", "[1, 2]"),
        ("backbone = 2", "backbone", "2"),
        ("fine_tune = 1", "fine_tune", "1"),
        ("held_out = 'some'", "held_out", "'some'"),
        ("held_out = [0.5]", "held_out", "[0.5]"),
        ("held_out = false", "held_out", "False"),
        ("held_out = nan", "held_out", "nan"),
        ("codes = 3", "codes", "3"),
        ("[codes]\nrate = 'fast'", "rate", "'fast'"),
        ("[[codes]]\nrate = 0.5", "codes", "[{'rate': 0.5}]"),
        ("[similarity]\ncombination = 'all'", "combination", "'all'"),
        ("[similarity]\ncombination = 3", "combination", "3"),
        ("[seed]\nx = 1", "seed", "{'x': 1}"),
        ("[adversary]\nencode_sides = 3", "encode_sides", "3"),
        ("[adversary]\nencode_sides = [3]", "encode_sides", "3"),
        ("[adversary]\nencode_sides = [[0.0]]", "encode_sides", "[0.0]"),
        ("[adversary]\nencode_sides = [[0.0, 'x']]", "encode_sides", "'x'"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_with_its_setting(
    tmp_path: Path, text: str, setting: str, value: str
) -> None:
    problem = refused(tmp_path, text)
    assert setting in problem
    assert value in problem


def test_epochs_without_any_loss_are_refused(tmp_path: Path) -> None:
    assert "codes" in refused(tmp_path, "seed = 1")
    assert read_recipe(written(tmp_path, "[codes]\nepochs = 0")).codes.epochs == 0


def test_crops_are_refused_where_the_encoder_is_trained(tmp_path: Path) -> None:
    crops = "[codes]\nepochs = 0\n[generator]\ncrops = 1\n[adversary]\nencoder_adversarial = "
    assert "crops have no targets for an encoder" in refused(tmp_path, crops + "0.1")
    assert read_recipe(written(tmp_path, crops + "0")).generator.crops == 1


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    assert "line 1" in refused(tmp_path, "seed 3")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RecipeError):
        read_recipe(str(tmp_path / "mine.toml"))


def test_a_folder_is_no_recipe(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").mkdir()
    with pytest.raises(RecipeError):
        read_recipe(str(tmp_path / "mine.toml"))


@pytest.mark.parametrize("name", ["nonsense", "/nowhere/mine.toml"])
def test_a_missing_recipe_is_named_beside_those_there_are(name: str) -> None:
    with pytest.raises(RecipeError) as caught:
        read_recipe(name)
    assert name.removesuffix(".toml") in str(caught.value)
    assert "default" in str(caught.value)
