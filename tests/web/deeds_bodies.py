"""Deeds between bodies: who calls whom, in which bodies agencies sit together, and what leaves the ring of a conference."""

from uuid import UUID

from django.utils import timezone

from marugoto.agencies.actions import tie
from marugoto.agencies.codes import FirstCall
from marugoto.custody.actions.consent import hear_answer
from marugoto.disclosure.actions.council import Order, add_council_member, enter_council
from marugoto.disclosure.codes import ConsentForm, ConsentState, CouncilKind, MemberSort, NoticeKind, Part
from marugoto.disclosure.queries.council import councils
from marugoto.kernel.jst import local_day
from marugoto.people.actions.folder import open_part
from marugoto.people.models import Member
from tests.database import unwalled
from tests.story import Story
from tests.town import AOMINE, Town
from tests.web.filled import Fields, today


def tied(town: Town, _story: Story) -> dict[str, str]:
    now = timezone.now()
    row = tie(
        by=town("hirata").at_moment(now),
        at=now,
        outer=town.team("pref-child-region", AOMINE),
        inner=town.team("north-care-desk"),
        first_call=FirstCall.EITHER,
        since=local_day(now),
    )
    return {"counterpart": str(row.pk), "reason": "係が分かれた"}


def cell(town: Town, _story: Story) -> dict[str, str]:
    return {
        "outer": str(town.team("pref-mind", AOMINE)),
        "town": town.body,
        "inner": str(town.team("north-care-desk")),
        "first_call": "town",
        "since": today(),
    }


def council(town: Town) -> UUID:
    """A 要対協, entered by the office."""
    now = timezone.now()
    running = [one for one in councils(town("honma").at_moment(now)) if one.running]
    if running:
        return running[0].council
    return enter_council(
        by=town("honma").at_moment(now),
        at=now,
        kind=CouncilKind.POVERTY,
        name="みなも市支援会議",
        order=Order(NoticeKind.OUTLINE, "みなも市支援会議設置要綱", local_day(now)),
        since=local_day(now),
    ).pk


def belongs(town: Town, _story: Story) -> dict[str, str]:
    agency = str(town("ogawa").agency)
    return {"council": str(council(town)), "agency": agency, "sort": "corporation", "member_since": today()}


def member(town: Town, _story: Story) -> dict[str, str]:
    now = timezone.now()
    row = add_council_member(
        by=town("honma").at_moment(now),
        at=now,
        council=council(town),
        sort=MemberSort.PERSON,
        since=local_day(now),
        name="民生委員",
    )
    return {"which": f"member:{row.pk}", "day": today(), "reason": "任期の終わり"}


def all_agree(town: Town, story: Story) -> dict[str, str]:
    """Everybody of the household agrees that the school is told of the support."""
    now = timezone.now()
    by, to = town("tanaka").at_moment(now), town.team("education-learn")
    for person in people_of_story(town, story):
        hear_answer(
            by=by,
            at=now,
            folder=open_part(by=by, at=now, person=person, part=Part.BASIC),
            person=person,
            receiver=to,
            state=ConsentState.GIVEN,
            parts=(Part.BASIC, Part.SUPPORT),
            form=ConsentForm.SPOKEN,
            answered_on=local_day(now),
        )
    return {"to": str(to), "words": "学校に来られる曜日を聞いた。", "reason": "登校の相談に要る"}


def people_of_story(town: Town, story: Story) -> list[UUID]:
    with unwalled():
        rows = Member.objects.within(town.body).filter(household=story.household, until=None)
        return list(rows.values_list("person_id", flat=True))


BODIES: tuple[tuple[str, str, Fields], ...] = (
    ("shell:counterpart_new", "hirata", cell),
    ("shell:counterpart_end", "hirata", tied),
    (
        "office:council_new",
        "honma",
        lambda *_: {
            "kind": "care",
            "name": "みなも市地域ケア会議",
            "notice_kind": "outline",
            "notice": "みなも市地域ケア会議要綱",
            "notice_day": today(),
            "council_since": today(),
        },
    ),
    ("office:council_member", "honma", belongs),
    (
        "office:council_text",
        "honma",
        lambda town, _: {"council": str(council(town)), "words": "外で話しません。", "text_since": today()},
    ),
    ("office:council_end", "honma", member),
    ("meeting:rebase_send", "yamazaki", all_agree),
)
