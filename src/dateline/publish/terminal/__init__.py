"""What a person reads in a terminal: a report's record, and the reasons behind one event."""
