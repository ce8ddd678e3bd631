"""Agencies: bodies, districts, agencies, teams, workers and their duties; who acts, under which hat.

Words: body, district, agency, team, worker, duty, closed day, membership, viewer.
Below it the ledger; above it disclosure, and everybody who says `by=viewer`.
"""
