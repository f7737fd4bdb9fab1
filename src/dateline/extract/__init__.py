"""Report to record: one finder, chooser or builder a file, in the order of ``coding.py``."""
