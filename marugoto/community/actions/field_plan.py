"""Say what one means to do outside on which day, and what came of it."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import FieldPlanEnd
from marugoto.community.events import FieldPlanEnded, FieldPlanned
from marugoto.community.models import FieldPlan, FieldPlanEnding
from marugoto.community.rules.field_note import may_stand
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def plan_day(
    *,
    by: Viewer,
    at: datetime,
    day: date,
    words: str,
    place: UUID | None = None,
    district: UUID | None = None,
    sure: bool = False,
) -> FieldPlan:
    words = clean(words, limit=300).strip()
    if not words:
        no("何をするかが書かれていません。").require()
    if day < local_day(at):
        no("過ぎた日の予定です。", "もう行ったことは、日誌に書いてください。").require()
    may_stand(words, sure=sure).require()
    row = FieldPlan.objects.create(
        body=by.body, made_at=at, day=day, words=words, place_id=place, district_id=district, by=by.duty
    )
    announce(FieldPlanned(plan=row.pk, day=day), by=by, at=at, matter=row.pk)
    return row


@acting
def end_plan(*, by: Viewer, at: datetime, plan: UUID, end: FieldPlanEnd, note: UUID | None = None) -> FieldPlanEnding:
    """`note` tells what came of it. Raises FieldPlan.DoesNotExist for what another means to do."""
    row = FieldPlan.objects.within(by.body).get(pk=plan, by=by.duty)
    if FieldPlanEnding.objects.within(by.body).filter(plan=row).exists():
        no("この予定は、もう終わっています。", "予定を開き直してください。").require()
    made = FieldPlanEnding.objects.create(body=by.body, made_at=at, plan=row, end=end, note_id=note, by=by.duty)
    announce(FieldPlanEnded(plan=row.pk, end=end), by=by, at=at, matter=row.pk)
    return made
