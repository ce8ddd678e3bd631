"""Deeds around accounts, in an order in which each still can be done: asked for, answered, handed over on paper, suspended."""

from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from marugoto.agencies.actions.account import Wanted, propose, release, suspend
from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import called, holding_teams
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


def staff_file(town: Town) -> SimpleUploadedFile:
    team = next(one for one in holding_teams(town("honma")) if one.pk == town.team("soudan-desk"))
    return SimpleUploadedFile("名簿.csv", NEW.format(place=called(team)).encode("cp932"))


ACCOUNTS: tuple[tuple[str, str, Fields], ...] = (
    ("office:staff_list_send", "honma", lambda town, story: {"file": staff_file(town)}),
    ("office:staff_list_yes", "honma", plain()),
    ("office:account_withdraw", "honma", plain()),
    ("office:account_answer", "yamazaki", lambda town, story: {"proposal": str(asked(town, "8101")), "how": "release"}),
    ("office:slips_make", "honma", lambda town, story: {"worker": str(released(town, "8102"))}),
    (
        "office:account_suspend",
        "honma",
        lambda town, story: {"worker": str(released(town, "8103")), "day": today(), "reason": "退職"},
    ),
    ("office:account_back", "honma", lambda town, story: {"worker": str(suspended(town, "8104"))}),
)
