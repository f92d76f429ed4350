"""Stacks: photos that are shown as one of them."""
