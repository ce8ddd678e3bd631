"""The doors people walk through: rooms by audience, because audiences differ in law.

Rooms: front, desk, meeting, town, office, pref; shared: ui (design system) and shell (sign-in, navigation, today, search).
Rooms do not know each other; they translate a request and call the domain once.
"""
