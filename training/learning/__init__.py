"""Training: recipes, losses, stages, and the loop that runs them."""
