"""Each answer about a team that was kept already, beside its consent."""

from typing import Any

from django.db import migrations

CARRY = """
INSERT INTO disclosure_consentanswer (id, body, made_at, consent_id, person, receiver_id)
SELECT id, body, made_at, id, person, receiver_id FROM disclosure_consent c
WHERE receiver_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM disclosure_consentanswer a WHERE a.consent_id = c.id)
"""


def carry(apps: Any, editor: Any) -> None:
    """The owner of the tables is held back by row security too, unless it says otherwise for the moment."""
    wall = editor.connection.vendor == "postgresql"
    if wall:
        editor.execute("ALTER TABLE disclosure_consent NO FORCE ROW LEVEL SECURITY")
    editor.execute(CARRY)
    if wall:
        editor.execute("ALTER TABLE disclosure_consent FORCE ROW LEVEL SECURITY")


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0005_hear_each_person_once")]
    operations = [migrations.RunPython(carry, migrations.RunPython.noop)]
