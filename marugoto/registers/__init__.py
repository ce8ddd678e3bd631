"""Registers: extracts of other systems, and batches of records that may be the same person.

Words: register, source, extract, candidate, same person.
Below it custody; beside it intake and community; the only package that knows Splink.
"""
