"""What one destruction takes with it: worked out from the tables themselves, so that a table made later is reached too.

The statements gather (table, id) into a place called `doomed`. The same text runs on SQLite and, inside a function of the owner's,
on PostgreSQL (`walls`). Names in braces: doomed, body, kind, subject, at, day, before (nothing of it was closed from then on).

First the root and what is its own; then whose record goes with it; then, until nothing is added, every row that points at a row
gathered already. Who belongs elsewhere too stays, with his own record.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

PACKAGES = ("disclosure", "people", "custody", "intake", "casework", "conferences", "participation", "exchange")
# What is kept of a hold that is over points at whom it lay on, and its words may tell who that was. Of a task without a name only
# this row says whose need waits for it; the task itself stays.
ALSO = ("retention.Hold", "retention.HoldEnding", "community.UnmetWait")
STAYS = {
    "disclosure.Look": "sealed into the chain; names folders that are gone, and goes by its own years (actions.look)",
    "disclosure.LookAt": "an index of the looks, goes with them",
    "disclosure.LookSign": "about a worker's looks, goes with them",
    "disclosure.SignReview": "about a worker's looks, goes with them",
    "disclosure.SignReply": "about a worker's looks, goes with them",
    "disclosure.WatchedDay": "a day and a number",
}

# Columns that hold the id of a row without a key to it: what points at something gone goes too.
POINTERS = {
    "custody.Ball": ("matter",),
    "casework.CaseNeed": ("case_ref", "need_ref"),
    "casework.Misfiled": ("case_ref", "entry_ref"),
    "conferences.AgendaItem": ("case",),
    "conferences.Decision": ("need",),
    "disclosure.Attachment": ("matter",),
    "disclosure.AttachmentRemoval": ("matter",),
    "disclosure.Concern": ("subject",),
    "disclosure.Conflict": ("subject",),
    "disclosure.Consent": ("person",),
    "disclosure.ConsentAnswer": ("person",),
    "disclosure.EmergencySubject": ("subject",),
    "disclosure.Folder": ("subject", "origin"),
    "disclosure.PurposeSubject": ("subject",),
    "exchange.Incoming": ("notice",),
    "intake.InquiryReply": ("inquired_ref",),
    "intake.InquiryTeam": ("inquiry_ref", "inquired_ref"),
    "intake.ReleasedAnswer": ("notice_ref",),
    "people.Pseudonym": ("person",),
    "retention.Hold": ("subject",),
}
# What a row that goes points at, and is its alone.
OWNED = {
    "casework.CaseOrigin": ("consultation",),
    "custody.Asking": ("ended",),
    "custody.Bid": ("ended",),
    "custody.Offer": ("ended",),
    "custody.Rescue": ("ended",),
    "custody.Stuck": ("answer",),
    "custody.Tiding": ("read",),
    "intake.Consultation": ("notice",),
    "participation.Approach": ("notice",),
    "participation.ApproachEnding": ("approach",),
}
OWNED_BY_ID = (("intake.InquiryTeam", "inquired_ref", "intake.Inquired"),)
# Goes when the last of these that belongs to it has gone.
EMPTIED = (
    ("custody.Bundle", "custody.BundleLine", "bundle"),
    ("disclosure.PurposeRequest", "disclosure.PurposeSubject", "request"),
    ("intake.Inquiry", "intake.InquiryTeam", "inquiry_ref"),
)
# Keys that are emptied instead: the row is another's history.
UNLINKED = {("people.HouseholdChange", "other")}
# A row that goes may not be torn out of one of these that stays.
WHOLE = (
    "people.Household",
    "casework.Case",
    "casework.Need",
    "casework.Plan",
    "intake.Consultation",
    "intake.Notice",
    "participation.Approach",
)
# Keys that only say that two things are read together: what goes takes the key along and tears nothing.
LOOSE = {("intake.NoticeTie", "first")}
# Folders whose subject is no row: they go with what lies in them.
OF_THEIR_OWN = {"casework.AssessmentPart": "assessment"}

TIES = (
    ("people.Union", "one_id", "other_id"),
    ("people.Descent", "parent_id", "child_id"),
    ("people.Alias", "one_id", "other_id"),
)

_TOUCHED = "'touched'"
NOT_IN = "NOT EXISTS (SELECT 1 FROM {{doomed}} e WHERE e.tbl = '{table}' AND e.id = {column})"


def reached_models() -> list[type[models.Model]]:
    """Every table in which something of a person may lie."""
    found = [model for package in PACKAGES for model in apps.get_app_config(package).get_models()]
    return [model for model in found if model._meta.label not in STAYS] + [apps.get_model(label) for label in ALSO]


def table(label: str) -> str:
    return apps.get_model(label)._meta.db_table


def steps() -> Iterator[tuple[bool, list[str]]]:
    """The statements in their order; True: again and again, until none of them finds anything more."""
    yield False, list(roots())
    yield False, list(touched())
    yield False, list(candidates())
    yield True, list(relatives())
    yield True, list(staying())
    yield False, [chosen()]
    yield True, list(hanging())


# Who stays of those it is about.
STAYING = """
SELECT COUNT(*) FROM {doomed} t JOIN people_person p ON t.tbl = 'touched' AND p.id = t.id
WHERE NOT EXISTS (SELECT 1 FROM {doomed} e WHERE e.tbl = 'people_person' AND e.id = t.id)
"""


# ---------------------------------------------------------------- the root


def roots() -> Iterator[str]:
    """The root by its kind, and what a support is made of."""
    household, case = table("people.Household"), table("casework.Case")
    origin, entry = table("casework.CaseOrigin"), table("casework.JournalEntry")
    item, attachment = table("conferences.AgendaItem"), table("disclosure.Attachment")
    for kind, name in (
        ("household", household),
        ("consultation", table("intake.Consultation")),
        ("notice", table("intake.Notice")),
        ("inquiry", table("intake.Inquiry")),
        ("approach", table("participation.Approach")),
        ("watch", table("participation.Watch")),
        ("conference", item),
    ):
        yield _gather(name, f"{name} x", f"{{kind}} = '{kind}' AND x.id = {{subject}}")
    yield _gather(
        attachment,
        f"{attachment} x JOIN {entry} j ON j.id = x.matter JOIN {case} c ON c.id = j.case_id",
        "{kind} = 'attachment' AND c.household_id = {subject}",
    )
    yield _gather(
        attachment,
        f"{attachment} x JOIN {origin} o ON o.consultation_id = x.matter JOIN {case} c ON c.id = o.case_id",
        "{kind} = 'attachment' AND c.household_id = {subject}",
    )
    yield _gather(case, f"{case} x JOIN {{doomed}} d ON d.tbl = '{household}' AND d.id = x.household_id", "1 = 1")
    yield _gather(
        table("intake.Consultation"),
        f"{origin} x JOIN {{doomed}} d ON d.tbl = '{case}' AND d.id = x.case_id",
        "1 = 1",
        column="x.consultation_id",
    )


def touched() -> Iterator[str]:
    """Whom and which household it is about, staying or not: a hold on one of them holds it."""
    member, case, home = table("people.Member"), table("casework.Case"), table("people.Household")
    consultation, item = table("intake.Consultation"), table("conferences.AgendaItem")
    yield _gather("touched", f"{home} x", "{kind} IN ('household', 'attachment') AND x.id = {subject}")
    yield _gather("touched", f"{table('people.Person')} x", "{kind} = 'person' AND x.id = {subject}")
    yield _gather(
        "touched",
        f'{item} i JOIN {case} x ON x.id = i."case"',
        "{kind} = 'conference' AND i.id = {subject}",
        column="x.household_id",
    )
    yield _gather(
        "touched",
        f"{consultation} x JOIN {{doomed}} d ON d.tbl = '{consultation}' AND d.id = x.id",
        "x.person_id IS NOT NULL",
        column="x.person_id",
    )
    for outreach in (table("participation.Approach"), table("participation.Watch")):
        yield _gather(
            "touched",
            f"{outreach} x JOIN {{doomed}} d ON d.tbl = '{outreach}' AND d.id = x.id",
            "x.person_id IS NOT NULL",
            column="x.person_id",
        )
    inquired, team = table("intake.Inquired"), table("intake.InquiryTeam")
    yield _gather(
        "touched",
        f"{inquired} x JOIN {team} t ON t.inquired_ref = x.id",
        "{kind} = 'inquiry' AND t.inquiry_ref = {subject}",
        column="x.person_id",
    )
    lives = f"{member} x JOIN {{doomed}} d ON d.tbl = 'touched' AND d.id = x.household_id"
    yield _gather("touched", lives, "1 = 1", "x.person_id")
    yield from _other_records()
    lived = f"{member} x JOIN {{doomed}} d ON d.tbl = 'touched' AND d.id = x.person_id"
    yield _gather("touched", lived, "1 = 1", "x.household_id")


def _other_records() -> Iterator[str]:
    """A hold on one record of a person holds what the others have; twice, for a record of a record."""
    alias = table("people.Alias")
    for here, there in (("one_id", "other_id"), ("other_id", "one_id")) * 2:
        source = f"{alias} x JOIN {{doomed}} d ON d.tbl = 'touched' AND d.id = x.{here}"
        yield _gather("touched", source, _unended("x"), f"x.{there}")


def _unended(alias: str) -> str:
    return f"NOT EXISTS (SELECT 1 FROM {table('people.AliasEnding')} n WHERE n.alias_id = {alias}.id)"


# ---------------------------------------------------------------- whose record goes


def candidates() -> Iterator[str]:
    """Who lived there, or was spoken of."""
    member, household = table("people.Member"), table("people.Household")
    consultation = table("intake.Consultation")
    yield _gather("candidate", f"{table('people.Person')} x", "{kind} = 'person' AND x.id = {subject}")
    yield _gather(
        "candidate",
        f"{member} x JOIN {{doomed}} d ON d.tbl = '{household}' AND d.id = x.household_id",
        "1 = 1",
        "x.person_id",
    )
    yield _gather(
        "candidate",
        f"{consultation} x JOIN {{doomed}} d ON d.tbl = '{consultation}' AND d.id = x.id",
        "x.person_id IS NOT NULL",
        "x.person_id",
    )
    for outreach in (table("participation.Approach"), table("participation.Watch")):
        yield _gather(
            "candidate",
            f"{outreach} x JOIN {{doomed}} d ON d.tbl = '{outreach}' AND d.id = x.id",
            "x.person_id IS NOT NULL",
            "x.person_id",
        )


def relatives() -> Iterator[str]:
    """Who is known only as somebody's kin, or by another record of the same person: repeated until nobody is added."""
    member = table("people.Member")
    for label, one, other in TIES:
        for here, there in ((one, other), (other, one)):
            yield _gather(
                "candidate",
                f"{table(label)} x JOIN {{doomed}} d ON d.tbl = 'candidate' AND d.id = x.{here}",
                f"NOT EXISTS (SELECT 1 FROM {member} m WHERE m.person_id = x.{there})",
                f"x.{there}",
            )


