"""Sentences and phrases that stand alone: types of events, countries, parties.

A report is read for what it surely tells. A sentence that somebody picked tells something for sure,
so less certain words count too, and how it is told (will, must, refused, ended) decides its type.
"""
