"""Formats of warnings: each module defines ``WARNINGS``."""
