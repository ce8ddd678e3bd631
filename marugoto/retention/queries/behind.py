"""What lies behind the walls, for whoever keeps the lists: which periods are over, and what a number stands for.

The privacy officer sees no household. As with the pointer one text serves SQLite and a function inside PostgreSQL that runs as the
owner of the tables; it answers only a privacy officer, a chief or the head of the body, and gives away ids, numbers and days.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from marugoto.agencies.viewer import Viewer
from marugoto.ground.rowsecurity import CLAIMS
from marugoto.ground.transaction import looking
from marugoto.retention import alone, unsupported
from marugoto.retention.codes import HeldKind, RecordKind
from marugoto.retention.queries.found import RunOut
from marugoto.retention.queries.look import years_over
from marugoto.retention.walls import LEADS

SETTLED = "JOIN custody_ball b ON b.id = x.ball_id JOIN custody_settlement s ON s.id = b.settlement_id"
SUPPORT = """
SELECT x.household_id, CAST(MIN(x.number) AS text), MAX(s.at) FROM casework_case x
JOIN custody_ball b ON b.id = x.ball_id LEFT JOIN custody_settlement s ON s.id = b.settlement_id
WHERE x.body = {body}%s
GROUP BY x.household_id HAVING COUNT(*) = COUNT(s.id) AND MAX(s.at) < {before}
"""
PAPERS = """ AND (EXISTS (SELECT 1 FROM casework_journalentry j JOIN disclosure_attachment a ON a.matter = j.id
  JOIN casework_case k ON k.id = j.case_id WHERE k.household_id = x.household_id)
OR EXISTS (SELECT 1 FROM casework_caseorigin o JOIN disclosure_attachment a ON a.matter = o.consultation_id
  JOIN casework_case k ON k.id = o.case_id WHERE k.household_id = x.household_id))"""
RUN_OUT = {
    RecordKind.HOUSEHOLD: f"{SUPPORT % ''} UNION ALL {unsupported.run_out()}",
    RecordKind.PERSON: alone.run_out(),
    RecordKind.ATTACHMENT: SUPPORT % PAPERS,
    RecordKind.CONSULTATION: f"""
SELECT x.id, CAST(b.number AS text), s.at FROM intake_consultation x {SETTLED}
WHERE x.body = {{body}} AND s.at < {{before}}
  AND NOT EXISTS (SELECT 1 FROM casework_caseorigin o WHERE o.consultation_id = x.id)
""",
    RecordKind.NOTICE: f"""
SELECT x.id, CAST(b.number AS text), s.at FROM intake_notice x {SETTLED}
WHERE x.body = {{body}} AND s.at < {{before}}
  AND NOT EXISTS (SELECT 1 FROM intake_consultation k WHERE k.notice_id = x.id)
  AND NOT EXISTS (SELECT 1 FROM participation_approach k WHERE k.notice_id = x.id)
""",
    RecordKind.APPROACH: f"""
SELECT x.id, CAST(b.number AS text), s.at FROM participation_approach x {SETTLED}
WHERE x.body = {{body}} AND s.at < {{before}}
  AND NOT EXISTS (SELECT 1 FROM participation_approachending k WHERE k.approach_id = x.id AND k.consultation_id IS NOT NULL)
""",
    RecordKind.WATCH: f"""
SELECT x.id, CAST(b.number AS text), s.at FROM participation_watch x {SETTLED}
WHERE x.body = {{body}} AND s.at < {{before}} AND x.approach_id IS NULL AND x.case_id IS NULL
""",
    RecordKind.INQUIRY: """
SELECT x.id, CAST('' AS text), MAX(COALESCE(s.at, x.made_at)) FROM intake_inquiry x
LEFT JOIN intake_inquiryteam t ON t.inquiry_ref = x.id LEFT JOIN intake_inquired i ON i.id = t.inquired_ref
LEFT JOIN custody_ball b ON b.id = i.ball_id LEFT JOIN custody_settlement s ON s.id = b.settlement_id
WHERE x.body = {body}
GROUP BY x.id HAVING COUNT(i.id) = COUNT(s.id) AND MAX(COALESCE(s.at, x.made_at)) < {before}
""",
    RecordKind.CONFERENCE: """
