"""Emergency opening: an hour, one household, one worker; a second person for what is guarded; two are told, answer, or it escalates."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone

from marugoto.agencies.actions.account import suspend
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.protection import protect_person
from marugoto.casework.queries import case as cases
from marugoto.custody.actions.due import run_due
from marugoto.disclosure.actions import emergency as emergencies
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, EmergencyReason, EmergencyState, Part
from marugoto.disclosure.models import Emergency, EmergencyTold, Look, RestrictionListing
from marugoto.disclosure.queries import emergency as opened
from marugoto.disclosure.queries.basis import grounds_of
from marugoto.disclosure.queries.folder import open_parts
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import fold
from marugoto.kernel.jst import local_day
from marugoto.people.actions.contact import add_address
from marugoto.people.actions.emergency import open_in_emergency
from marugoto.people.actions.household import join, leave
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect, unprotect
from tests.database import unwalled
from tests.decided import decided
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
KIYO = {"name": "佐藤 キヨ", "birth": "昭和19年3月3日", "reason": "life", "words": "電話に出ない。"}
HOUR = timedelta(minutes=60)


def post(worker: str, address: str, **fields: str) -> str:
    """Where the answer leads."""
    answer = signed_in(worker).post(address, fields | {"key": str(uuid4())})
    assert answer.status_code == 302, text(answer)[:600]
    return answer["Location"]


def opening(by: Viewer, at: datetime, name: str = "佐藤 キヨ", birth: date = date(1944, 3, 3)) -> UUID:
    return open_in_emergency(
        by=by.at_moment(at), at=at, name=name, birth=birth, reason=EmergencyReason.LIFE, words="電話に出ない。"
    ).pk


def sees(viewer: Viewer, at: datetime, story: Story) -> bool:
    return cases.get(viewer.at_moment(at), story.case) is not None


def test_an_hour_and_not_a_moment_longer(story: Story, town: Town) -> None:
    nishimura, household = signed_in("nishimura"), f"/desk/households/{story.case}/"
    assert nishimura.get(household).status_code == 404
    page = post("nishimura", "/desk/emergencies/opening/", **KIYO)
    said = nishimura.get(page).content.decode()
    assert household in said
    assert f"/desk/people/{story.person}/" in said
    assert "急ぎで開きました" in text(nishimura.get(household))
    assert signed_in("nishimura").get(f"/desk/people/{story.person}/").status_code == 200
    with unwalled():
        row = Emergency.objects.within(town.body).get(worker=town("nishimura").worker)
    assert sees(town("nishimura"), row.until - timedelta(microseconds=1), story)
    assert not sees(town("nishimura"), row.until, story)
    assert not sees(town("ogawa"), row.since, story)  # to the one duty alone


def test_it_stands_on_the_file_for_ever(story: Story, town: Town) -> None:
    at = town.later()
    opening(town("nishimura"), at)
    assert "西村 彩が 11月" in text(signed_in("tanaka").get(f"/desk/households/{story.case}/"))
    later = town("tanaka").at_moment(at + timedelta(days=3_650))
    marks = grounds_of(later, [story.case, story.household]).emergencies
    assert [(mark.name, mark.since, mark.own) for mark in marks] == [("西村 彩", at, False)]


def test_nobody_of_that_name_opens_nothing_and_is_kept(story: Story, town: Town) -> None:
    page = post("nishimura", "/desk/emergencies/opening/", **(KIYO | {"birth": "昭和19年3月4日"}))
    said = text(signed_in("nishimura").get(page))
    assert "何も開きませんでした" in said
    assert "事後の説明" not in said.replace("もう一人・説明・答え", "")
    assert signed_in("nishimura").get(f"/desk/households/{story.case}/").status_code == 404
    assert "何も開きませんでした" in text(signed_in("shiraishi").get("/office/looks/emergencies/"))
    with unwalled():
        look = Look.objects.within(town.body).get(page="people:emergency", worker=town("nishimura").worker)
    assert (look.outcome, look.folders) == ("nothing", [])


def test_what_is_guarded_asks_for_a_second_person(story: Story, town: Town) -> None:
    tanaka, nishimura, mori = (town(worker) for worker in ("tanaka", "nishimura", "mori"))
    add_address(
        by=tanaka, at=town.later(), person=story.person, text="某市の避難先", since=date(2026, 1, 1), guarded=True
    )
    protect_person(by=town("tanaka"), at=town.later(), person=story.person, listed=[tanaka.worker], reason="支援措置")
    at = town.later()
    row = opening(nishimura, at)
    assert not sees(nishimura, at, story)
    assert open_parts(nishimura.at_moment(at), story.person) == frozenset()
    emergencies.ask_second(by=nishimura.at_moment(at), at=at, emergency=row, words="避難先に救急車を呼ぶ。")
    with pytest.raises(Refused, match="開いた人は、もう一人になれません"):
        emergencies.answer_second(by=nishimura.at_moment(at), at=at, emergency=row, agreed=True)
    at = town.later(minutes=10)
    emergencies.answer_second(by=mori.at_moment(at), at=at, emergency=row, agreed=True)
    assert sees(nishimura, at, story)
    assert Part.SHELTER in open_parts(nishimura.at_moment(at), story.person)
    assert not sees(mori, at, story)  # the second person sees no more than before
    with pytest.raises(
        Refused, match="いま制限がありません"
    ):  # who sees for an hour decides nothing about the restriction
        unprotect(by=nishimura.at_moment(at), at=at, person=story.person, reason="もうよい")
    over = town.later(minutes=50)
    assert not sees(nishimura, over, story)
    assert open_parts(nishimura.at_moment(over), story.person) == frozenset()


def test_without_the_second_persons_yes_it_stays_shut(story: Story, town: Town) -> None:
    tanaka, nishimura = town("tanaka"), town("nishimura")
    protect_person(by=tanaka, at=town.later(), person=story.person, listed=[tanaka.worker], reason="支援措置")
    at = town.later()
    row = opening(nishimura, at)
    emergencies.ask_second(by=nishimura.at_moment(at), at=at, emergency=row, words="避難先に行く。")
    emergencies.answer_second(by=town("yamazaki").at_moment(at), at=at, emergency=row, agreed=False, words="警察が行く")
    assert not sees(nishimura, at, story)
    with pytest.raises(Refused, match="もう返事がされています"):
        emergencies.answer_second(by=town("mori").at_moment(at), at=at, emergency=row, agreed=True)


def test_closed_early_it_shuts_at_once(story: Story, town: Town) -> None:
    tanaka, nishimura = town("tanaka"), town("nishimura")
    protect_person(by=tanaka, at=town.later(), person=story.person, listed=[tanaka.worker], reason="支援措置")
    at = town.later()
    row = opening(nishimura, at)
    emergencies.ask_second(by=nishimura.at_moment(at), at=at, emergency=row, words="避難先に行く。")
    emergencies.answer_second(by=town("mori").at_moment(at), at=at, emergency=row, agreed=True)
    assert sees(nishimura, at, story)
    at = town.later()
    emergencies.end_emergency(by=town("yamazaki").at_moment(at), at=at, emergency=row)  # one of those who were told
    assert not sees(nishimura, at, story)
    with unwalled():
        lent = RestrictionListing.objects.within(town.body).filter(worker=nishimura.worker)
        assert {one.until for one in lent} == {at}


def test_two_are_told_and_answer(story: Story, town: Town) -> None:
    at = timezone.now()
    row = opening(town("nishimura"), at)
    address = f"/desk/emergencies/{row}/"
    for worker in ("yamazaki", "shiraishi"):
        assert address in signed_in(worker).get("/").content.decode()
        assert "佐藤" not in text(signed_in(worker).get(address))  # a reference, and nobody's name
    assert address not in signed_in("kuze").get("/").content.decode()
    assert signed_in("kuze").get(address).status_code == 404
    emergencies.end_emergency(by=town("nishimura").at_moment(at), at=at, emergency=row)
    post("nishimura", f"{address}account/", account="訪ねて、会えた。")
    post("yamazaki", f"{address}answer/", verdict="fit")
    refused = signed_in("shiraishi").post(f"{address}answer/", {"verdict": "unfit", "key": str(uuid4())})
    assert "わけが書かれていません。" in text(refused)
    post("shiraishi", f"{address}answer/", verdict="look_into", verdict_words="本人に聞く")
    assert address not in signed_in("yamazaki").get("/").content.decode()
    line = opened.get(town("shiraishi").at_moment(timezone.now()), row)
    assert line
    assert line.state is EmergencyState.DONE
    listed = text(signed_in("shiraishi").get("/office/looks/emergencies/"))
    for words in ("西村 彩", "いのちや体があぶない", "訪ねて、会えた。", "やむをえなかった", "本人に聞く"):
        assert words in listed, words


def test_a_day_of_silence_tells_everybody_else_once(story: Story, town: Town) -> None:
    at = town.later()
    row = opening(town("nishimura"), at)
    system = system_viewer(town.body, at)
    for days, told in ((0, 2), (1, 3), (2, 3)):
        then = at + timedelta(days=days)
        run_due(by=system.at_moment(then), at=then)
        with unwalled():
            assert EmergencyTold.objects.within(town.body).filter(emergency=row).count() == told, days
    later = at + timedelta(days=2)
    assert [one.emergency for one in opened.waiting(town("kuze").at_moment(later))] == [row]


def test_whoever_is_suspended_is_not_told(story: Story, town: Town) -> None:
    """He could not come in to answer: the next in order is told instead."""
    at = town.later()
    suspend(by=town("yamazaki"), at=at, worker=town("shiraishi").worker, day=local_day(at), reason="端末をなくした。")
    row = opening(town("nishimura"), town.later())
    with unwalled():
        told = set(EmergencyTold.objects.within(town.body).filter(emergency=row).values_list("worker", flat=True))
    assert told == {town(worker).worker for worker in ("yamazaki", "kuze")}


def test_whoever_moved_out_opens_nothing_of_those_he_left(story: Story, town: Town) -> None:
    """His former household goes on without him, and is written about without him."""
    at, birth = town.later(), date(1970, 2, 2)
    left = enter_person(by=town("tanaka"), at=at, name="遠山 渡", birth=birth).pk
    join(by=town("tanaka"), at=at, household=story.household, person=left, since=date(2020, 4, 1))
    at = town.later(days=3)
    leave(by=town("tanaka"), at=at, household=story.household, person=left, day=local_day(at))
    at = town.later(days=3)
    opening(town("nishimura"), at, "遠山 渡", birth)
    assert Part.BASIC in open_parts(town("nishimura").at_moment(at), left)
    assert not sees(town("nishimura"), at, story)


def test_a_guest_is_not_asked_to_be_the_second_person(story: Story, town: Town) -> None:
    at = town.later()
    row = opening(town("nishimura"), at)
    emergencies.ask_second(by=town("nishimura").at_moment(at), at=at, emergency=row, words="避難先に行く。")
    mori = town("mori").at_moment(at)
    guest = replace(mori, team=next(team for (body, _), team in town.settled.teams.items() if body != town.body))
    assert [one.emergency for one in opened.waiting(mori)] == [row]
    assert opened.waiting(guest) == []


def test_who_was_told_the_last_time_comes_last(story: Story, town: Town) -> None:
    for told in ({"yamazaki", "shiraishi"}, {"kuze", "yamazaki"}):
        at = town.later(minutes=61)
        row = opening(town("nishimura"), at)
        with unwalled():
            workers = set(
                EmergencyTold.objects.within(town.body).filter(emergency=row).values_list("worker", flat=True)
            )
        assert workers == {town(worker).worker for worker in told}


def test_who_reads_for_an_hour_hands_nothing_on_and_shuts_nothing(story: Story, town: Town) -> None:
    at = town.later()
    opening(town("nishimura"), at)
    nishimura, ogawa = town("nishimura").at_moment(at), town("ogawa").at_moment(at)
    terms = Terms(BasisCode.PURPOSE_CHANGE, team=ogawa.team, reason="子の安全のため")
    asked = {"subjects": [story.person], "parts": [Part.BASIC, Part.CONTACT], "terms": terms}
    assert grant(by=nishimura, at=at, **asked) == []
    decided(town("tanaka").at_moment(at), at, ogawa.team, [story.person], [Part.BASIC, Part.CONTACT])
    with pytest.raises(Refused, match="見られる人を決められません"):
        protect(by=nishimura, at=at, person=story.person, listed=[nishimura.worker], reason="支援措置")
    assert grant(by=town("tanaka").at_moment(at), at=at, **asked)  # whose work it is goes on as before


@pytest.mark.parametrize(
    ("worker", "words"),
    [("ogawa", "市町村の、相談を受ける職員だけです。"), ("yamashita", "市町村の、相談を受ける職員だけです。")],
)
def test_who_may_not(story: Story, worker: str, words: str) -> None:
    answer = signed_in(worker).post("/desk/emergencies/opening/", KIYO | {"key": str(uuid4())})
    assert words in text(answer)


def test_one_household_at_a_time(story: Story, town: Town) -> None:
    at = town.later()
    opening(town("nishimura"), at)
    with pytest.raises(Refused, match="いまほかにあります"):
        opening(town("nishimura"), town.later(), "石井 翔", date(2012, 6, 1))
    opening(town("nishimura"), town.later(minutes=60), "石井 翔", date(2012, 6, 1))


@pytest.mark.parametrize("left_out", ["name", "birth", "reason", "words"])
def test_what_is_missing_is_said(story: Story, left_out: str) -> None:
    answer = signed_in("nishimura").post("/desk/emergencies/opening/", KIYO | {left_out: "", "key": str(uuid4())})
    assert answer.status_code == 422


def test_ten_openings_and_five_hundred_cost_the_same(story: Story, town: Town) -> None:
    shiraishi, address = signed_in("shiraishi"), "/office/looks/emergencies/"
    many_more(town, 10)
    shiraishi.get(address)
    with counted() as few:
        shiraishi.get(address)
    many_more(town, 490)
    with counted() as many:
        said = shiraishi.get(address)
    assert len(many) == len(few) <= 8, "\n".join(many)
    assert re.search(r"50\d回", text(said))


def many_more(town: Town, count: int) -> None:
    by, at = town("nishimura"), town.later()
    made = {
        "body": town.body,
        "made_at": at,
        "worker_id": by.worker,
        "duty_id": by.duty,
        "reason": EmergencyReason.LIFE,
    }
    with unwalled():
        rows = [Emergency(words="電話に出ない。", since=at, until=at + HOUR, **made) for _ in range(count)]
        Emergency.objects.bulk_create(rows)
        EmergencyTold.objects.bulk_create(
            EmergencyTold(body=town.body, made_at=at, emergency=row, worker_id=town("kuze").worker) for row in rows
        )


@pytest.mark.postgres
def test_the_database_names_nobody_before_an_opening_stands(story: Story, town: Town) -> None:
    """Raw SQL under the worker's own signed context, as an injection would have it."""
    name = fold("佐藤 キヨ")
    nishimura, asked = town("nishimura"), f"SELECT person FROM marugoto_behind('{name}', '1944-03-03')"
    with transaction.atomic(), entered(nishimura), connection.cursor() as cursor:
        cursor.execute(asked)
        assert cursor.fetchall() == []
    opening(nishimura, at := town.later())
    with transaction.atomic(), entered(nishimura.at_moment(at)), connection.cursor() as cursor:
        cursor.execute(asked)
        assert cursor.fetchall() == [(story.person,)]
    with transaction.atomic(), entered(nishimura.at_moment(at + HOUR)), connection.cursor() as cursor:
        cursor.execute(asked)
        assert cursor.fetchall() == []
