"""One kind of input a file; each defines ``KIND``."""
