"""One export of incidents a file, each with its ``EXPORT``."""
