"""Office: planning, privacy, finance and staff; figures, audit and the directory.

Words: indicator, standard, look, duty.
A room: it knows the design system and the frame, and no other room.
"""
