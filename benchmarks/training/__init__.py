"""How the models are fitted, and on what."""
