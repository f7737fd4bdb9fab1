"""The errors of each corpus, sorted into classes and counted from gold and answers."""
