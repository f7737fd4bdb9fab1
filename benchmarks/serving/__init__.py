"""Benchmarks of the server and of the web app."""
