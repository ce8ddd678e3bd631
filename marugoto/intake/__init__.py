"""Intake: where things come in, as a notice from anybody or as a consultation at any window.

Words: notice, consultation, channel, trouble, reply.
Below it custody, because hand-overs get lost exactly here; beside it community and registers; above it casework.
"""