def staying() -> Iterator[str]:
    """Who belongs elsewhere too: repeated until nobody is left who does."""
    member, household = table("people.Member"), table("people.Household")
    need, case = table("casework.Need"), table("casework.Case")
    consultation, approach = table("intake.Consultation"), table("participation.Approach")
    watch = table("participation.Watch")
    elsewhere = (
        (member, "household_id", household),
        (need, "case_id", case),
        (consultation, "id", consultation),
        (approach, "id", approach),
        (watch, "id", watch),
    )
    for name, column, anchor in elsewhere:
        gone = NOT_IN.format(table=anchor, column=f"m.{column}")
        yield _leave(f"EXISTS (SELECT 1 FROM {name} m WHERE m.person_id = x.id AND {gone})")
    alias, apart = table("people.Alias"), _unended("m")
    lives = f"NOT EXISTS (SELECT 1 FROM {member} h WHERE h.person_id = x.id)"
    for label, one, other in TIES:
        for here, there in ((one, other), (other, one)):
            only = apart if table(label) == alias else lives
            gone = NOT_IN.format(table="candidate", column=f"m.{there}")
            yield _leave(f"EXISTS (SELECT 1 FROM {table(label)} m WHERE m.{here} = x.id AND {gone} AND {only})")


def chosen() -> str:
    """Whoever is left goes."""
    return f"UPDATE {{doomed}} SET tbl = '{table('people.Person')}' WHERE tbl = 'candidate'"


