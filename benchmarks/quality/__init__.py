"""How well Dateline codes: a gold corpus, its scores and their floors."""
