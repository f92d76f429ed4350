"""The search thread and what it answers."""
