"""Subsidies: the money papers of every programme, from lines that are entered once.

Words: cost line, programme, share, base amount, paper.
Below it evaluation; beside it the prefecture.
"""
