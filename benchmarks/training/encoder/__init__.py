"""The encoder's training: passages with labels in, a quantised network out."""
