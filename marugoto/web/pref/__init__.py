"""The prefecture: numbers of its municipalities, never a person.

Words: municipality, figure, suppressed.
It knows the shell and the design system, and no other room.
"""
