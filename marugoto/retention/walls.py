"""The door in PostgreSQL through which records are destroyed, and how narrow it is.

The desk's role can delete nothing of a household it does not see, and nothing at all from what is only added to. One function of the
owner's can, and it takes no table and no row: only an item of a list. It looks for itself whether two different workers proposed and
decided, whether the days of grace are over, whether a hold lies on it and whether anything stands against it; it works out by itself
what hangs on the item, and writes the line that remains in the same stroke. Whose worker stands in a proposal, a decision, a hold
and its ending is held by policies: nobody can sign for another.
"""

from collections.abc import Iterator

from marugoto.ground.rowsecurity import CLAIMS
from marugoto.retention import against, reach

PLACES = {
    "doomed": "marugoto_guard.doomed",
    "body": "w_body",
    "kind": "w_kind",
    "subject": "w_subject",
    "at": "w_at",
    "day": "(w_at AT TIME ZONE 'Asia/Tokyo')::date",
    "before": "w_before",
}
SIGNED = (
    "retention_hold",
    "retention_holdending",
    "retention_disposal",
    "retention_disposaldecision",
    "retention_disposalundo",
    "retention_itemremoval",
)
LEADS = "d.roles ~ '(privacy|chief|mayor)'"
BOTH_LEAD = " AND ".join(LEADS.replace("d.", f"{signer}.") for signer in ("p", "q"))

