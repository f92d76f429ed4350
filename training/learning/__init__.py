"""Learning: stages, losses, recipes and the training loop."""
