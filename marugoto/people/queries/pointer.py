"""Which office keeps a record of exactly this person: one text for SQLite and for a function inside PostgreSQL.

The desk's database role cannot see a hidden row, so PostgreSQL answers through a function that runs as the owner of the tables;
it gives away an office, its number, its team and the folder for the audit, never a word of the record. `actions.pointer.ask` counts and audits.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.ground.rowsecurity import CLAIMS
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.people.models import Person, PersonName, Phone
from marugoto.people.rules.pointer import Question, read_question

POINTER = """
SELECT CAST(a.name AS text), CAST(t.phone AS text), f.id, t.id
FROM people_person p
JOIN disclosure_folder f ON f.id = p.folder_id AND f.basis = 'own_duty' AND f.origin IS NULL
JOIN disclosure_grant g ON g.folder_id = f.id AND g.basis = 'own_duty' AND g.since <= {at}
  AND (g.until IS NULL OR g.until > {at})
LEFT JOIN disclosure_grantending e ON e.grant_id = g.id AND e.ended_at <= {at}
JOIN agencies_team t ON t.id = g.team_id AND t.body = {body}
JOIN agencies_agency a ON a.id = t.agency_id AND NOT a.sensitive
WHERE p.body = {body}
  AND e.id IS NULL
  AND ((p.birth = {birth} AND (p.name_folded = {name} OR p.kana_folded = {name} OR EXISTS (
          SELECT 1 FROM people_personname n
          WHERE n.person_id = p.id AND (n.name_folded = {name} OR n.kana_folded = {name}))))
    OR EXISTS (
          SELECT 1 FROM people_phone h
          JOIN disclosure_folder hf ON hf.id = h.folder_id AND hf.part = 'contact'
            AND hf.basis = 'own_duty' AND hf.origin IS NULL
          WHERE h.person_id = p.id AND h.digits = {digits} AND (h.until IS NULL OR h.until > {day})))
  AND NOT EXISTS (
          SELECT 1 FROM disclosure_restriction r
          JOIN disclosure_folder rf ON rf.id = r.folder_id
          LEFT JOIN disclosure_restrictionending x ON x.restriction_id = r.id AND x.ended_at <= {at}
          WHERE rf.subject = p.id AND r.since <= {at} AND x.id IS NULL
            AND (r.against_id IS NULL OR r.against_id = {worker}))
ORDER BY 1, 2, 3, 4
"""

INSIDE = CLAIMS | {
    "name": "wanted_name",
    "birth": "wanted_birth",
    "digits": "wanted_digits",
    "day": f"({CLAIMS['at']} AT TIME ZONE 'Asia/Tokyo')::date",
}
POINTER_FUNCTION = f"""
DROP FUNCTION IF EXISTS marugoto_pointer(text, date, text);
CREATE FUNCTION marugoto_pointer(wanted_name text, wanted_birth date, wanted_digits text)
RETURNS TABLE (office text, office_phone text, folder uuid, team uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE c text[] := marugoto_claims();
BEGIN
  IF c IS NULL THEN RETURN; END IF;
  RETURN QUERY {POINTER.format(**INSIDE)};
END $$;
REVOKE ALL ON FUNCTION marugoto_pointer(text, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION marugoto_pointer(text, date, text) TO marugoto_desk;
"""

_PLACES = re.compile(r"\{(\w+)\}")
_TEXT, _ORDER = _PLACES.sub("%s", POINTER), _PLACES.findall(POINTER)


@dataclass(frozen=True)
class Keeper:
    """An office that keeps a record, and which team of it; the folder is for the audit, and for telling that team."""

    office: str
    phone: str
    folder: UUID
    team: UUID


@looking
def keepers(viewer: Viewer, question: Question) -> list[Keeper]:
    """By the name of the office. For `actions.pointer.ask`, which asks whether the viewer may."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            given = [question.name or None, question.birth, question.digits or None]
            cursor.execute("SELECT office, office_phone, folder, team FROM marugoto_pointer(%s, %s, %s)", given)
        else:
            values = _values(viewer, question)
            cursor.execute(_TEXT, [values[name] for name in _ORDER])
        rows = cursor.fetchall()
    return [Keeper(office, phone, UUID(str(folder)), UUID(str(team))) for office, phone, folder, team in rows]


def _values(viewer: Viewer, question: Question) -> dict[str, Any]:
    adapt = connection.ops
    return {
        "body": viewer.body,
        "worker": viewer.worker if connection.features.has_native_uuid_field else viewer.worker.hex,
        "at": adapt.adapt_datetimefield_value(viewer.at),
        "day": adapt.adapt_datefield_value(local_day(viewer.at)),
        "name": question.name or None,
        "birth": adapt.adapt_datefield_value(question.birth) if question.birth else None,
        "digits": question.digits or None,
    }


@looking
def known_as(viewer: Viewer, *, name: str = "", birth: date | None = None, phone: str = "") -> set[UUID]:
    """Persons whom the viewer may read and to whom exactly this question points: by the whole name with its birthday, or by a whole
    telephone number. Raises `Refused` for parts of them."""
    asked = read_question(name, birth, phone)
    people = Person.objects.open_to(viewer)
    called = PersonName.objects.open_to(viewer).filter(Q(name_folded=asked.name) | Q(kana_folded=asked.name))
    found = set[UUID]()
    if asked.name and asked.birth:
        same = Q(name_folded=asked.name) | Q(kana_folded=asked.name) | Q(pk__in=called.values("person"))
        found |= set(people.filter(same, birth=asked.birth).values_list("pk", flat=True))
    if asked.digits:
        day = local_day(viewer.at)
        phones = Phone.objects.open_to(viewer).filter(Q(until=None) | Q(until__gt=day), digits=asked.digits)
        found |= set(people.filter(pk__in=phones.values("person")).values_list("pk", flat=True))
    return found
