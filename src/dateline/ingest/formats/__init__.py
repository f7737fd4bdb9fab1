"""One format a file; each defines ``FORMAT``."""
