"""Measures of quality and speed, and the training of the models."""