# ---------------------------------------------------------------- everything that hangs on it


def hanging() -> Iterator[str]:
    """Repeated until nothing is added."""
    inside = {model._meta.db_table for model in reached_models()}
    for model in reached_models():
        yield from _by_keys(model, inside)
    for label, columns in POINTERS.items():
        for column in columns:
            yield _gather(
                table(label),
                f"{table(label)} x",
                f'x."{column}" IN (SELECT d.id FROM {{doomed}} d WHERE d.tbl <> {_TOUCHED})',
            )
    for label, names in OWNED.items():
        for name in names:
            field = apps.get_model(label)._meta.get_field(name)
            source = f"{table(label)} x JOIN {{doomed}} d ON d.tbl = '{table(label)}' AND d.id = x.id"
            parent = field.related_model._meta.db_table
            yield _gather(parent, source, f"x.{field.column} IS NOT NULL", f"x.{field.column}")
    for label, column, owned in OWNED_BY_ID:
        source = f"{table(label)} x JOIN {{doomed}} d ON d.tbl = '{table(label)}' AND d.id = x.id"
        there = f"EXISTS (SELECT 1 FROM {table(owned)} y WHERE y.id = x.{column})"
        yield _gather(table(owned), source, there, f"x.{column}")
    yield from _emptied()


