"""One process of the group of base/test_devices.py: trains a line, and stores what it found."""

import sys
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.base.devices import (
    broadcast_object,
    exit_process,
    is_main_process,
    main_process_first,
    training_device,
    world_size,
)
from training.base.group_batches import average_gradients, divisible, local_part
from training.learning.trainer import TrainingPlan, ValidationMetrics, train

EXAMPLES = 24


class LineStage:
    """Fits a line to noisy points by gradient descent."""

    def __init__(self) -> None:
        self.line = nn.Linear(3, 1)
        self._optimiser = torch.optim.SGD(self.line.parameters(), lr=0.1, momentum=0.5)

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:  # noqa: ARG002
        loss = self.loss(local_part(rows))
        self._optimiser.zero_grad()
        torch.autograd.backward(loss)
        average_gradients(self.line.parameters())
        self._optimiser.step()
        return {"squares": float(loss.detach())}

    def loss(self, rows: Tensor) -> Tensor:
        points = torch.sin(torch.arange(EXAMPLES * 3.0)).view(EXAMPLES, 3)
        wanted = points.sum(1, keepdim=True) + 0.3
        squares: Tensor = ((self.line(points[rows]) - wanted[rows]) ** 2).mean()
        return squares

    def validate(self) -> ValidationMetrics:
        with torch.no_grad():
            return ValidationMetrics(float(self.loss(torch.arange(EXAMPLES))), 1.0, 1.0)

    def state_dict(self) -> dict[str, Any]:
        return {"line": self.line.state_dict(), "optimiser": self._optimiser.state_dict()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self.line.load_state_dict(state["line"])
        self._optimiser.load_state_dict(state["optimiser"])


def trained_line(folder: Path, minutes: float | None) -> LineStage:
    torch.manual_seed(0)
    stage = LineStage()
    plan = TrainingPlan(torch.arange(EXAMPLES), 30, 8, validate_every=5, minutes=minutes)
    list(train("line", stage, plan, folder, "key", stage.validate))
    return stage


def main(folder: Path, rank: int) -> None:
    torch.set_num_threads(1)
    with training_device():
        rows = local_part(divisible(torch.arange(9)))
        cached = folder / "cached"
        with main_process_first():
            found_cached = cached.exists()
            cached.touch()
        stage = trained_line(folder / "run", minutes=10)
        found = {
            "rows": rows,
            "size": world_size(),
            "is_first": is_main_process(),
            "found_cached": found_cached,
            "first_ones": broadcast_object(f"said by {rank}"),
            "weights": stage.line.state_dict(),
        }
    torch.save(found, folder / f"{rank}.pt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
    exit_process(0)
