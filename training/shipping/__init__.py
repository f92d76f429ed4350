"""From trained networks to a bundle: calibration, figures, model card, export."""
