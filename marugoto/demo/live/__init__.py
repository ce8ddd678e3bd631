"""How the invented town lives: every household, meeting and place is told step by step, through the same actions as at a desk.

Words: clock, steps, here, life, fate.
Below it the sketches of people, places and stories; above it `life`, which lets the clock run.
"""
