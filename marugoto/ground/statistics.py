"""What the planner of the embedded database knows of the tables. PostgreSQL keeps that up by itself."""

from django.db import connection

ROWS_LOOKED_AT = 1000  # for each index: enough to tell what narrows and what does not


def take_statistics() -> None:
    """Without it SQLite takes the body of a row for something that narrows, where all rows have the same: measured on the invented
    town, a list of households then takes nearly twice as long. Takes a moment, also on large files."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit={ROWS_LOOKED_AT}")
            cursor.execute("ANALYZE")
