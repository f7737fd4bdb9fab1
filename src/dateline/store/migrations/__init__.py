"""Changes of the schema in the order of their numbers; each module has one ``MIGRATION``."""
