"""What speaks for or against two events being one: each file has one ``FEATURE``."""
