"""How fast Dateline reads, as ratios."""
