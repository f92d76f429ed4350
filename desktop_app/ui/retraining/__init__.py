"""Retraining in the window: form, progress, and the component it needs."""