PLACE = """
CREATE TABLE IF NOT EXISTS marugoto_guard.doomed (tbl text NOT NULL, id uuid NOT NULL, PRIMARY KEY (tbl, id));
REVOKE ALL ON marugoto_guard.doomed FROM PUBLIC;
"""
GATHER = """
CREATE OR REPLACE FUNCTION marugoto_guard.gather(
  w_body text, w_kind text, w_subject uuid, w_at timestamptz, w_before timestamptz)
RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE n bigint; k bigint; said text := '';
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('marugoto_doomed'));
  DELETE FROM marugoto_guard.doomed;
{steps}
{obstacles}
  RETURN said;
END $$;
"""
DESTROY = """
CREATE OR REPLACE FUNCTION marugoto_guard.destroy(w_body text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
{statements}
END $$;
"""
COUNT = """
DROP FUNCTION IF EXISTS marugoto_reach(text, uuid, timestamptz);
CREATE FUNCTION marugoto_reach(w_kind text, w_subject uuid, w_before timestamptz)
RETURNS TABLE (obstacles text, gathered integer, persons integer, staying integer, latest timestamptz) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE c text[] := marugoto_claims();
BEGIN
  IF c IS NULL OR NOT EXISTS (SELECT FROM agencies_duty d WHERE d.id = {duty} AND {leads}) THEN RETURN; END IF;
  obstacles := marugoto_guard.gather({body}, w_kind, w_subject, {at}, w_before);
  SELECT count(*) FILTER (WHERE tbl <> 'touched'), count(*) FILTER (WHERE tbl = 'people_person') INTO gathered, persons
  FROM marugoto_guard.doomed;
  staying := ({staying});
  latest := ({latest});
  DELETE FROM marugoto_guard.doomed;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION marugoto_reach(text, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION marugoto_reach(text, uuid, timestamptz) TO marugoto_desk;
"""
# Everything the rule in Python asks is asked here again, of the rows themselves.
DISPOSE = """
DROP FUNCTION IF EXISTS marugoto_dispose(uuid);
CREATE FUNCTION marugoto_dispose(w_item uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE c text[] := marugoto_claims(); i record; said text; kept record; today date;
BEGIN
  IF c IS NULL THEN RETURN 'gone'; END IF;
  today := ({at} AT TIME ZONE 'Asia/Tokyo')::date;
  SELECT m.*, t.subject, t.salt INTO i
  FROM retention_disposalitem m
  JOIN retention_disposal l ON l.id = m.disposal_id
  JOIN retention_disposaldecision y ON y.disposal_id = l.id AND y.agreed AND y.ready_at <= {at}
    AND y.worker_id <> l.worker_id AND y.duty_id <> l.duty_id
  JOIN retention_schedule s ON s.id = m.schedule_id AND s.record = m.record
    AND m.over_on >= (m.closed_on + make_interval(years => s.years))::date
  JOIN retention_disposaltarget t ON t.item_id = m.id
  JOIN agencies_duty p ON p.id = l.duty_id AND p.worker_id = l.worker_id
  JOIN agencies_duty q ON q.id = y.duty_id AND q.worker_id = y.worker_id
  WHERE m.id = w_item AND m.body = {body} AND l.body = {body} AND m.over_on <= today AND {both_lead}
    AND NOT EXISTS (SELECT FROM retention_itemremoval r WHERE r.item_id = m.id)
    AND NOT EXISTS (SELECT FROM retention_itemobstacle r WHERE r.item_id = m.id)
    AND NOT EXISTS (SELECT FROM retention_disposalundo u WHERE u.disposal_id = l.id)
    AND NOT EXISTS (SELECT FROM retention_destruction x WHERE x.item_id = m.id);
  IF NOT FOUND THEN RETURN 'gone'; END IF;
  SELECT s.years, CASE s.counted
      WHEN 'fiscal' THEN make_date(extract(year FROM i.closed_on - interval '3 months')::int + 1 + s.years, 4, 1)
      ELSE (i.closed_on + make_interval(years => s.years))::date + 1 END AS over_on
    INTO kept FROM retention_schedule s
    WHERE s.body = {body} AND s.record = i.record AND s.since <= today ORDER BY s.since DESC, s.number DESC LIMIT 1;
  IF kept.years IS NULL OR kept.over_on > today THEN RETURN 'longer'; END IF;
  IF i.record = 'look' THEN RETURN marugoto_guard.destroy_looks({body}, i.id, i.subject, i.salt, i.closed_on, {at}); END IF;
  said := marugoto_guard.gather(
    {body}, i.record, i.subject, {at}, (i.closed_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo');
  DELETE FROM marugoto_guard.doomed WHERE tbl = 'touched';
  IF said <> '' THEN RETURN said; END IF;
  IF NOT EXISTS (SELECT FROM marugoto_guard.doomed) THEN RETURN 'gone'; END IF;
  INSERT INTO retention_destruction (id, body, made_at, item_id, rows, counts, commitment)
  SELECT gen_random_uuid(), {body}, {at}, i.id, count(*),
    (SELECT jsonb_object_agg(g.tbl, g.n) FROM (SELECT tbl, count(*) AS n FROM marugoto_guard.doomed GROUP BY tbl) g),
    encode(sha256(convert_to(i.salt || E'\\n' || string_agg(tbl || ':' || id, E'\\n'
      ORDER BY (tbl || ':' || id) COLLATE "C"), 'UTF8')), 'hex')
  FROM marugoto_guard.doomed;
  PERFORM marugoto_guard.destroy({body});
  RETURN '';
END $$;
REVOKE ALL ON FUNCTION marugoto_dispose(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION marugoto_dispose(uuid) TO marugoto_desk;
"""
# What the holds in force lie on, whatever hangs together with it (who lives or lived there, his other records, the support, and what
# speaks of one of them), and the folders of all that. The same text on SQLite.
HELD_LOOKS = """
WITH RECURSIVE tie(a, b) AS (
  SELECT x.subject, f.subject FROM disclosure_concern x JOIN disclosure_folder f ON f.id = x.folder_id WHERE x.body = {body}
  UNION SELECT x.household_id, x.person_id FROM people_member x WHERE x.body = {body}
  UNION SELECT x.one_id, x.other_id FROM people_alias x WHERE x.body = {body}
  UNION SELECT x.household_id, x.id FROM casework_case x WHERE x.body = {body}
), pair(a, b) AS (SELECT a, b FROM tie UNION SELECT b, a FROM tie),
held(id) AS (
  SELECT h.subject FROM retention_hold h WHERE h.body = {body} AND NOT EXISTS (
    SELECT 1 FROM retention_holdending e WHERE e.hold_id = h.id AND e.worker_id <> h.worker_id AND e.until <= {day})
  UNION SELECT p.b FROM held o JOIN pair p ON p.a = o.id
)
SELECT o.id FROM held o UNION SELECT f.id FROM disclosure_folder f JOIN held o ON o.id = f.subject
"""
HELD = """
CREATE OR REPLACE FUNCTION marugoto_guard.looks_held(w_body text, w_closed date, w_at timestamptz)
RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM retention_hold h WHERE h.body = w_body) AND EXISTS (
    SELECT FROM disclosure_lookat a WHERE a.body = w_body
      AND a.made_at >= (w_closed - interval '1 year' + interval '1 day') AT TIME ZONE 'Asia/Tokyo'
      AND a.made_at < (w_closed + 1)::timestamp AT TIME ZONE 'Asia/Tokyo' AND a.what IN ({held}));
END $$;
CREATE OR REPLACE FUNCTION marugoto_looks_held(w_closed date)
RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE c text[] := marugoto_claims();
BEGIN
  RETURN c IS NULL OR NOT EXISTS (SELECT FROM agencies_duty d WHERE d.id = {duty} AND {leads})
    OR marugoto_guard.looks_held({body}, w_closed, {at});
END $$;
REVOKE ALL ON FUNCTION marugoto_looks_held(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION marugoto_looks_held(date) TO marugoto_desk;
"""
# A fiscal year of the book of looks, and what was found of them. Its item names the last day of that year and no other.
LOOKS = """
CREATE OR REPLACE FUNCTION marugoto_guard.destroy_looks(
  w_body text, w_item uuid, w_subject uuid, w_salt text, w_closed date, w_at timestamptz)
RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE n bigint; began timestamptz; ended timestamptz;
BEGIN
  IF to_char(w_closed, 'MM-DD') <> '03-31' THEN RETURN 'gone'; END IF;
  IF marugoto_guard.looks_held(w_body, w_closed, w_at) THEN RETURN 'held'; END IF;
  began := (w_closed - interval '1 year' + interval '1 day') AT TIME ZONE 'Asia/Tokyo';
  ended := (w_closed + 1)::timestamp AT TIME ZONE 'Asia/Tokyo';
  DELETE FROM disclosure_lookat WHERE body = w_body AND made_at >= began AND made_at < ended;
  DELETE FROM disclosure_look WHERE body = w_body AND made_at >= began AND made_at < ended;
  GET DIAGNOSTICS n = ROW_COUNT;
  IF n = 0 THEN RETURN 'gone'; END IF;
  DELETE FROM disclosure_signreply WHERE review_id IN (SELECT v.id FROM disclosure_signreview v
    JOIN disclosure_looksign s ON s.id = v.sign_id WHERE s.body = w_body AND s.at >= began AND s.at < ended);
  DELETE FROM disclosure_signreview WHERE sign_id IN (
    SELECT s.id FROM disclosure_looksign s WHERE s.body = w_body AND s.at >= began AND s.at < ended);
  DELETE FROM disclosure_looksign s WHERE s.body = w_body AND s.at >= began AND s.at < ended;
  INSERT INTO retention_destruction (id, body, made_at, item_id, rows, counts, commitment)
  VALUES (gen_random_uuid(), w_body, w_at, w_item, n, jsonb_build_object('disclosure_look', n),
    encode(sha256(convert_to(w_salt || E'\\n' || 'disclosure_look:' || w_subject, 'UTF8')), 'hex'));
  RETURN '';
END $$;
"""
SIGN = """
DROP POLICY IF EXISTS own_hand ON {name};
CREATE POLICY own_hand ON {name} AS RESTRICTIVE FOR INSERT TO marugoto_desk
  WITH CHECK (worker_id = (SELECT (marugoto_claims())[2]::uuid) AND duty_id = (SELECT (marugoto_claims())[3]::uuid));
"""
# Nothing but the function above writes the line that remains, and nobody points an item at something else.
LINE = """
REVOKE INSERT ON retention_destruction FROM marugoto_desk;
REVOKE UPDATE ON retention_disposaltarget FROM marugoto_desk;
"""


