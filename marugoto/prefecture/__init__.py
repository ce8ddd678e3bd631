"""The prefecture: accompanies municipalities by numbers, questions, experts and training; never by persons.

Words: accompaniment, question, expert, training.
Below it evaluation; beside it subsidies; a contract keeps people, casework and intake out of its reach.
"""
