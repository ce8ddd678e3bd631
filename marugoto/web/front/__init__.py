"""Front: residents, hosts of places and invited outsiders; served by the porch, which holds no case.

Words: notice, published place, sealed extract.
A room: it knows the design system and the frame, and no other room.
"""
