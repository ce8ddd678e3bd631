"""What people say and write here: short sentences in the words of the work.

Words: first talks, journal, offers, meetings, plans, the field.
Below it nothing; the lives choose from it.
"""
