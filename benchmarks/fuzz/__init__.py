"""Hostile input, very much of it: every format that is read, and every route of the API."""
