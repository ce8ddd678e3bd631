"""Intake: where things come in. Nobody is turned away: a notice or a consultation is kept with whatever is known.

Words: notice (気づき), consultation (相談), trouble (困りごと), urgent check.
Below it custody and people; beside it community and registers, which it does not know; above it casework.
"""
