"""Disclosure: by what right somebody sees: bases, folders, grants, restrictions, and the book of who looked.

Words: basis, folder, part, grant (access, never money), restriction, pointer, look.
Below it agencies; above it people: the right to know comes before the person known.
"""
