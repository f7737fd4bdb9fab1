"""Where the names of places are known: one read-only file, built from several sources."""
