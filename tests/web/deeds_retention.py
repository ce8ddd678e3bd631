"""Deeds of keeping and destroying: each on a rule, a hold or a list of its own."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from marugoto.casework.models import Case
from marugoto.retention.actions.hold import hold_person, place_hold
from marugoto.retention.codes import HoldReason
from marugoto.retention.queries.disposal import disposal
from tests.database import unwalled
from tests.listed import forgotten, listed
from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, today


def number_of(town: Town, story: Story) -> str:
    with unwalled():
        return Case.objects.within(town.body).get(pk=story.case).number


def held(town: Town, story: Story) -> str:
    now = timezone.now()
    by = town("shiraishi").at_moment(now)
    said: dict[str, Any] = {"words": "令和8年(行ウ)第1号", "since": timezone.localdate()}
    return str(place_hold(by=by, at=now, number=number_of(town, story), reason=HoldReason.DISPUTE, **said).pk)


def held_person(town: Town, story: Story) -> str:
    now = timezone.now()
    by = town("shiraishi").at_moment(now)
    said: dict[str, Any] = {"words": "令和8年(行ウ)第2号", "since": timezone.localdate()}
    return str(hold_person(by=by, at=now, person=story.person, reason=HoldReason.DISPUTE, **said).pk)


def first_item(town: Town, key: UUID) -> UUID:
    found = disposal(town("shiraishi"), key)
    assert found
    return found.line.items[0].item


def to_take_off(town: Town) -> dict[str, Any]:
    key = listed(town)
    return {"@disposal": key, "item": str(first_item(town, key)), "off": "問い合わせがあった"}


def to_propose(town: Town) -> dict[str, Any]:
    forgotten(town)
    return {}


RETENTION: tuple[tuple[str, str, Fields], ...] = (
    (
        "office:retention_set",
        "shiraishi",
        lambda *_: {
            "record": "notice",
            "years": "3",
            "counted": "fiscal",
            "since": today(),
            "source": "文書管理規程 別表",
            "reason": "相談と同じにする",
        },
    ),
    (
        "office:hold_place",
        "shiraishi",
        lambda town, story: {
            "number": number_of(town, story),
            "reason": "request",
            "words": "11月2日の開示請求",
            "since": today(),
        },
    ),
    (
        "office:hold_lift",
        "yamazaki",
        lambda town, story: {"hold": held(town, story), "over_on": today(), "lifted": "判決が確定した"},
    ),
    (
        "office:hold_person_place",
        "yamazaki",
        lambda town, story: {"reason": "request", "words": "11月2日の開示請求", "since": today()},
    ),
    (
        "office:hold_person_lift",
        "yamazaki",
        lambda town, story: {"hold": held_person(town, story), "over_on": today(), "lifted": "判決が確定した"},
    ),
    ("office:disposal_propose", "shiraishi", lambda town, story: to_propose(town)),
    ("office:disposal_take_off", "yamazaki", lambda town, story: to_take_off(town)),
    (
        "office:disposal_decide",
        "yamazaki",
        lambda town, story: {"@disposal": listed(town), "agreed": "yes", "words": "確かめました"},
    ),
    (
        "office:disposal_undo",
        "shiraishi",
        lambda town, story: {"@disposal": listed(town), "why": "もう一度確かめる"},
    ),
)
