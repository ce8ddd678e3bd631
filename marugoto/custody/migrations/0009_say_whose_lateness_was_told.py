"""Of a ball that lies too long everybody is told once for each team that holds it: what was told already says now of whose holding it was.

Who took the ball over after it was told is told anew; what is settled raises no alarm, and stays as it is written.
"""

from typing import Any

from django.db import migrations

FILL = """
UPDATE custody_escalationtold SET occasion = occasion || ':' || replace(CAST(b.holder_id AS text), '-', '')
FROM custody_ball AS b
WHERE b.id = custody_escalationtold.ball_id AND b.settlement_id IS NULL AND b.since <= custody_escalationtold.made_at
AND custody_escalationtold.alarm = 'late' AND length(custody_escalationtold.occasion) = 15
AND NOT EXISTS (
  SELECT 1 FROM custody_escalationtold AS t WHERE t.ball_id = b.id AND t.whom = custody_escalationtold.whom
  AND t.occasion = custody_escalationtold.occasion || ':' || replace(CAST(b.holder_id AS text), '-', '')
)
"""
WALLED = ("custody_escalationtold", "custody_ball")


def fill(apps: Any, schema_editor: Any) -> None:
    postgres = schema_editor.connection.vendor == "postgresql"
    with schema_editor.connection.cursor() as cursor:  # the owner reads all
        for table in WALLED if postgres else ():
            cursor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
        cursor.execute(FILL)
        if postgres:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in WALLED if postgres else ():
            cursor.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')


class Migration(migrations.Migration):
    dependencies = [("custody", "0008_name_improvements")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
