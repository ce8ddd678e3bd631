"""The desk: the room of those who support households: intake, household, balls, plan, match, control tower.

Words: as of intake, casework and custody; a page is called by its noun.
It knows the shell and the design system, and no other room.
"""
