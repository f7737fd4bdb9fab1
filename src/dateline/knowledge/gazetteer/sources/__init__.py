"""The sources of the gazetteer: one module each, with a ``SOURCE`` constant."""
