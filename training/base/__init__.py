"""Errors, devices, checkpoints and shared types: the base of all other rooms of training."""
