import torch

from training.learning.picture_augmentation import PictureChanges, draw_changes

CPU = torch.device("cpu")


def pictures(count: int = 3, side: int = 20) -> torch.Tensor:
    return torch.rand(count, 3, side, side, generator=torch.Generator().manual_seed(0))


def changes(**given: float) -> PictureChanges:
    """Changes that leave a picture as it is, but for those given."""
    values = {"brightness": 0.0, "saturation": 1.0, "contrast": 1.0} | given
    factors = {name: torch.full((1, 1, 1, 1), value) for name, value in values.items()}
    return PictureChanges(**factors, left=2, top=2, margin=2)


def test_changes_of_nothing_leave_a_picture_as_it_is() -> None:
    assert torch.allclose(changes()(pictures(1)), pictures(1), atol=1e-6)


def test_brightness_is_added_saturation_and_contrast_are_factors() -> None:
    picture = pictures(1)
    assert torch.allclose(changes(brightness=0.5)(picture), picture + 0.5, atol=1e-6)
    grey = changes(saturation=0.0)(picture)
    assert torch.allclose(grey, picture.mean(1, keepdim=True).expand_as(picture), atol=1e-6)
    flat = changes(contrast=0.0)(picture)
    assert torch.allclose(flat, picture.mean().expand_as(picture), atol=1e-6)


def test_a_shift_mirrors_what_comes_into_view() -> None:
    picture = pictures(1)
    ones = torch.ones(1, 1, 1, 1)
    moved = PictureChanges(ones * 0, ones, ones, left=0, top=4, margin=2)(picture)
    assert torch.allclose(moved[..., :-2, 2:], picture[..., 2:, :-2], atol=1e-6)
    assert torch.allclose(moved[..., :-2, 1], picture[..., 2:, 1], atol=1e-6)


def test_the_same_changes_are_made_to_photos_and_generated_pictures() -> None:
    torch.manual_seed(0)
    change = draw_changes(3, 20, CPU)
    assert torch.equal(change(pictures()), change(pictures()))
    assert not torch.allclose(draw_changes(3, 20, CPU)(pictures()), change(pictures()))


def test_gradients_pass_through_the_changes() -> None:
    torch.manual_seed(0)
    seen = pictures().requires_grad_()
    (slope,) = torch.autograd.grad(draw_changes(3, 20, CPU)(seen).square().sum(), seen)
    assert (slope != 0).float().mean() > 0.5


def test_changes_stay_within_their_limits() -> None:
    torch.manual_seed(0)
    drawn = [draw_changes(4, 20, CPU) for _ in range(50)]
    brightness = torch.cat([each.brightness for each in drawn])
    saturation = torch.cat([each.saturation for each in drawn])
    assert 0.15 < brightness.abs().max() <= 0.2
    assert 0.4 <= saturation.min() < 0.5
    assert {each.left for each in drawn} == set(range(5))
