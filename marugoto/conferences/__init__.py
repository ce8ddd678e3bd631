"""Conferences: where those concerned sit at one table, each on a stated basis, and decisions become roles with a holder and a date.

Words: conference, kind, agenda item, seat, pledge, view, decision, minutes.
Below it casework; beside it participation, which it does not know.
"""
