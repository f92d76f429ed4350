import math

import numpy as np
import pytest
import torch
from torch import Tensor

from training.learning.code_losses import (
    balance_loss,
    contrastive_loss,
    memory_loss,
    quantisation_loss,
    ranking_loss,
    similarity_loss,
)

PHOTOS, BITS = 7, 5


def relaxed(seed: int = 0, photos: int = PHOTOS) -> Tensor:
    """Codes float32 [photos, 5] between -1 and 1."""
    generator = torch.Generator().manual_seed(seed)
    return torch.rand((photos, BITS), generator=generator) * 2 - 1


def judgements() -> Tensor:
    """A symmetric int8 [7, 7] of +1, -1 and 0 with +1 on the diagonal."""
    drawn = np.random.default_rng(1).integers(-1, 2, (PHOTOS, PHOTOS))
    symmetric = np.triu(drawn, 1) + np.triu(drawn, 1).T + np.eye(PHOTOS, dtype=int)
    return torch.from_numpy(symmetric.astype(np.int8))


def cosine(first: Tensor, second: Tensor) -> float:
    return float(first @ second / (first.norm() * second.norm()))


def slow_similarity_loss(codes: Tensor, similarity: Tensor) -> float:
    terms = []
    for i in range(len(codes)):
        for j in range(len(codes)):
            if i != j and similarity[i, j] != 0:
                agreement = sum(float(codes[i, k] * codes[j, k]) for k in range(BITS)) / BITS
                terms.append((agreement - float(similarity[i, j])) ** 2)
    return sum(terms) / len(terms)


def test_similarity_is_compared_over_the_pairs_of_which_something_is_known() -> None:
    codes, similarity = relaxed(), judgements()
    expected = slow_similarity_loss(codes, similarity)
    assert float(similarity_loss(codes, similarity)) == pytest.approx(expected, rel=1e-5)
    assert float(similarity_loss(codes, similarity.float())) == pytest.approx(expected, rel=1e-5)


def test_judging_leaves_the_similarity_as_it_was() -> None:
    similarity = judgements().float()
    similarity_loss(relaxed(), similarity)
    assert torch.equal(similarity, judgements().float())


def test_where_nothing_is_known_similarity_costs_nothing() -> None:
    assert float(similarity_loss(relaxed(), torch.eye(PHOTOS))) == 0


def test_equal_codes_of_similar_and_opposite_codes_of_dissimilar_photos_cost_nothing() -> None:
    code = torch.ones(1, BITS)
    codes = torch.cat([code, code, -code])
    similarity = torch.tensor([[1, 1, -1], [1, 1, -1], [-1, -1, 1]])
    assert float(similarity_loss(codes, similarity)) == 0


def test_quantisation_costs_the_squared_distance_from_one() -> None:
    logits = relaxed() * 3
    each = [(abs(float(logit)) - 1) ** 2 for logit in logits.flatten()]
    assert float(quantisation_loss(logits)) == pytest.approx(sum(each) / len(each), rel=1e-5)
    assert float(quantisation_loss(torch.tensor([[1.0, -1.0]]))) == 0


def test_balance_costs_the_squared_mean_of_each_bit() -> None:
    codes = relaxed()
    means = [sum(float(codes[i, k]) for i in range(PHOTOS)) / PHOTOS for k in range(BITS)]
    expected = sum(mean**2 for mean in means) / BITS
    assert float(balance_loss(codes)) == pytest.approx(expected, rel=1e-5)
    assert float(balance_loss(torch.tensor([[1.0, -1.0], [-1.0, 1.0]]))) == 0


def slow_contrastive_loss(
    first: Tensor, second: Tensor, related: Tensor, temperature: float
) -> float:
    """The mean over both ways of -log of the share that the partner has among who counts."""
    both, count = [*first, *second], len(first)
    terms = []
    for i in range(2 * count):
        partner = (i + count) % (2 * count)
        wanted = math.exp(cosine(both[i], both[partner]) / temperature)
        others = sum(
            math.exp(cosine(both[i], both[j]) / temperature)
            for j in range(2 * count)
            if j not in {i, partner} and not related[i, j]
        )
        terms.append(-math.log(wanted / (wanted + others)))
    return sum(terms) / len(terms)


