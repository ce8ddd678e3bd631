"""Casework: one household's case with its needs, plan, review and journal.

Words: case, need, plan, goal, step, review, journal entry.
Below it intake; above it conferences and participation; every need holds a ball of custody.
"""
