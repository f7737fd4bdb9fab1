"""Incidents and reports as programs read them: what the API answers, without withheld names."""
