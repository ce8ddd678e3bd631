"""The rules of the house that a test can hold: STYLE and the plan of the house, sentence by sentence.

Each check is a function that lists what breaks the rule; one test holds the tree to it, another shows that it catches a breach.
"""
