"""What the planner knows of the tables, while they fill: looked at anew from time to time."""

from django.db import connection

ROWS_LOOKED_AT = 1000  # for each index of SQLite: enough to tell what narrows and what does not


def take_statistics() -> None:
    """Takes a moment, also on large files.

    Without it SQLite takes the body of a row for something that narrows, where all rows have the same: measured on the invented
    town, a list of households then takes nearly twice as long. PostgreSQL keeps its figures by itself, but a connection keeps its
    plans as well: those made while the tables were empty read every row of the full ones, until they are made anew.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={ROWS_LOOKED_AT}")
            cursor.execute("ANALYZE")
        else:
            cursor.execute("DISCARD PLANS")
