"""One export a file, each with its ``EXPORT``."""
