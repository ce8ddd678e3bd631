"""Evaluation: what the facts say: measures in whole numbers, indicators that say what they do not say, criteria of establishment.

Words: measure, indicator, criterion, level, figure, behind (the rows a figure stands on).
It reads the ledger and nothing else; the standard is ours and not official.
"""
