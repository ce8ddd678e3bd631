"""Town: coordinators in the community, who mostly see no case.

Words: place, activity, unmet need, visit.
A room: it knows the design system and the frame, and no other room.
"""
