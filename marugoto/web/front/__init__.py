"""The porch's room: for residents, on the internet segment: places to go, a way to call the agencies in, and the seat of somebody
who was asked to one item of a conference.

Words: published place, notice, number, seat.
It knows the design system and the porch's own tables; nothing of the house.
"""
