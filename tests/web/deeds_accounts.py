"""Deeds around accounts, in an order in which each still can be done: asked for, answered, handed over on paper, suspended."""

from datetime import timedelta
from uuid import UUID

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from marugoto.agencies.actions.account import Wanted, propose, release, suspend
from marugoto.agencies.actions.slip import begin_account, show_slips
from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import called, holding_teams
from marugoto.agencies.queries.recognition import own_number
from marugoto.agencies.queries.viewer import hats_of, viewer_of
from marugoto.custody.actions.people import end_duty
from marugoto.kernel.jst import local_day
from tests.town import Town
from tests.web.filled import Fields, plain, today

NEW = "職員番号,氏名,所属,役割,着任日\n8001,木下 光,{place},相談支援員,令和30年4月1日\n"


def asked(town: Town, number: str) -> UUID:
    wanted = Wanted(
        login=f"s{number}",
        number=number,
        name=f"試験 {number}",
        since=local_day(timezone.now()),
        team=town.team("soudan-desk"),
        hat="相談支援員",
        roles=(Role.COUNSELLOR,),
    )
    return propose(by=town("honma"), at=town.later(), wanted=wanted).pk


def released(town: Town, number: str) -> UUID:
    """A worker with an account, whose paper was not shown yet."""
    (worker,) = release(by=town("yamazaki"), at=town.later(), proposals=[asked(town, number)])
    return worker.pk


def suspended(town: Town, number: str) -> UUID:
    worker = released(town, number)
    suspend(by=town("honma"), at=town.later(), worker=worker, day=local_day(timezone.now()), reason="紙をなくした。")
    return worker


def number_of_newcomer(town: Town, number: str) -> tuple[UUID, str]:
    """A worker who came in with the paper that 本間 showed, and the number on his screen."""
    worker, at = released(town, number), timezone.now()
    show_slips(by=town("honma"), at=at, workers=[worker])
    account = get_user_model().objects.get(username=f"s{number}").pk
    newcomer = viewer_of(account, hats_of(account, local_day(at))[0].pk, at)
    assert newcomer
    begin_account(by=newcomer, at=at)
    return worker, own_number(newcomer)[0]


def met(town: Town, number: str) -> dict[str, object]:
    worker, seen = number_of_newcomer(town, number)
    return {"worker": str(worker), "number": seen}


def with_key(town: Town, number: str) -> UUID:
    worker = released(town, number)
    TOTP.activate(get_user_model().objects.get(username=f"s{number}"), generate_totp_secret())
    return worker


def leaving(town: Town) -> UUID:
    """星 is to leave, which 本間 has said."""
    day = local_day(timezone.now()) + timedelta(days=9)
    return end_duty(by=town("honma"), at=town.later(), duty=town("hoshi").duty, day=day, reason="異動").duty_id


def staff_file(town: Town) -> SimpleUploadedFile:
    team = next(one for one in holding_teams(town("honma")) if one.pk == town.team("soudan-desk"))
    return SimpleUploadedFile("名簿.csv", NEW.format(place=called(team)).encode("cp932"))


ACCOUNTS: tuple[tuple[str, str, Fields], ...] = (
    ("office:staff_list_send", "honma", lambda town, story: {"file": staff_file(town)}),
    ("office:staff_list_yes", "honma", plain()),
    ("office:account_withdraw", "honma", plain()),
    ("office:account_answer", "yamazaki", lambda town, story: {"proposal": str(asked(town, "8101")), "how": "release"}),
    ("office:slips_make", "honma", lambda town, story: {"worker": str(released(town, "8102"))}),
    ("office:recognise", "yamazaki", lambda town, story: met(town, "8105")),
    (
        "office:account_suspend",
        "honma",
        lambda town, story: {"worker": str(released(town, "8103")), "day": today(), "reason": "退職"},
    ),
    (
        "office:account_keys_remove",
        "honma",
        lambda town, story: {"owner": str(with_key(town, "8106")), "why": "電話をなくした。"},
    ),
    ("office:duty_stays", "yamazaki", lambda town, story: {"duty": str(leaving(town))}),
    ("office:account_back", "honma", lambda town, story: {"worker": str(suspended(town, "8104"))}),
)
