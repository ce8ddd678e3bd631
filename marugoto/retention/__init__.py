"""Retention: how long each type of record is kept after it was closed, what is held, and how the rest is destroyed by two persons.

Words: schedule, hold, disposal, item, target, destruction, reach (what a destruction takes with it).
Below it everything that keeps records of persons; above it evaluation, which knows facts only and loses nothing.
"""