SELECT x.id, CAST(o.number AS text), f.ends_at FROM conferences_agendaitem x
JOIN conferences_conference f ON f.id = x.conference_id JOIN casework_case o ON o.id = x."case"
WHERE x.body = {body} AND f.ends_at < {before}
  AND NOT EXISTS (SELECT 1 FROM casework_case k JOIN custody_ball b ON b.id = k.ball_id
    WHERE k.household_id = o.household_id AND b.settlement_id IS NULL)
""",
}
NUMBER = """
SELECT 'household', x.household_id FROM casework_case x JOIN custody_ball b ON b.id = x.ball_id
WHERE x.body = {body} AND (x.number = {number} OR b.number = {number})
UNION SELECT 'household', x.household_id FROM casework_need x JOIN custody_ball b ON b.id = x.ball_id
WHERE x.body = {body} AND b.number = {number}
UNION SELECT 'matter', x.matter FROM custody_ball x
WHERE x.body = {body} AND x.number = {number} AND x.matter_kind IN ('consultation', 'notice', 'question', 'approach', 'watch')
UNION SELECT 'person', x.id FROM people_person x
WHERE x.body = {body} AND replace(CAST(x.id AS text), '-', '') = {number}
"""
ADDRESS = re.compile(r"/people/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/|$)")
# Within the functions `c` is the claims: no table of these texts is called so.
INSIDE = CLAIMS | {"before": "w_before", "number": "w_number"}
FUNCTION = """
DROP FUNCTION IF EXISTS {name}({types});
CREATE FUNCTION {name}({takes}) RETURNS TABLE ({gives}) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE c text[] := marugoto_claims();
BEGIN
  IF c IS NULL OR NOT EXISTS (SELECT FROM agencies_duty d WHERE d.id = {duty} AND {leads}) THEN RETURN; END IF;
{bodies}
END $$;
REVOKE ALL ON FUNCTION {name}({types}) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {name}({types}) TO marugoto_desk;
"""
_PLACES = re.compile(r"\{(\w+)\}")


def functions() -> Iterator[str]:
    """Whole statements for `ground.rowsecurity.install`."""
    each = [
        f"  IF w_record = '{kind}' THEN RETURN QUERY {text.format(**INSIDE)}; END IF;" for kind, text in RUN_OUT.items()
    ]
    yield FUNCTION.format(
        name="marugoto_run_out",
        types="text, timestamptz",
        takes="w_record text, w_before timestamptz",
        gives="subject uuid, said text, closed timestamptz",
        duty=CLAIMS["duty"],
        leads=LEADS,
        bodies="\n".join(each),
    )
    yield FUNCTION.format(
        name="marugoto_number",
        types="text",
        takes="w_number text",
        gives="kind text, subject uuid",
        duty=CLAIMS["duty"],
        leads=LEADS,
        bodies=f"  RETURN QUERY {NUMBER.format(**INSIDE)};",
    )


@looking
def run_out(viewer: Viewer, record: RecordKind, before: datetime) -> list[RunOut]:
    """The earliest closed first. For `actions.disposal` and the count on its page."""
    if record is RecordKind.LOOK:
        return years_over(viewer, before)
    rows = _ask("marugoto_run_out", RUN_OUT[record], viewer, {"record": record, "before": before})
    found = [RunOut(record, _uuid(subject), said, moment_of(closed)) for subject, said, closed in rows]
    return sorted(found, key=lambda one: (one.closed_at, one.number, str(one.subject)))


@looking
def of_number(viewer: Viewer, number: str) -> tuple[HeldKind, UUID] | None:
    """What a hold would lie on: by its number, a person by the address of his page."""
    address = ADDRESS.search(number)
    asked = UUID(address[1]).hex if address else number.strip()
    found = _ask("marugoto_number", NUMBER, viewer, {"number": asked})
    return (HeldKind(found[0][0]), _uuid(found[0][1])) if found else None


def _ask(name: str, text: str, viewer: Viewer, given: dict[str, Any]) -> list[Any]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SELECT * FROM {name}({', '.join(['%s'] * len(given))})", list(given.values()))
            return list(cursor.fetchall())
        values = {"body": viewer.body, **{place: _plain(value) for place, value in given.items()}}
        order = _PLACES.findall(text)
        cursor.execute(_PLACES.sub("%s", text), [values[place] for place in order])
        return list(cursor.fetchall())


def _plain(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


def _uuid(value: Any) -> UUID:
    return UUID(str(value))


def moment_of(value: Any) -> datetime:
    """SQLite answers a column as a moment of no zone, and what was reckoned of it as text; both are UTC."""
    said = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return said if said.tzinfo else said.replace(tzinfo=UTC)
