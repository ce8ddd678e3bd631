"""Custody: everything open has exactly one holder at every instant; that is the ball.

Words: ball, holder, offer, catch, decline, companion, rescue, touch, settlement.
Below it people; above it all matters (notice, consultation, need): it knows its matter only as an opaque ref.
"""
