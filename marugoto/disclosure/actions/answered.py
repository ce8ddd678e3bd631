"""What somebody's yes allows to be told: the consent of the persons concerned, or the decision that the purpose may be left."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.terms import Granted, Terms
from marugoto.disclosure.actions.turn import one_after_another
from marugoto.disclosure.codes import ConsentState, Part
from marugoto.disclosure.models import Consent, ConsentAnswer, ConsentItem, Folder, PurposeDecision, PurposeSubject
from marugoto.disclosure.rules.purpose import Decided, Wanted, covers
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import end_of_day, local_day
from marugoto.kernel.ref import Ref


@dataclass(frozen=True)
class Answered:
    """The person's latest answer about a receiver, where it is a yes that still holds, and the parts it agrees to."""

    consent: Consent | None = None
    parts: frozenset[Part] = frozenset()


class DecisionMissing(Refused):
    """Nobody has decided yet that this may be told for another purpose; what a decision would have to be about."""

    def __init__(self, refused: Refused, subjects: Iterable[Ref], parts: Iterable[Part]) -> None:
        super().__init__(refused.sentence, refused.way_on)
        self.subjects, self.parts = frozenset(subjects), frozenset(parts)


def answer_of(by: Viewer, at: datetime, records: Collection[UUID], team: UUID | None) -> Answered:
    """On a later answer that is not open to the giver nothing can be given."""
    answers = ConsentAnswer.objects.within(by.body).filter(person__in=records, receiver=team).order_by("-made_at")
    latest = Consent.objects.open_to(by).filter(pk__in=answers.values("consent_id")[:1]).first()
    if latest is None or latest.state not in {ConsentState.GIVEN, ConsentState.PARTLY}:
        return Answered()
    if latest.until is not None and latest.until < local_day(at):
        return Answered()
    items = ConsentItem.objects.within(by.body).filter(consent=latest)
    return Answered(latest, frozenset(Part(item.part) for item in items))


def decisions_in_force(
    by: Viewer, at: datetime, team: UUID | None, about: Collection[UUID]
) -> list[tuple[UUID, Decided]]:
    """Every yes about this receiver and one of these that holds today, the one that lasts longest first."""
    rows = PurposeDecision.objects.within(by.body).filter(request__receiver=team, agreed=True, until__gte=local_day(at))
    named = PurposeSubject.objects.within(by.body).filter(subject__in=set(about)).values("request")
    rows = rows.filter(request__ending=None, request__in=named, made_at__lte=at).select_related("request")
    subjects = Prefetch("request__subjects", PurposeSubject.objects.within(by.body))
    rows = rows.prefetch_related(subjects).order_by("-until", "pk")
    return [
        (
            row.pk,
            Decided(
                receiver=row.request.receiver_id,
                subjects=frozenset(one.subject for one in row.request.subjects.all()),
                parts=row.request.part_set(),
                until=row.until,
            ),
        )
        for row in rows
        if row.until is not None
    ]


def as_agreed(by: Viewer, at: datetime, folders: list[Folder], terms: Terms) -> tuple[list[Granted], frozenset[Part]]:
    """The folders to which all persons concerned agreed, each until the first of their answers ends; and the parts in which
    somebody's answer is missing."""
    given, lacking = list[Granted](), set[Part]()
    asked = {folder.pk: _whom(folder, terms) for folder in folders}
    records = {person: {person, *terms.records.get(person, ())} for who in asked.values() for person in who}
    one_after_another(by, {record for its in records.values() for record in its})
    answers = {person: answer_of(by, at, its, terms.team) for person, its in records.items()}
    for folder in folders:
        part, who = Part(folder.part), asked[folder.pk]
        if who and all(part in answers[person].parts for person in who):
            stands_on = tuple(row for person in sorted(who) if (row := answers[person].consent) is not None)
            ends = [end_of_day(row.until) for row in stands_on if row.until is not None]
            ends += [terms.until] if terms.until else []
            given.append(Granted(folder, min(ends, default=None), tuple(row.pk for row in stands_on)))
        elif folder.subject not in terms.optional:
            lacking.add(part)
    return given, frozenset(lacking)


def as_decided(by: Viewer, at: datetime, folders: list[Folder], terms: Terms) -> tuple[list[Granted], frozenset[Part]]:
    """The folders that a decision in force covers, each until its last day; and the parts in which one is not covered."""
    given, lacking, day = list[Granted](), set[Part](), local_day(at)
    named = {one.id for one in asked_about(folders, terms)} | {folder.subject for folder in folders}
    decided = decisions_in_force(by, at, terms.team, named)
    for folder in folders:
        part, whom = Part(folder.part), _whom(folder, terms)
        about = Wanted(terms.team, part, folder.subject, frozenset(whom))
        found = next(((key, one) for key, one in decided if covers(one, about, day)), None)
        if found is not None:
            ends = [end_of_day(found[1].until), *([terms.until] if terms.until else [])]
            given.append(Granted(folder, min(ends), decision=found[0]))
        elif folder.subject not in terms.optional:
            lacking.add(part)
    return given, frozenset(lacking)


def asked_about(folders: Iterable[Folder], terms: Terms) -> set[Ref]:
    """The persons of whom the folders speak; what speaks of nobody known is named itself."""
    found = set[Ref]()
    for folder in folders:
        whom = _whom(folder, terms)
        found |= {Ref("person", one) for one in whom} or {Ref(folder.subject_kind, folder.subject)}
    return found


def _whom(folder: Folder, terms: Terms) -> set[UUID]:
    return {folder.subject} if folder.subject_kind == "person" else set(terms.persons.get(folder.subject, ()))
