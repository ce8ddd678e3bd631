"""What changed about a household while its worker was away: told by the ledger, without what is his own and what he may not see."""

from dataclasses import fields
from datetime import date, timedelta
from enum import StrEnum
from inspect import getmembers, isclass
from typing import Any, get_args
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from marugoto.agencies import events as account
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import as_viewer
from marugoto.casework import events as work
from marugoto.casework.actions.journal import write
from marugoto.casework.codes import Method
from marugoto.custody import events as ball
from marugoto.custody.actions.care import touch
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import MatterKind, Stance, TouchKind
from marugoto.ledger.events import Event, columns
from marugoto.ledger.queries.fact import Kept
from marugoto.web.desk.changes import BY_KIND, SAYINGS, Told, told_once
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
# A ball begins together with its matter, the troubles are told with their sheet;
# questions of the control tower and endings of teams are told where they belong. Accounts concern no household: who gave whom one
# is told on the office's page of accounts.
NOT_TOLD = {
    "ball.placed",
    "case.gathered",
    "holder.asked",
    "asking.ended",
    "team.ended",
    "desk.left",
    "desk.taken",
    "duty.ended",
    "duty.stays",
    "goal.scored",
    "trouble.named",
    "account.asked",
    "account.begun",
    "account.recognised",
    "account.refused",
    "account.released",
    "account.suspended",
    "account.withdrawn",
    "keys.removed",
    "profile.said",
    "slip.shown",
}


def page(story: Story, span: str = "") -> str:
    answer = signed_in("tanaka").get(f"/desk/households/{story.case}/changes/", {"span": span})
    assert answer.status_code == 200
    return text(answer)


def test_what_others_did_is_told_and_ones_own_is_not(story: Story, town: Town) -> None:
    now = timezone.now()
    catch(by=town("ogawa").at_moment(now), at=now, offer=story.offer)
    write(by=town("tanaka").at_moment(now), at=now, case=story.case, words="わたしの記録。", method=Method.VISIT)
    said = page(story, "92")
    assert "ほかの人が動かしたことが3件あります。" in said
    assert "小川 直子 北部包括 総合相談" in said
    assert "必要1 キヨさんの物忘れと薬 北部包括 総合相談が受け取りました。" in said
    assert "プランが「市町村が決めた」になりました。" in said
    assert "訪問" not in said.replace("訪問・見守り", "")  # but in the bar
    assert "わたしの記録" not in said


def test_it_begins_with_the_day_of_ones_last_record(story: Story, town: Town) -> None:
    now = timezone.now()
    colleague = town("ogawa").at_moment(now)
    catch(by=colleague, at=now, offer=story.offer)
    long_ago = page(story)
    touch(by=town("tanaka").at_moment(now), at=now, ball=story.ball, kind=TouchKind.TALKED)
    assert page(story) == long_ago  # today's own step is not yet the last one: one is still reading


def test_what_one_did_under_another_hat_is_ones_own(story: Story, town: Town) -> None:
    now = timezone.now()
    with unwalled():
        duty = Duty.objects.everywhere("the one 田中 wears").get(pk=town("tanaka").duty)
        duty.pk, duty.since, duty._state.adding = uuid4(), duty.since + timedelta(days=1), True
        duty.save(force_insert=True)
    touch(by=as_viewer(duty, now), at=now, ball=story.ball, kind=TouchKind.TALKED)
    assert "電話で話した" not in page(story, "92")


def test_a_step_beside_an_entry_is_told_too() -> None:
    duty, matter = uuid4(), uuid4()

    def kept(event: Event) -> Kept:
        return Kept(kind=event.kind, duty=duty, matter=matter, day=20_785, **columns(event))

    def step(kind: TouchKind) -> Kept:
        return kept(
            ball.BallTouched(holder=uuid4(), matter_kind=MatterKind.NEED, touch=kind, stance=Stance.HOLDER, rested=0)
        )

    entry = kept(work.JournalWritten(case=uuid4(), method=Method.PHONE))
    of_the_entry, second, another = step(TouchKind.TALKED), step(TouchKind.TALKED), step(TouchKind.MET)
    assert told_once([another, second, entry, of_the_entry]) == [another, entry, of_the_entry]


def test_nothing_changed_is_said(story: Story) -> None:
    assert "ほかの人が動かしたことは、ありません。" in page(story, "7")


def test_the_household_leads_there(story: Story) -> None:
    household = signed_in("tanaka").get(f"/desk/households/{story.case}/").content.decode()
    assert f'href="/desk/households/{story.case}/changes/"' in household


@pytest.mark.parametrize("worker", ["mori", "ogawa", "hayashi"])
def test_who_does_not_see_the_household_finds_nothing(story: Story, worker: str) -> None:
    assert signed_in(worker).get(f"/desk/households/{story.case}/changes/").status_code == 404


def test_many_changes_ask_no_more_than_few(story: Story, town: Town) -> None:
    tanaka, address, now = signed_in("tanaka"), f"/desk/households/{story.case}/changes/?span=7", timezone.now()
    ogawa = town("ogawa").at_moment(now)
    catch(by=ogawa, at=now, offer=story.offer)
    tanaka.get(address)
    with counted() as few:
        tanaka.get(address)
    for minutes in range(20):
        touch(by=ogawa, at=now + timedelta(minutes=minutes), ball=story.ball, kind=TouchKind.TALKED)
    with counted() as many:
        said = text(tanaka.get(address))
    assert "一歩を残しました(電話で話した)。" in said
    assert len(many) == len(few)


# ---------------------------------------------------------------- every fact about a matter has its sentence


def declared() -> dict[str, type[Event]]:
    found = [
        one for module in (account, ball, work) for _, one in getmembers(module, isclass) if issubclass(one, Event)
    ]
    return {one.kind: one for one in found if one is not Event}


def test_every_event_is_told_or_left_out_on_purpose() -> None:
    assert declared().keys() == BY_KIND.keys() | NOT_TOLD


@pytest.mark.parametrize("event", SAYINGS, ids=lambda event: event.kind)
def test_each_code_of_an_event_can_be_said(event: type[Event]) -> None:
    for turn in range(12):
        told = event(**{field.name: _some(field.type, turn) for field in fields(event)})
        said = SAYINGS[event](Told(Kept(kind=event.kind, **columns(told)), event, {}))
        assert said.endswith("。")
        assert "None" not in said


def _some(annotation: Any, turn: int) -> Any:
    kind = next((one for one in get_args(annotation) if one is not type(None)), annotation)
    if issubclass(kind, UUID):
        return uuid4()
    if issubclass(kind, StrEnum):
        return list(kind)[turn % len(kind)]
    return date(2026, 11, 24) if issubclass(kind, date) else kind(turn)
