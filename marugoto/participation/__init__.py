"""Participation: a person's wish, the place that fits, the first visit, and staying (参加支援).

Words: wish, match, visit, gate, reason.
Below it casework and community; beside it conferences, which it does not know.
"""
