"""Ways out: each module defines ``CHANNEL``."""
