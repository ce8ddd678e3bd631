"""Participation: a person's wish meets a place in the community, and somebody keeps contact.

Words: wish, match, visit, taking part, outreach.
Below it casework and community; beside it conferences.
"""
