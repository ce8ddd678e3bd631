"""The kernel: plain Python on which every rule stands; no domain words, no database, no clock.

Words: decision, refused, ref, fiscal year, era, fold, holiday, working calendar, chain of digests.
Values go in, values come out; whatever is refused says in Japanese why, and how to go on.
Below it nothing; everything stands on it.
"""