def functions() -> Iterator[str]:
    """Whole statements for `ground.rowsecurity.install`."""
    yield PLACE
    yield GATHER.format(steps=_steps(), obstacles=_obstacles())
    yield DESTROY.format(
        statements=_statements([*reach.unlinked(), *reach.destroyed()], after="DELETE FROM marugoto_guard.doomed;")
    )
    yield COUNT.format(
        leads=LEADS,
        staying=reach.STAYING.format(**PLACES),
        latest=against.latest().format(**PLACES | {"body": CLAIMS["body"]}),
        **CLAIMS,
    )
    yield HELD.format(held=HELD_LOOKS.format(body="w_body", day=PLACES["day"]), leads=LEADS, **CLAIMS)
    yield LOOKS
    yield DISPOSE.format(both_lead=BOTH_LEAD, **CLAIMS)
    for name in SIGNED:
        yield SIGN.format(name=name)
    yield LINE


def _steps() -> str:
    said = []
    for again, statements in reach.steps():
        lines = [f"  {statement.format(**PLACES)};" for statement in statements]
        if again:
            counted = [f"{line}\n  GET DIAGNOSTICS k = ROW_COUNT; n := n + k;" for line in lines]
            said += ["  LOOP n := 0;", *counted, "  EXIT WHEN n = 0; END LOOP;"]
        else:
            said += lines
    return "\n".join(said)


def _obstacles() -> str:
    asked = [
        f"  IF EXISTS (SELECT {question.format(**PLACES)}) THEN said := said || '{code},'; END IF;"
        for code, question in against.obstacles()
    ]
    return "\n".join(asked)


def _statements(statements: list[str], *, after: str) -> str:
    return "\n".join([*(f"  {statement.format(**PLACES)};" for statement in statements), f"  {after}"])
