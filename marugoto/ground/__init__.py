"""The ground: how rows are kept, walled and written, on SQLite and PostgreSQL alike.

Words: kept row, scope, wall, breadth, context, submission.
Below it only the kernel; above it the ledger and everything else.
"""
