"""From learned networks to a bundle."""
