"""How ``dateline batch`` scales, and what it survives."""
