"""Dateline reads news reports of armed conflict into a record that can be checked."""
