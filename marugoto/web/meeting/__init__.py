"""Meeting: those who sit in a conference, before, during and after it.

Words: seat, agenda, minute, decision.
A room: it knows the design system and the frame, and no other room.
"""
