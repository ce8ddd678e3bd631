"""Which records are of exactly this person, whoever keeps them: answered only to a worker whose emergency has just begun.

As with the pointer one text serves SQLite and a function inside PostgreSQL that runs as the owner of the tables. It gives away ids
alone, and those only within the hour of an opening that stands in the database already and can be taken out of it by nobody.
"""

import re
from uuid import UUID

from django.db import connection

from marugoto.agencies.viewer import Viewer
from marugoto.ground.rowsecurity import CLAIMS
from marugoto.ground.transaction import looking
from marugoto.people.rules.pointer import Question

BEHIND = """
SELECT p.id
FROM people_person p
JOIN disclosure_folder f ON f.id = p.folder_id AND f.basis = 'own_duty' AND f.origin IS NULL
WHERE p.body = {body} AND p.birth = {birth}
  AND (p.name_folded = {name} OR p.kana_folded = {name} OR EXISTS (
          SELECT 1 FROM people_personname n
          WHERE n.person_id = p.id AND (n.name_folded = {name} OR n.kana_folded = {name})))
  AND EXISTS (
          SELECT 1 FROM disclosure_emergency o
          WHERE o.body = {body} AND o.worker_id = {worker} AND o.since <= {at} AND o.until > {at})
ORDER BY p.id
"""
INSIDE = CLAIMS | {"name": "wanted_name", "birth": "wanted_birth"}
BEHIND_FUNCTION = f"""
DROP FUNCTION IF EXISTS marugoto_behind(text, date);
CREATE FUNCTION marugoto_behind(wanted_name text, wanted_birth date)
RETURNS TABLE (person uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE c text[] := marugoto_claims();
BEGIN
  IF c IS NULL THEN RETURN; END IF;
  RETURN QUERY {BEHIND.format(**INSIDE)};
END $$;
REVOKE ALL ON FUNCTION marugoto_behind(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION marugoto_behind(text, date) TO marugoto_desk;
"""

_PLACES = re.compile(r"\{(\w+)\}")
_TEXT, _ORDER = _PLACES.sub("%s", BEHIND), _PLACES.findall(BEHIND)


@looking
def records_behind(viewer: Viewer, question: Question) -> list[UUID]:
    """For `actions.emergency.open_in_emergency`, which asks whether the viewer may. Never to be shown."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT person FROM marugoto_behind(%s, %s)", [question.name, question.birth])
        else:
            values = {
                "body": viewer.body,
                "worker": viewer.worker.hex,
                "at": connection.ops.adapt_datetimefield_value(viewer.at),
                "name": question.name,
                "birth": connection.ops.adapt_datefield_value(question.birth),
            }
            cursor.execute(_TEXT, [values[name] for name in _ORDER])
        return [UUID(str(row[0])) for row in cursor.fetchall()]
