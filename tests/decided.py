"""Decisions that something may be told for another purpose: made by somebody of the own staff who may, as in the town."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from marugoto.agencies.models import Team
from marugoto.agencies.queries.directory import duties_at_the_table, own_organ
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.answered import DecisionMissing
from marugoto.disclosure.actions.purpose import ask_purpose, decide_purpose
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder, PurposeDecision, PurposeRequest
from marugoto.disclosure.rules.purpose import DECIDERS
from marugoto.ground.context import entered
from marugoto.kernel.ref import Ref
from tests.database import unwalled
from tests.town import Town

T = TypeVar("T")
WHY = "相手の仕事に要るため"


def decider_for(by: Viewer, at: datetime) -> Viewer:
    """Another worker who may decide on what this one's team gives."""
    with transaction.atomic(), entered(by.at_moment(at)):
        giver = Team.objects.everywhere("of a test").select_related("agency").get(pk=by.team)
        for duty in duties_at_the_table(by.at_moment(at)):
            if duty.worker_id != by.worker and duty.role_set() & DECIDERS and own_organ(by.body, giver, duty.team):
                found = viewer_of_duty(duty.pk, at)
                assert found
                return found
    raise LookupError("nobody here may decide")


def asked(by: Viewer, at: datetime, to: UUID, subjects: Iterable[Ref], parts: Collection[Part]) -> PurposeRequest:
    return ask_purpose(by=by, at=at, receiver=to, subjects=list(subjects), parts=parts, reason=WHY)


def wants_to_tell(town: Town, person: UUID) -> UUID:
    """田中 wants to tell the 包括 who somebody is, without having asked her: nobody has decided yet."""
    at, to = town.later(), town.team("north-care-desk")
    return asked(town("tanaka"), at, to, [Ref("person", person)], [Part.BASIC]).pk


def decided(by: Viewer, at: datetime, to: UUID, subjects: Collection[UUID], parts: Collection[Part]) -> PurposeDecision:
    """That team may be told these parts about these."""
    with unwalled():
        folders = list(Folder.objects.within(by.body).filter(subject__in=subjects))
    about = {Ref(one.subject_kind, one.subject) for one in folders}
    row = asked(by, at, to, about, parts)
    return decide_purpose(by=decider_for(by, at), at=at, request=row.pk, agreed=True)


def once_decided(by: Viewer, at: datetime, to: UUID, deed: Callable[[], T]) -> T:
    """What is refused because nobody has decided yet is asked for, decided, and done."""
    try:
        return deed()
    except DecisionMissing as missing:
        row = asked(by, at, to, missing.subjects, missing.parts)
    decide_purpose(by=decider_for(by, at), at=at, request=row.pk, agreed=True)
    return deed()
