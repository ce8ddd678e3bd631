"""The same form sent twice is one deed and one answer: over every door that does something, and over the few that need no key."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from marugoto.agencies.actions import close_day
from marugoto.agencies.queries.calendar import calendar_of
from marugoto.agencies.queries.membership import guests
from marugoto.casework.actions.journal import write
from marugoto.casework.actions.need import add_need
from marugoto.casework.codes import Method
from marugoto.casework.models import Need
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries.conference import ItemPage
from marugoto.custody.actions.asking import ask_holder
from marugoto.custody.actions.offer import offer
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import OfferReason, Outcome
from marugoto.evaluation.rules.half_year import last_days
from marugoto.ground.models import Kept
from marugoto.intake.rules.troubles import TroubleCode
from tests.agreed import handed_and_shut
from tests.begun import called, heard, supported
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import AOMINE, MINAMO, Town, settle_town
from tests.web.deeds_accounts import ACCOUNTS
from tests.web.deeds_after import AFTER
from tests.web.deeds_all_over import ALL_OVER
from tests.web.deeds_emergency import EMERGENCY
from tests.web.deeds_field import FIELD
from tests.web.deeds_matching import MATCHING
from tests.web.deeds_meeting import MEETING
from tests.web.deeds_offers import OFFERS
from tests.web.deeds_papers import PAPERS
from tests.web.deeds_people import PEOPLE
from tests.web.deeds_places import PLACES
from tests.web.deeds_town import TOWN
from tests.web.doors import doors
from tests.web.filled import Fields, plain, prefixed, soon, today

pytestmark = pytest.mark.django_db
NOT_ASKED = {f"urgent_{check}": "not_asked" for check in ("food", "bed", "violence", "life")}
ROWS = {"m-TOTAL_FORMS": "1", "m-INITIAL_FORMS": "0", "m-MIN_NUM_FORMS": "0", "m-MAX_NUM_FORMS": "20"}


def entry(town: Town, story: Story) -> UUID:
    return write(by=town("tanaka"), at=town.later(), case=story.case, method=Method.PHONE, words="留守だった。").pk


def offered(town: Town) -> UUID:
    to = town.team("north-care-desk")
    return offer(by=town("tanaka"), at=town.later(), ball=heard(town).ball_id, to=to, reason=OfferReason.NEARER).pk


def table(town: Town, story: Story) -> ItemPage:
    found = conferences.get(town("tanaka"), story.conference)
    assert found
    return found.items[0]


def seats(town: Town, story: Story) -> list[UUID]:
    return [seat.seat for seat in table(town, story).seats]


def unpledged(town: Town, story: Story) -> UUID:
    return next(seat.seat for seat in table(town, story).seats if not seat.pledged)


def needed(town: Town, story: Story) -> Need:
    """A need of the household that nobody has decided on yet."""
    return add_need(by=town("tanaka"), at=town.later(), case=story.case, theme=TroubleCode.HOUSING, title="住むところ")


def settled(town: Town, story: Story) -> UUID:
    ball = needed(town, story).ball_id
    settle(by=town("tanaka"), at=town.later(), ball=ball, outcome=Outcome.NOT_NEEDED)
    return ball


def working_day(ahead: int = 5) -> str:
    return calendar_of(MINAMO).add(timezone.localdate(), ahead).isoformat()


def asked_of(town: Town, story: Story) -> dict[str, Any]:
    ask_holder(by=town("mori"), at=town.later(), ball=story.ball)
    return {}


def closed(town: Town) -> UUID:
    day = timezone.localdate().fromisoformat(working_day(9))
    return close_day(by=town("honma"), at=town.later(), day=day, name="庁舎の点検").pk


def guest(town: Town) -> UUID:
    return next(one.id for one in guests(town("honma")) if one.running)


# In an order in which each still can be done: who sends it, and what stands in the form.
DEEDS: tuple[tuple[str, str, Fields], ...] = (
    ("desk:notice_send", "okamoto", plain(words="食べるものがない。", source="clerk", danger="no")),
    ("desk:consultation_send", "tanaka", lambda *_: {"day": today(), "channel": "phone", "silent": "on", **NOT_ASKED}),
    ("desk:case_begin", "tanaka", plain(**ROWS, **{"m-0-name": "石井 隆", "m-0-relation": "本人"})),
    ("desk:need_add", "tanaka", plain(title="通院の足", theme="care", urgency="usual")),
    (
        "desk:assessment_write",
        "tanaka",
        lambda town, story: {"follows": "0", "heard_on": today(), f"{story.person.hex}-reach": "met"},
    ),
    ("desk:journal", "tanaka", plain(words="電話で話せた。", method="phone")),
    ("desk:need_journal", "tanaka", plain(words="窓口で話せた。", method="window")),
    ("desk:caution_end", "tanaka", plain()),
    ("desk:journal_correct", "tanaka", plain(words="戸口で10分話せた。")),
    *PAPERS,
    ("desk:journal_take_out", "tanaka", lambda town, story: {"@entry": entry(town, story)}),
    (
        "desk:consent",
        "tanaka",
        lambda town, story: prefixed(
            story.person,
            receiver=str(town.team("north-care-desk")),
            state="given",
            form="spoken",
            parts=["basic"],
            answered_on=today(),
        ),
    ),
    *PEOPLE,
    *EMERGENCY,
    *AFTER,
    *OFFERS,
    ("desk:next_step", "tanaka", plain(next_step="電話で様子を聞く")),
    ("desk:assign", "tanaka", lambda town, story: {"in_charge": str(town("hoshi").duty)}),
    *MATCHING,
    ("desk:step_done", "tanaka", plain()),
    ("desk:review_send", "tanaka", lambda *_: {"result": "keep", "scorer": "joint", "next_review_on": soon()}),
    (
        "desk:plan_draft",
        "tanaka",
        lambda town, story: {
            "agreement": "agreed",
            "review_on": soon(),
            "goal_0": "外へ出る",
            "step_0": "川べりを歩く",
            "step_team_0": str(town.team("shakyo-join")),
        },
    ),
    ("desk:plan_move", "tanaka", lambda *_: {"to": "suspended", "asked_on": today()}),
    ("desk:touch", "tanaka", plain(kind="met")),
    ("desk:accompany", "tanaka", lambda town, story: {"team": str(town.team("north-care-desk"))}),
    ("desk:part", "tanaka", plain()),
    ("desk:rescue", "mori", lambda *_: {"until": soon()}),
    ("desk:give_back", "mori", plain(code="whom_to_ask", words="先に地区の係へ電話する。")),
    ("desk:hand_back", "ogawa", lambda town, story: {"@ball": handed_and_shut(town).ball_id}),
    ("desk:stuck", "tanaka", plain()),
    ("desk:ask_holder", "mori", plain()),
    ("desk:asking_withdraw", "mori", plain()),
    ("desk:asking_answer", "tanaka", lambda town, story: asked_of(town, story) | {"words": "あす訪ねます。"}),
    ("desk:ball_answer", "mori", plain(outcome="self")),
    ("shell:tiding_read", "mori", plain()),
    ("shell:tidings_read", "mori", plain()),
    ("desk:stuck_answer", "mori", plain(outcome="joint")),
    ("desk:withdraw", "tanaka", lambda town, story: {"@offer": offered(town)}),
    ("desk:catch", "ogawa", lambda town, story: {"@offer": offered(town)}),
    ("desk:ask_more", "ogawa", plain(words="通院は毎週ですか。")),
    ("desk:reply", "tanaka", plain(words="月に二度です。")),
    ("desk:decline", "ogawa", plain(declined_by="agency", reason="no_room", words="いまは手が足りません。")),
    ("desk:settle", "tanaka", lambda town, story: {"@ball": needed(town, story).ball_id, "outcome": "achieved"}),
    ("desk:reopen", "tanaka", lambda town, story: {"@ball": settled(town, story)}),
    ("desk:notice_answer", "tanaka", plain(answer="visited", words="訪ねた。")),
    (
        "desk:consultation_line",
        "tanaka",
        lambda town, story: {"@consultation": heard(town).pk, "kind": "talked", "words": "もう一度電話があった。"},
    ),
    ("desk:consultation_finish", "tanaka", lambda town, story: {"@consultation": heard(town).pk, "end": "answered"}),
    ("desk:case_finish", "tanaka", lambda town, story: {"@case": supported(town), "end": "moved_away"}),
    (
        "meeting:conference_convene",
        "tanaka",
        lambda *_: {"kind": "support", "day": soon(), "begins": "13:30", "ends": "14:30"},
    ),
    (
        "meeting:put_on",
        "tanaka",
        lambda town, story: {"@conference": called(town), "case": str(story.case), "basis": "support_conference"},
    ),
    ("meeting:call_off", "tanaka", lambda town, story: {"@conference": called(town)}),
    ("meeting:begin", "tanaka", lambda town, story: {"@conference": called(town, story)}),
    ("meeting:pledge", "yamashita", lambda town, story: {"@seat": unpledged(town, story)}),
    ("meeting:attendance", "tanaka", lambda town, story: {f"seat_{seat}": "present" for seat in seats(town, story)}),
    (
        "meeting:decide",
        "tanaka",
        lambda town, story: {
            "need": str(needed(town, story).pk),
            "words": "田中が電話する",
            "taken_by": str(town("tanaka").duty),
            "due": soon(),
        },
    ),
    *MEETING,
    ("meeting:view", "tanaka", plain(knows="将棋が好き")),
    ("meeting:close", "tanaka", plain()),
    (
        "desk:away",
        "tanaka",
        lambda town, story: {
            "duty": str(town("tanaka").duty),
            "deputy": str(town("hoshi").duty),
            "since": today(),
            "until": (timezone.localdate() + timedelta(days=2)).isoformat(),
        },
    ),
    ("desk:back", "tanaka", plain()),
    (
        "desk:succeed",
        "tanaka",
        lambda town, story: {
            "to": str(town("hoshi").duty),
            f"take_{(ball := needed(town, story).ball_id).hex}": "on",
            f"note_{ball.hex}": "午前は電話に出られない。",
        },
    ),
    (
        "office:hours_declare",
        "yamazaki",
        lambda *_: {"last": last_days(timezone.localdate(), 1)[0].isoformat(), "hours": "310", "reason": ""},
    ),
    ("office:day_close", "honma", lambda *_: {"day": working_day(), "how": "closed", "name": "停電の日"}),
    ("office:day_take_back", "honma", lambda town, story: {"day": str(closed(town)), "reason": "工事が延びた"}),
    (
        "office:guest_invite",
        "honma",
        lambda *_: {
            "name": "川べり中学校",
            "field": "education",
            "ground": "要綱3条",
            "since": today(),
            "until": soon(),
        },
    ),
    (
        "office:member_admit",
        "honma",
        lambda town, story: {
            "team": str(town.team("pref-child-region", AOMINE)),
            "ground": "職員派遣の協定",
            "since": today(),
        },
    ),
    ("office:guest_end", "honma", lambda town, story: {"guest": str(guest(town)), "day": soon(), "reason": "満了"}),
    *ACCOUNTS,
    ("office:team_end", "honma", lambda *_: {"day": soon(), "reason": "係の統合"}),
    (
        "office:duties_end",
        "honma",
        lambda town, story: {"duty": str(town("hoshi").duty), "day": soon(), "reason": "人事異動"},
    ),
    ("town:place_create", "hayashi", plain(name="朝の体操", kind="salon", tier="public")),
    *PLACES,
    ("town:place_confirm", "hayashi", plain(how="visit")),
    ("town:place_widen", "hayashi", plain(welcome="aged")),
    ("town:place_narrow", "hayashi", plain(welcome="aged")),
    ("town:place_end", "hayashi", plain(reason="ended")),
    ("town:place_again", "hayashi", plain()),
    ("town:field_note_write", "hayashi", lambda *_: {"words": "畑に人が増えた。", "kind": "visit", "day": today()}),
    *FIELD,
    *TOWN,
    *ALL_OVER,
)


CHANGES_IN_PLACE = {
    "desk:mark_away",
    "desk:mark_again",
    "desk:acquaintance_end",
    "desk:acquaintance_again",
    "town:import_stop",
    "town:undertaking_end",
    "town:provision_leave",
    "pref:provision_change",
    "office:reach",
    "desk:rename",
    "desk:relation",
    "desk:phone_end",
    "desk:phone_again",
    "desk:address_end",
    "desk:address_again",
    "desk:agreement_end",
    "desk:part",
    "desk:next_step",
    "town:place_again",
    "town:place_link_withdraw",
    "town:place_promise_lift",
    "meeting:attendance",
    "meeting:topic_take",
}


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def rows() -> dict[str, int]:
    """How many rows every table of ours has; the looks and the remembered forms are no deeds."""
    kinds = [one for one in apps.get_models() if issubclass(one, Kept) and one._meta.object_name != "Look"]
    with unwalled():
        return {one._meta.label: one.objects.everywhere("all that is kept").count() for one in kinds}


def test_every_deed_sent_twice_is_done_once(town: Town) -> None:
    story = one_household(town)
    acts = {door.name: door for door in doors() if door.kind == "act"}
    assert {name for name, _, _ in DEEDS} == set(acts)
    clients, faults = {worker: signed_in(worker) for worker in {worker for _, worker, _ in DEEDS}}, []
    for name, worker, fields in DEEDS:
        sent, key = fields(town, story), str(uuid4())
        others = {noun.removeprefix("@"): sent.pop(noun) for noun in list(sent) if noun.startswith("@")}
        address = acts[name].address(replace(story, **others))
        before = rows()
        first = clients[worker].post(address, sent | {"key": key})
        if first.status_code != 302:
            faults.append(f"{name}: {first.status_code}{said(first)}")
            continue
        once = rows()
        second = clients[worker].post(address, again(sent) | {"key": key})
        if (second.status_code, second.headers.get("Location")) != (302, first["Location"]):
            faults.append(f"{name}: another answer, {second.status_code}")
        if rows() != once:
            faults.append(f"{name}: done twice")
        if once == before and name not in CHANGES_IN_PLACE:
            faults.append(f"{name}: nothing was done")
    assert not faults, "\n".join(faults)


def test_a_form_without_a_key_does_nothing_at_any_door(town: Town) -> None:
    story = one_household(town)
    clients = {worker: signed_in(worker) for worker in {worker for _, worker, _ in DEEDS}}
    acts = {door.name: door for door in doors() if door.kind == "act"}
    for name, worker, fields in DEEDS:
        sent = {name: value for name, value in fields(town, story).items() if not name.startswith("@")}
        before = rows()
        answer = clients[worker].post(acts[name].address(story), sent)
        assert answer.status_code == 400, name
        assert "画面が古くなっています。" in answer.content.decode(), name
        assert rows() == before, name


def test_what_needs_no_key_may_be_pressed_twice(town: Town) -> None:
    """The hat and the way out: the second press finds things as the first left them."""
    aruga, before = signed_in("aruga"), rows()
    hats = re.findall(r'name="hat" value="([^"]+)"', aruga.get("/").content.decode())
    left = []
    for _ in range(2):
        answer = aruga.post("/hat/", {"hat": hats[-1]})
        left.append((answer.status_code, answer["Location"], dict(aruga.session), Session.objects.count()))
    assert left[0] == left[1]
    assert left[0][2]["hat"] == hats[-1]
    for _ in range(2):
        answer = aruga.post("/sign-out/")
        assert (answer.status_code, answer["Location"]) == (302, "/sign-in/")
        assert Session.objects.count() == 0
        assert aruga.get("/")["Location"].startswith("/sign-in/")
    assert rows() == before


def again(sent: dict[str, Any]) -> dict[str, Any]:
    """A file was read to its end by the first sending."""
    for value in sent.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    return sent


def said(answer: Any) -> str:
    """The errors of a form that came back."""
    page = answer.content.decode()
    found = re.findall(r'<div class="errors".*?</div>|<h1.*?</h1>', page, re.S)
    return re.sub(r"\s+|<[^>]+>", " ", " ".join(found)) or page[:200]