def _by_keys(model: type[models.Model], inside: set[str]) -> Iterator[str]:
    name = model._meta.db_table
    for field in model._meta.concrete_fields:
        parent = field.related_model._meta.db_table if field.related_model else ""
        if parent in inside and (model._meta.label, field.name) not in UNLINKED:
            yield _gather(
                name, f"{name} x JOIN {{doomed}} d ON d.tbl = '{parent}' AND d.id = x.{field.column}", "1 = 1"
            )
    if model._meta.label in OF_THEIR_OWN:
        folder = table("disclosure.Folder")
        source = f"{name} x JOIN {{doomed}} d ON d.tbl = '{name}' AND d.id = x.id JOIN {folder} f ON f.id = x.folder_id"
        yield _gather(folder, source, f"f.subject_kind = '{OF_THEIR_OWN[model._meta.label]}'", "f.id")


def _emptied() -> Iterator[str]:
    for whole, part, name in EMPTIED:
        column = apps.get_model(part)._meta.get_field(name).column
        left = NOT_IN.format(table=table(part), column="y.id")
        yield _gather(
            table(whole),
            f"{table(part)} x JOIN {{doomed}} d ON d.tbl = '{table(part)}' AND d.id = x.id",
            f"NOT EXISTS (SELECT 1 FROM {table(part)} y WHERE y.{column} = x.{column} AND {left})",
            f"x.{column}",
        )


# ---------------------------------------------------------------- and then


def unlinked() -> Iterator[str]:
    for label, name in sorted(UNLINKED):
        field = apps.get_model(label)._meta.get_field(name)
        parent, own = field.related_model._meta.db_table, table(label)
        yield (
            f"UPDATE {own} SET {field.column} = NULL WHERE {field.column} IN "
            f"(SELECT d.id FROM {{doomed}} d WHERE d.tbl = '{parent}')"
        )


def destroyed() -> Iterator[str]:
    """The keys between the rows are looked at when the transaction ends, so their order is of no account."""
    hexes = "SELECT replace(CAST(d.id AS text), '-', '') FROM {doomed} d WHERE d.tbl <> 'touched'"
    counter = table("ground.Counter")
    yield (
        f"DELETE FROM {counter} WHERE body = {{body}} AND length(name) > 32 "
        f"AND substr(name, length(name) - 31) IN ({hexes})"
    )
    for model in reached_models():
        name = model._meta.db_table
        yield f"DELETE FROM {name} WHERE id IN (SELECT d.id FROM {{doomed}} d WHERE d.tbl = '{name}')"


def _gather(name: str, source: str, where: str, column: str = "x.id") -> str:
    return (
        f"INSERT INTO {{doomed}} (tbl, id) SELECT '{name}', {column} FROM {source} "
        f"WHERE x.body = {{body}} AND {where} ON CONFLICT DO NOTHING"
    )


def _leave(where: str) -> str:
    return f"DELETE FROM {{doomed}} AS x WHERE x.tbl = 'candidate' AND {where}"
