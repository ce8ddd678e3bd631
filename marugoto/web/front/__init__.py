"""The porch's room: for residents, on the internet segment: places to go, and a way to call the agencies in.

Words: published place, notice, number.
It knows the design system and the porch's own tables; nothing of the house.
"""
