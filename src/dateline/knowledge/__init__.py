"""What is known before reading: data files, and how to look things up in them."""
