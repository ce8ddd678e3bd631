"""The demo: an invented town that lives by calling actions; also the training mode of a real installation.

Words: town, cast, seed, settle.
Outside the house: it may call every action, and nothing in the house may call it.
"""