def test_nt_xent_contrasts_each_partner_with_all_unrelated_photos() -> None:
    first, second = relaxed(1), relaxed(2)
    related = torch.from_numpy(np.random.default_rng(3).random((14, 14)) < 0.3)
    expected = slow_contrastive_loss(first, second, related, 0.3)
    assert float(contrastive_loss(first, second, related, 0.3)) == pytest.approx(expected, rel=1e-5)


def test_a_partner_counts_whether_or_not_it_is_called_related() -> None:
    first, second = relaxed(1), relaxed(2)
    alone = torch.eye(2 * PHOTOS, dtype=torch.bool)
    with_partners = alone | alone.roll(PHOTOS, 1)
    expected = contrastive_loss(first, second, alone, 0.2)
    assert torch.equal(contrastive_loss(first, second, with_partners, 0.2), expected)


def test_where_all_are_related_there_is_nothing_to_tell_apart() -> None:
    everyone = torch.ones((2 * PHOTOS, 2 * PHOTOS), dtype=torch.bool)
    loss = contrastive_loss(relaxed(1).requires_grad_(), relaxed(2), everyone, 0.2)
    assert float(loss.detach()) == 0
    torch.autograd.backward(loss)


def slow_ranking_loss(codes: Tensor, aims: Tensor, temperature: float) -> float:
    total = 0.0
    for i in range(len(codes)):
        others = [j for j in range(len(codes)) if j != i]
        wanted = [math.exp(cosine(aims[i], aims[j]) / temperature) for j in others]
        found = [math.exp(cosine(codes[i], codes[j]) / temperature) for j in others]
        for each, got in zip(wanted, found, strict=True):
            total -= each / sum(wanted) * math.log(got / sum(found))
    return total / len(codes)


def test_ranking_is_the_cross_entropy_of_two_softmaxes_over_the_others() -> None:
    codes, aims = relaxed(1), torch.randn(PHOTOS, 9, generator=torch.Generator().manual_seed(4))
    expected = slow_ranking_loss(codes, aims, 0.2)
    assert float(ranking_loss(codes, aims, 0.2)) == pytest.approx(expected, rel=1e-5)


def test_no_ranking_is_better_than_that_of_the_aims_themselves() -> None:
    aims = relaxed(1)
    best = float(ranking_loss(aims, aims, 0.2))
    assert all(float(ranking_loss(relaxed(seed), aims, 0.2)) > best for seed in range(2, 8))


def test_memory_costs_the_mean_squared_change_of_the_logits() -> None:
    now, then = relaxed(1), relaxed(2)
    changes = [
        (float(a) - float(b)) ** 2 for a, b in zip(now.flatten(), then.flatten(), strict=True)
    ]
    assert float(memory_loss(now, then)) == pytest.approx(sum(changes) / len(changes), rel=1e-5)


@pytest.mark.parametrize("photos", [1, 2])
def test_the_smallest_batches_have_finite_losses_and_gradients(photos: int) -> None:
    codes = relaxed(1, photos).requires_grad_()
    similarity = torch.ones(2 * photos, 2 * photos)
    losses = [
        similarity_loss(codes, torch.ones(photos, photos)),
        contrastive_loss(codes, relaxed(2, photos), similarity > 0, 0.3),
        ranking_loss(codes, relaxed(3, photos), 0.2),
        quantisation_loss(codes) + balance_loss(codes),
    ]
    torch.autograd.backward(torch.stack(losses).sum())
    assert codes.grad is not None
    assert torch.isfinite(codes.grad).all()


def test_a_code_of_zeros_does_not_spoil_the_gradients() -> None:
    codes = torch.zeros(3, BITS, requires_grad=True)
    alone = torch.eye(6, dtype=torch.bool)
    loss = contrastive_loss(codes, relaxed(1, 3), alone, 0.3) + ranking_loss(
        codes, relaxed(2, 3), 0.2
    )
    torch.autograd.backward(loss)
    assert codes.grad is not None
    assert torch.isfinite(codes.grad).all()
