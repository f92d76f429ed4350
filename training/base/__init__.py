"""Errors, devices, arrays and files: what every other room of training stands on."""
