"""What stands against a destruction, asked of what `reach` has gathered. The names in braces are the same there."""

from collections.abc import Iterator

from marugoto.retention import alone, unsupported
from marugoto.retention.reach import LOOSE, NOT_IN, UNLINKED, WHOLE, reached_models, table

# When the last of it was closed; of one entered alone, when the last was written of whoever would go with him.
LATEST = """
SELECT MAX(t.at) FROM (
  SELECT s.at FROM {{doomed}} d JOIN custody_ball b ON d.tbl = 'custody_ball' AND b.id = d.id
  JOIN custody_settlement s ON s.id = b.settlement_id
  UNION ALL SELECT c.ends_at FROM {{doomed}} d JOIN conferences_agendaitem i ON d.tbl = 'conferences_agendaitem' AND i.id = d.id
  JOIN conferences_conference c ON c.id = i.conference_id
  UNION ALL SELECT e.at FROM ({written}) e JOIN {{doomed}} d ON d.tbl = 'people_person' AND d.id = e.person
  WHERE {{kind}} = 'person') t
"""


def latest() -> str:
    """Places: doomed, body, kind."""
    return LATEST.format(written=alone.written())


def obstacles() -> Iterator[tuple[str, str]]:
    """A code, and the question whether it is so, once everything is gathered."""
    ball, settlement = table("custody.Ball"), table("custody.Settlement")
    balls = f"FROM {{doomed}} d JOIN {ball} b ON d.tbl = '{ball}' AND b.id = d.id"
    item, conference = table("conferences.AgendaItem"), table("conferences.Conference")
    tables = f"FROM {{doomed}} d JOIN {item} i ON d.tbl = '{item}' AND d.id = i.id JOIN {conference} c ON c.id = i.conference_id"
    yield "open", f"{balls} WHERE b.settlement_id IS NULL"
    yield "look_in", f"{balls} WHERE b.look_on IS NOT NULL"
    yield "young", f"{balls} JOIN {settlement} s ON s.id = b.settlement_id WHERE s.at >= {{before}}"
    yield "young", f"{tables} WHERE c.ends_at >= {{before}}"
    yield "conference", f"{tables} WHERE c.ends_at > {{at}}"
    yield from _still_supported()
    yield from _rights_in_force()
    hold, ending = table("retention.Hold"), table("retention.HoldEnding")
    over = (
        f"NOT EXISTS (SELECT 1 FROM {ending} n WHERE n.hold_id = h.id AND n.until <= {{day}} "
        "AND n.worker_id <> h.worker_id)"  # by another than who placed it
    )
    yield "held", f"FROM {hold} h WHERE h.subject IN (SELECT d.id FROM {{doomed}} d) AND {over}"
    for torn in _torn():
        yield "tied", torn


def _still_supported() -> Iterator[tuple[str, str]]:
    """What goes without the support it belongs to stays as long as that runs, and papers for the years after it has ended again.

    Whoever lives there and has come back to a window keeps his household as it is; and one whose support never began is as young as
    the last that was written of it. Of one entered alone that is asked of everybody who would go with him.
    """
    person = table("people.Person")
    yield (
        "young",
        f"FROM ({unsupported.written()}) e WHERE {{kind}} = 'household' AND e.household = {{subject}} AND e.at >= {{before}} "
        f"AND {unsupported.never_supported()}",
    )
    yield (
        "young",
        f"FROM ({alone.written()}) e JOIN {{doomed}} d ON d.tbl = '{person}' AND d.id = e.person "
        "WHERE {kind} = 'person' AND e.at >= {before}",
    )
    case, item = table("casework.Case"), table("conferences.AgendaItem")
    ball, settlement = table("custody.Ball"), table("custody.Settlement")
    member, consultation = table("people.Member"), table("intake.Consultation")
    papers = f"FROM {case} k JOIN {ball} b ON b.id = k.ball_id WHERE {{kind}} = 'attachment' AND k.household_id = {{subject}}"
    yield "open", f"{papers} AND b.settlement_id IS NULL"
    yield (
        "young",
        f"{papers} AND EXISTS (SELECT 1 FROM {settlement} s WHERE s.id = b.settlement_id AND s.at >= {{before}})",
    )
    yield (
        "open",
        f'FROM {item} i JOIN {case} o ON o.id = i."case" JOIN {case} k ON k.household_id = o.household_id '
        f"JOIN {ball} b ON b.id = k.ball_id "
        "WHERE {kind} = 'conference' AND i.id = {subject} AND b.settlement_id IS NULL",
    )
    yield (
        "open",
        f"FROM {member} m JOIN {consultation} c ON c.person_id = m.person_id JOIN {ball} b ON b.id = c.ball_id "
        "WHERE {kind} IN ('household', 'attachment') AND m.household_id = {subject} "
        "AND (m.until IS NULL OR m.until > {day}) AND b.settlement_id IS NULL",
    )


def _rights_in_force() -> Iterator[tuple[str, str]]:
    """What still protects somebody, or lets somebody read on a word with a last day."""
    restriction, ended = table("disclosure.Restriction"), table("disclosure.RestrictionEnding")
    consent = table("disclosure.Consent")
    subject, decision = table("disclosure.PurposeSubject"), table("disclosure.PurposeDecision")
    taken_back = table("disclosure.PurposeEnding")
    yield (
        "restricted",
        f"FROM {{doomed}} d JOIN {restriction} r ON d.tbl = '{restriction}' AND r.id = d.id "
        "WHERE r.against_id IS NULL "  # a conflict of interest keeps one worker out, and holds nothing back
        f"AND NOT EXISTS (SELECT 1 FROM {ended} n WHERE n.restriction_id = r.id AND n.ended_at <= {{at}})",
    )
    yield (
        "consent",
        f"FROM {{doomed}} d JOIN {consent} c ON d.tbl = '{consent}' AND c.id = d.id "
        "WHERE c.state IN ('given', 'partly') AND c.until >= {day}",
    )
    yield (
        "purpose",
        f"FROM {{doomed}} d JOIN {subject} p ON d.tbl = '{subject}' AND p.id = d.id "
        f"JOIN {decision} y ON y.request_id = p.request_id AND y.until >= {{day}} "
        f"WHERE NOT EXISTS (SELECT 1 FROM {taken_back} n WHERE n.request_id = p.request_id)",
    )


def _torn() -> Iterator[str]:
    whole = {table(label) for label in WHOLE}
    for model in reached_models():
        name = model._meta.db_table
        for field in model._meta.concrete_fields:
            parent = field.related_model._meta.db_table if field.related_model else ""
            if parent in whole and (model._meta.label, field.name) not in UNLINKED | LOOSE:
                gone = NOT_IN.format(table=parent, column=f"x.{field.column}")
                yield (
                    f"FROM {{doomed}} d JOIN {name} x ON d.tbl = '{name}' AND x.id = d.id "
                    f"WHERE x.{field.column} IS NOT NULL AND {gone}"
                )
