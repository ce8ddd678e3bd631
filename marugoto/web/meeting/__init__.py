"""The meeting room: conferences from calling to minutes, each item on its own legal basis.

Words: as of conferences.
It knows the shell and the design system, and no other room.
"""
