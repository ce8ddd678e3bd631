"""Pref: the prefecture's officers, who see numbers of municipalities and never a person.

Words: profile, question, accompaniment.
A room: it knows the design system and the frame, and no other room.
"""
