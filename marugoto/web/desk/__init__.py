"""Desk: caseworkers at their household, with the balls they hold.

Words: today, household page, matter, consultation.
A room: it knows the design system and the frame, and no other room.
"""
