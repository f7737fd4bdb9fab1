"""What speaks for or against two events being one: one feature a file, each with its ``FEATURE``."""
