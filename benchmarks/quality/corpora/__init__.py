"""The corpora that Dateline is measured on: how each one's gold is read and answered."""
