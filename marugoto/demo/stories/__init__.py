"""What happens to households: how it comes to be known, what is asked for, and what is needed.

Words: story, beginning, need sketch, outlook.
Below it the shapes of households; above it the town that lives.
"""
