"""Tell what a report is about, and which of its paragraphs tell of no conflict at all.

Reports of sport, storms or markets borrow the words of war. What gives them away is the company
those words keep, so the words of each genre are weighed against those that conflict lends to nobody.
"""
