"""Two persons for an account: one asks, another releases; the secret goes by hand, and whoever leaves opens nothing any more."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from marugoto.agencies.actions import settle_duty, settle_worker
from marugoto.agencies.actions.account import Wanted, ask_back, propose, refuse, release, suspend, withdraw
from marugoto.agencies.actions.recognition import recognise
from marugoto.agencies.actions.slip import begin_account, show_slips
from marugoto.agencies.codes import Role
from marugoto.agencies.models import Duty, Proposal, Team, Worker
from marugoto.agencies.queries.account import (
    how_many,
    keepers_on,
    may_sign_in,
    records,
    second_persons,
    waiting,
    without_slip,
)
from marugoto.agencies.queries.recognition import own_number, unrecognised, waits_to_be_recognised
from marugoto.agencies.queries.viewer import hats_of, viewer_of
from marugoto.agencies.rules import account as rules
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db
FREE = {"keeps_house": True, "running": True, "stands": True, "free": True, "name": "新井 光"}
APRIL = date(2027, 4, 1)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def wanted(town: Town, **other: object) -> Wanted:
    said = {
        "login": "s1207", "number": "1207", "name": "新井 光", "kana": "あらい ひかり", "since": local_day(town.now),
        "team": town.team("soudan-desk"), "hat": "相談支援員", "roles": (Role.COUNSELLOR,),
    }  # fmt: skip
    return Wanted(**(said | other))  # type: ignore[arg-type]


def asked(town: Town, **other: object) -> UUID:
    return propose(by=town("honma"), at=town.later(), wanted=wanted(town, **other)).pk


def issued(town: Town) -> tuple[UUID, int, str]:
    """Worker, account and first secret of 新井, who was asked for by 本間 and released by 山﨑."""
    (worker,) = release(by=town("yamazaki"), at=town.later(), proposals=[asked(town)])
    (shown,) = show_slips(by=town("honma"), at=town.later(), workers=[worker.pk])
    assert worker.user_id
    return worker.pk, worker.user_id, shown.secret


def facts() -> list[str]:
    with unwalled():
        kinds = Fact.objects.within(MINAMO).filter(kind__regex="^(account|slip)").order_by("seq")
        return list(kinds.values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("asked_himself", "concerns_himself", "allowed"),
    [(False, False, True), (True, False, False), (False, True, False), (True, True, False)],
)
def test_never_one_person_alone(asked_himself: bool, concerns_himself: bool, allowed: bool) -> None:
    said = rules.may_release(asked_himself=asked_himself, concerns_himself=concerns_himself, **FREE)  # type: ignore[arg-type]
    assert bool(said) is allowed
    assert allowed or (said.reason.endswith("。") and said.way_on.endswith("。"))


def test_a_release_looks_at_what_came_after_the_asking() -> None:
    said = rules.may_release(asked_himself=False, concerns_himself=False, stopped_since=True, **FREE)  # type: ignore[arg-type]
    assert said.reason == "新井 光さんのアカウントは、頼まれたあとで止まりました。"


@pytest.mark.parametrize("lacking", ["keeps_house", "running", "stands", "free"])
def test_every_condition_of_a_release_counts(lacking: str) -> None:
    assert not rules.may_release(asked_himself=False, concerns_himself=False, **(FREE | {lacking: False}))  # type: ignore[arg-type]


SECRET = rules.FirstSecret(APRIL, date(2027, 4, 15))


@pytest.mark.parametrize(
    ("today", "suspended", "secret", "said"),
    [
        (APRIL, False, None, ""),
        (APRIL, True, None, "止まっています"),
        (date(2027, 3, 31), False, SECRET, "令和9年4月1日から"),
        (APRIL, False, SECRET, ""),
        (date(2027, 4, 14), False, SECRET, ""),
        (date(2027, 4, 15), False, SECRET, "期限が切れて"),
    ],
)
def test_who_comes_in_with_a_right_password(
    today: date, suspended: bool, secret: rules.FirstSecret | None, said: str
) -> None:
    found = rules.may_come_in(today=today, suspended=suspended, secret=secret)
    assert bool(found) is not bool(said)
    assert said in found.reason


@pytest.mark.parametrize(
    ("said", "days"), [("", 14), ("7", 7), ("60", 60), ("61", 14), ("0", 14), ("７", 14), ("いつか", 14)]
)
def test_the_term_is_the_bodys_own(said: str, days: int) -> None:
    assert rules.term_of(said) == days


def test_nothing_exists_before_somebody_else_has_released_it(town: Town) -> None:
    one = asked(town)
    with unwalled():
        assert not Worker.objects.within(MINAMO).filter(name="新井 光").exists()
    assert not get_user_model().objects.filter(username="s1207").exists()
    with pytest.raises(Refused, match="頼んだ人が、自分で"):
        release(by=town("honma"), at=town.later(), proposals=[one])
    with pytest.raises(Refused, match="庶務か課長"):
        release(by=town("tanaka"), at=town.later(), proposals=[one])
    (worker,) = release(by=town("yamazaki"), at=town.later(), proposals=[one])
    account = get_user_model().objects.get(username="s1207")
    assert worker.user_id == account.pk
    assert not account.has_usable_password()
    assert [hat.team.name for hat in hats_of(account.pk, local_day(town.now))] == ["相談支援係"]
    with pytest.raises(Refused, match="もう返事がすんで"):
        release(by=town("yamazaki"), at=town.later(), proposals=[one])


def test_all_of_a_release_or_nothing(town: Town) -> None:
    one, other = asked(town), asked(town, login="s1208", number="1208", name="上野 学")
    with pytest.raises(Proposal.DoesNotExist):
        release(by=town("yamazaki"), at=town.later(), proposals=[one, other, town("mori").duty])
    assert not get_user_model().objects.filter(username__startswith="s12").exists()
    assert len(waiting(town("yamazaki"))) == 2
    release(by=town("yamazaki"), at=town.later(), proposals=[one, other])
    assert get_user_model().objects.filter(username__startswith="s12").count() == 2


def test_two_hats_of_one_newcomer_are_one_worker(town: Town) -> None:
    one, other = asked(town), asked(town, team=town.team("staff-desk"), hat="庶務", roles=(Role.OFFICE,))
    release(by=town("yamazaki"), at=town.later(), proposals=[one])
    release(by=town("yamazaki"), at=town.later(), proposals=[other])
    with unwalled():
        (worker,) = Worker.objects.within(MINAMO).filter(number="1207")
        assert Duty.objects.within(MINAMO).filter(worker=worker).count() == 2


def test_a_refusal_says_why_and_the_asker_may_take_back(town: Town) -> None:
    one, other = asked(town), asked(town, login="s1208", number="1208")
    with pytest.raises(Refused, match="わけが書かれて"):
        refuse(by=town("yamazaki"), at=town.later(), proposals=[one], reason=" ")
    with pytest.raises(Refused, match="頼んだのは"):
        refuse(by=town("honma"), at=town.later(), proposals=[one], reason="まちがい")
    refuse(by=town("yamazaki"), at=town.later(), proposals=[one], reason="名簿の番号がちがう。")
    withdraw(by=town("honma"), at=town.later(), proposal=other)
    assert [line.reason for line in records(town("honma"), end="refused")] == ["名簿の番号がちがう。"]
    assert how_many(town("honma"), words="新井 1208") == 1
    with pytest.raises(Refused, match="もう返事がすんで"):
        withdraw(by=town("honma"), at=town.later(), proposal=one)
    assert facts() == ["account.asked", "account.asked", "account.refused", "account.withdrawn"]
    assert asked(town)  # and may be asked for again


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"login": "cast-tanaka"}, "使えません"),
        ({"login": "新井"}, "使えません"),
        ({"login": "a"}, "使えません"),
        ({"roles": ()}, "役割が書かれて"),
    ],
)
def test_what_cannot_be_asked_is_said(town: Town, other: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        asked(town, **other)


def test_a_login_belongs_to_one_person(town: Town) -> None:
    get_user_model().objects.create_user("s1207")
    with pytest.raises(Refused, match="ほかの人が使って"):
        asked(town)
    later = asked(town, login="s1209")
    get_user_model().objects.create_user("s1209")  # taken meanwhile
    with pytest.raises(Refused, match="ほかの人が使って"):
        release(by=town("yamazaki"), at=town.later(), proposals=[later])


def test_a_secret_is_shown_once_and_the_next_slip_replaces_it(town: Town) -> None:
    worker, account, secret = issued(town)
    user = get_user_model().objects.get(pk=account)
    assert user.check_password(secret)
    assert len(secret) == 19
    assert may_sign_in(account, local_day(town.now))
    assert [line.name for line in without_slip(town("honma"))] == ["新井 光"]
    (again,) = show_slips(by=town("honma"), at=town.later(), workers=[worker])
    user.refresh_from_db()
    assert not user.check_password(secret)
    assert user.check_password(again.secret)
    assert again.until == local_day(town.now) + timedelta(days=14)
    assert not may_sign_in(account, again.until)
    assert hats_of(account, local_day(town.now))[0].paper_open  # type: ignore[attr-defined]


def begun(town: Town, account: int) -> str:
    """Somebody came in with the paper and chose a password: the number on his screen."""
    hat = hats_of(account, local_day(town.now))[0]
    viewer = viewer_of(account, hat.pk, town.later())
    assert viewer
    begin_account(by=viewer, at=town.later())
    begin_account(by=viewer, at=town.later())
    return own_number(viewer)[0]


def test_the_first_use_does_not_say_who_it_was(town: Town) -> None:
    """本間 has asked for 新井 and holds her paper: alone he does not become a second person."""
    worker, account, _secret = issued(town)
    assert own_number(town("honma")) == ("", ())
    number = begun(town, account)
    assert waits_to_be_recognised(worker)
    with pytest.raises(Refused, match="アカウントを頼んだ人は、本人を確かめられません"):
        recognise(by=town("honma"), at=town.later(), worker=worker, number=number)
    with pytest.raises(Refused, match="庶務か課長"):
        recognise(by=town("tanaka"), at=town.later(), worker=worker, number=number)
    with pytest.raises(Refused, match="番号が違います"):
        recognise(by=town("yamazaki"), at=town.later(), worker=worker, number="12345")
    assert [(one.may, one.showed_by) for one in unrecognised(town("honma"))] == [(False, "本間 里奈")]
    (line,) = unrecognised(town("yamazaki"))
    assert line.may
    assert any("山﨑" in one for one in line.able)
    assert not any("本間" in one or "新井" in one for one in line.able)
    assert hats_of(account, local_day(town.now))[0].paper_open  # type: ignore[attr-defined]


def test_who_shows_the_paper_leaves_somebody_to_meet_its_worker(town: Town) -> None:
    """Of two keepers the one who asked prints; whoever released would leave nobody to say who came in."""
    keepers = list(keepers_on(MINAMO, town.now))
    for one in keepers:
        if one not in {town("honma").worker, town("yamazaki").worker}:
            suspend(by=town("honma"), at=town.later(), worker=one, day=local_day(town.now), reason="休職")
    (worker,) = release(by=town("yamazaki"), at=town.later(), proposals=[asked(town)])
    with pytest.raises(Refused, match="本人を確かめる人がいなくなります") as refused:
        show_slips(by=town("yamazaki"), at=town.later(), workers=[worker.pk])
    assert refused.value.way_on == "本間 里奈さんに、紙を出してもらってください。"
    assert show_slips(by=town("honma"), at=town.later(), workers=[worker.pk])


def test_a_paper_shown_anew_shuts_out_whoever_came_in_before(town: Town) -> None:
    worker, account, secret = issued(town)
    former = begun(town, account)
    (again,) = show_slips(by=town("honma"), at=town.later(), workers=[worker])
    assert not get_user_model().objects.get(pk=account).check_password(secret)
    with pytest.raises(Refused, match="いま確かめを待っていません"):
        recognise(by=town("yamazaki"), at=town.later(), worker=worker, number=former)
    assert begun(town, account) != former
    assert again.secret != secret


def test_a_number_that_comes_too_late_opens_nothing(town: Town) -> None:
    worker, account, _secret = issued(town)
    number = begun(town, account)
    town.now += timedelta(days=14)
    with pytest.raises(Refused, match="いま確かめを待っていません"):
        recognise(by=town("yamazaki"), at=town.later(), worker=worker, number=number)


def test_whoever_met_the_worker_ends_the_slip(town: Town) -> None:
    worker, account, _secret = issued(town)
    number = begun(town, account)
    full = "".join(chr(ord(one) + 0xFEE0) for one in number)
    recognise(by=town("yamazaki"), at=town.later(), worker=worker, number=f" {full[:3]} {full[3:]}")
    assert facts() == ["account.asked", "account.released", "slip.shown", "account.begun", "account.recognised"]
    with pytest.raises(Refused, match="いま確かめを待っていません"):
        recognise(by=town("yamazaki"), at=town.later(), worker=worker, number=number)
    assert not hats_of(account, local_day(town.now))[0].paper_open  # type: ignore[attr-defined]
    assert without_slip(town("honma")) == []
    assert records(town("honma"))[0].begun_at
    with pytest.raises(Refused, match="もう自分のパスワード"):
        show_slips(by=town("honma"), at=town.later(), workers=[worker])


def test_who_is_suspended_opens_nothing_and_comes_back_by_two(town: Town) -> None:
    worker, account, _secret = issued(town)
    today = local_day(town.now)
    suspend(by=town("honma"), at=town.later(), worker=worker, day=today + timedelta(days=3), reason="退職")
    assert hats_of(account, today + timedelta(days=2))
    assert hats_of(account, today + timedelta(days=3)) == []  # by rows alone, no job has run
    suspend(by=town("honma"), at=town.later(), worker=worker, day=today, reason="紙をなくした。")
    hat = town("tanaka").duty
    assert hats_of(account, today) == []
    assert viewer_of(account, hat, town.now) is None
    assert "止まっています" in may_sign_in(account, today).reason
    with pytest.raises(Refused, match="止まっています"):
        show_slips(by=town("honma"), at=town.later(), workers=[worker])
    with pytest.raises(Refused, match="もう止まって"):
        suspend(by=town("honma"), at=town.later(), worker=worker, day=today, reason="もう一度")
    back = ask_back(by=town("honma"), at=town.later(), worker=worker)
    with pytest.raises(Refused, match="頼んだ人が"):
        release(by=town("honma"), at=town.later(), proposals=[back.pk])
    release(by=town("yamazaki"), at=town.later(), proposals=[back.pk])
    assert hats_of(account, today)
    assert may_sign_in(account, today)


def another_hat(town: Town, worker: UUID) -> UUID:
    return asked(town, worker=worker, team=town.team("staff-desk"), hat="庶務", roles=(Role.OFFICE,))


def test_who_was_suspended_after_the_asking_stays_out(town: Town) -> None:
    worker, account, _secret = issued(town)
    today = local_day(town.now)
    before = another_hat(town, worker)
    suspend(by=town("honma"), at=town.later(), worker=worker, day=today, reason="調べている間")
    with pytest.raises(Refused, match="頼まれたあとで止まりました"):
        release(by=town("yamazaki"), at=town.later(), proposals=[before])
    assert hats_of(account, today) == []


def test_a_hat_for_the_last_days_does_not_make_them_longer(town: Town) -> None:
    worker, account, _secret = issued(town)
    today = local_day(town.now)
    before = another_hat(town, worker)
    suspend(by=town("honma"), at=town.later(), worker=worker, day=today + timedelta(days=3), reason="退職")
    release(by=town("yamazaki"), at=town.later(), proposals=[before])
    assert len(hats_of(account, today + timedelta(days=2))) == 2
    assert hats_of(account, today + timedelta(days=3)) == []


def test_the_head_of_an_agency_under_contract_keeps_no_accounts(town: Town) -> None:
    with unwalled():
        team = Team.objects.within(MINAMO).filter(agency__contracted=True).order_by("pk")[0]
    honma, at, today = town("honma"), town.later(), local_day(town.now)
    account = get_user_model().objects.create_user("s9001")
    worker = settle_worker(by=honma, at=at, name="島 一", kana="しま はじめ", user_id=account.pk)
    duty = settle_duty(by=honma, at=at, worker=worker, team=team, name="所長", roles=[Role.CHIEF], since=today)
    head = viewer_of(account.pk, duty.pk, town.later())
    assert head
    one = asked(town)
    with pytest.raises(Refused, match="庶務か課長"):
        release(by=head, at=town.later(), proposals=[one])
    with pytest.raises(Refused, match="庶務か課長"):
        propose(by=head, at=town.later(), wanted=wanted(town, login="s1209", number="1209"))
    with pytest.raises(Refused, match="庶務か課長"):
        suspend(by=head, at=town.later(), worker=town("tanaka").worker, day=local_day(town.now), reason="x")
    assert not any("島 一" in said for said in second_persons(town("honma")))


def test_nobody_suspends_himself_or_somebody_without_an_account(town: Town) -> None:
    honma = town("honma")
    with pytest.raises(Refused, match="自分のアカウント"):
        suspend(by=honma, at=town.later(), worker=honma.worker, day=local_day(town.now), reason="x")
    with pytest.raises(Worker.DoesNotExist):
        ask_back(by=honma, at=town.later(), worker=town("tanaka").worker)


def test_who_can_be_the_second_person_is_named(town: Town) -> None:
    found = second_persons(town("honma"))
    assert any("山﨑 哲也" in one for one in found)
    assert not any("本間" in one for one in found)
    assert not any("田中" in one for one in found)
    small = second_persons(town(small_keeper(town), "990035"))
    assert small


def small_keeper(town: Town) -> str:
    """Somebody of 穂高沢町 who may ask."""
    keys = [worker for body, worker in town.settled.duties if body == "990035"]
    return next(key for key in keys if town(key, "990035").has(Role.CHIEF, Role.OFFICE))


def test_the_embedded_database_refuses_the_eleventh_account(town: Town, settings: Any) -> None:
    """As at its start: ten accounts, the cast not counted; on PostgreSQL there is no such end."""
    settings.MARUGOTO_DEMO = False
    for number in range(10):
        get_user_model().objects.create_user(f"before{number}")
    one = asked(town)
    if connection.vendor == "sqlite":
        with pytest.raises(Refused, match="10"):
            release(by=town("yamazaki"), at=town.later(), proposals=[one])
        assert not get_user_model().objects.filter(username="s1207").exists()
    else:
        assert release(by=town("yamazaki"), at=town.later(), proposals=[one])
