"""Sorts of places as one meets them in a Japanese town: not only welfare, and most of them run by residents.

Words: sort, kind, welcome.
Below it the names; above it `places`, which puts each sort into a district.
"""
