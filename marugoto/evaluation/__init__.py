"""Evaluation: what the facts say about the system, and what was changed because of it.

Words: measure, indicator, criterion, standard, review.
Below it all that is done and announced, of which it reads facts only; above it the money papers and the prefecture.
"""
