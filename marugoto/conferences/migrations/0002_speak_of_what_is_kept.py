"""Of whom the folders speak that were there before this was kept, and on whose answers the openings stand."""

from itertools import chain
from typing import Any

from django.db import migrations

FORCED = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relforcerowsecurity"


def fill(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:  # the owner reads all; `bin/marugoto migrate` puts the walls up again
            cursor.execute(FORCED)
            for (table,) in cursor.fetchall():
                cursor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
    _say_of_whom(apps)
    _count_needs(apps)
    _say_on_whose_answers(apps)


def _say_of_whom(apps: Any) -> None:
    concern = apps.get_model("disclosure", "Concern")
    for body, folder, subject, at, until in chain.from_iterable(of(apps) for of in (_homes, _work, _words)):
        defaults = {"body": body, "made_at": at, "until": until}
        row, made = concern.objects.get_or_create(folder_id=folder, subject=subject, defaults=defaults)
        if not made and row.until is not None and (until is None or until > row.until):
            row.until = until
            row.save(update_fields=["until"])


def _homes(apps: Any) -> Any:
    for row in apps.get_model("people", "Member").objects.select_related("household").order_by("pk"):
        yield row.body, row.household.folder_id, row.person_id, row.made_at, row.until


def _work(apps: Any) -> Any:
    homes = {}
    for row in apps.get_model("casework", "Case").objects.order_by("pk"):
        homes[row.pk] = row.household_id
        yield row.body, row.folder_id, row.household_id, row.made_at, None
    for row in apps.get_model("casework", "Need").objects.order_by("pk"):
        yield row.body, row.folder_id, row.person_id or row.household_id, row.made_at, None
    for row in apps.get_model("intake", "Consultation").objects.exclude(person=None).order_by("pk"):
        yield row.body, row.folder_id, row.person_id, row.made_at, None
    for row in apps.get_model("casework", "CaseOrigin").objects.select_related("consultation").order_by("pk"):
        yield row.body, row.consultation.folder_id, homes[row.case_id], row.made_at, None
    for row in apps.get_model("conferences", "AgendaItem").objects.order_by("pk"):
        if row.case in homes:
            yield row.body, row.folder, homes[row.case], row.made_at, None


def _words(apps: Any) -> Any:
    """Words said in passing speak of whom their matter speaks."""
    concern, ways = apps.get_model("disclosure", "Concern"), ("offer__ball", "ball", "rescue__ball")
    for name, way in zip(("OfferWords", "HandOverWords", "Learnt"), ways, strict=True):
        rows = apps.get_model("custody", name).objects.order_by("pk")
        for body, folder, at, matter in rows.values_list("body", "folder", "made_at", f"{way}__matter"):
            for subject in concern.objects.filter(folder__subject=matter).values_list("subject", flat=True):
                yield body, folder, subject, at, None


def _count_needs(apps: Any) -> None:
    kept = apps.get_model("casework", "CaseNeed")
    for row in apps.get_model("casework", "Need").objects.order_by("pk"):
        defaults = {"body": row.body, "made_at": row.made_at, "case_ref": row.case_id}
        kept.objects.get_or_create(need_ref=row.pk, defaults=defaults)


def _say_on_whose_answers(apps: Any) -> None:
    """The latest yes of everybody concerned about the team to which it was opened."""
    reliance = apps.get_model("disclosure", "Reliance")
    for name, place in (("Grant", "grant"), ("Prepared", "prepared")):
        rows = apps.get_model("disclosure", name).objects.filter(basis="consent").select_related("folder")
        for row in rows.order_by("pk"):
            for consent in _answers(apps, row):
                reliance.objects.get_or_create(
                    consent=consent, **{place: row}, defaults={"body": row.body, "made_at": row.made_at}
                )


def _answers(apps: Any, row: Any) -> Any:
    consent, concern = apps.get_model("disclosure", "Consent"), apps.get_model("disclosure", "Concern")
    people = {row.folder.subject}
    if row.folder.subject_kind != "person":
        named = set(concern.objects.filter(folder=row.folder).values_list("subject", flat=True)) | people
        living = concern.objects.filter(folder__subject__in=named, folder__subject_kind="household", until=None)
        people = named | set(living.values_list("subject", flat=True))
    team = row.team_id or row.duty.team_id
    for person in sorted(people):
        said = consent.objects.filter(person=person, receiver=team).order_by("-made_at").first()
        if said is not None and said.state in {"given", "partly"}:
            yield said


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0001_begin"),
        ("casework", "0002_speak_until"),
        ("disclosure", "0004_speak_until"),
        ("people", "0003_let_mistakes_be_taken_back"),
        ("custody", "0005_tell_of_answers"),
        ("intake", "0004_ask_other_offices"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
