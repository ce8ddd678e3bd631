"""People: persons, their households over time, their kin, and how one resembles another.

Words: person, household, membership, kinship, likeness, alias, genogram.
Below it disclosure, because the right to know comes before the person known; above it custody and all work with people.
"""
