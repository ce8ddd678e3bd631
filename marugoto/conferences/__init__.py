"""Conferences: people of several agencies decide together, on a basis that says who may hear what.

Words: conference, kind, seat, agenda item, minute, decision, role.
Below it casework; beside it participation; a decision moves balls and adopts plans.
"""
