"""The kernel: plain Python on which every rule stands; no domain words, no database, no clock.

Words: decision, refused, ref, fiscal year, era date, fold, working calendar.
Below it nothing; everything stands on it.
"""
