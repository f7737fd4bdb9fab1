"""How the documentation is built."""

project = "Dateline"
author = "the Dateline authors"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "Dateline"
exclude_patterns = ["_build"]
myst_heading_anchors = 3
