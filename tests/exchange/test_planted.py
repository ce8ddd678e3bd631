"""Whatever the house writes beside a public place stays inside: each word of it is planted, and looked for in all that goes out."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from marugoto.casework.actions.need import add_need
from marugoto.community.actions.dialogue import Beside, hold_dialogue
from marugoto.community.actions.field_note import add_finding, write_note
from marugoto.community.actions.field_plan import plan_day
from marugoto.community.actions.field_reply import reply
from marugoto.community.actions.field_task import Source, end_task, set_task
from marugoto.community.actions.host_link import answer_change, ask_change, give_link
from marugoto.community.actions.place import change_place, confirm_place
from marugoto.community.actions.place_check import doubt_place, lift_promise, promise
from marugoto.community.actions.training import follow_training, hold_training
from marugoto.community.actions.unmet_need import answer_unmet_need, file_unmet_need, go_on
from marugoto.community.codes import (
    Attendee,
    ConfirmedBy,
    DoubtReason,
    FieldTaskEnd,
    NoteKind,
    NoteTheme,
    Partner,
    PromiseKind,
    ReplyKind,
    Sayer,
    TrainingFruit,
    TrainingKind,
    UnmetEnd,
)
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.formats import LAYOUTS
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.match import ask_host, move_match, visit
from marugoto.participation.actions.wish import hear_wish
from marugoto.participation.codes import MatchState, VisitFeeling, VisitKind, WhyNot
from tests.begun import supported
from tests.exchange.test_place_export import file, salon, services
from tests.town import MINAMO, Town

pytestmark = pytest.mark.django_db
CANARY = "CANARY"
HOUSEHOLD = "上田"


def checks(town: Town, place: UUID) -> set[str]:
    """Who asked there and what was promised; whose hand it was stays inside, too."""
    by = town("hayashi")
    confirm_place(by=by, at=town.later(), place=place, how=ConfirmedBy.VISIT)
    doubt_place(by=town("tanaka"), at=town.later(), place=place, reason=DoubtReason.MOVED)
    kind = PromiseKind.NOT_LISTED
    promise(by=by, at=town.later(), place=place, kind=kind, said_by=Sayer.HOST, words=f"{CANARY}のため")
    lift_promise(by=by, at=town.later(), place=place, kind=kind)
    until = local_day(town.now) + timedelta(days=30)
    secret = give_link(by=by, at=town.later(), place=place, until=until).secret
    return {secret, "林 千春", "千春"}


def requests(town: Town, place: UUID) -> set[str]:
    """What somebody asked to have put right: one waits, one was not followed; and what stood there before."""
    by = town("hayashi")
    ask_change(by=by, at=town.later(), place=place, wants={"description": f"{CANARY}の会になった"}, words=CANARY)
    asked = ask_change(by=by, at=town.later(), place=place, wants={"days": f"{CANARY}曜"}, words=CANARY)
    answer_change(by=by, at=town.later(), request=asked.pk, taken=[], words=f"{CANARY}に聞いた")
    change_place(by=by, at=town.later(), place=place, values={"target": f"{CANARY}の方"})
    change_place(by=by, at=town.later(), place=place, values={"target": "だれでも"})
    return set()


def diary(town: Town, place: UUID) -> set[str]:
    by, mori, today = town("hayashi"), town("mori"), local_day(town.now)
    note = write_note(by=by, at=town.later(), day=today, kind=NoteKind.VISIT, words=f"{CANARY}を見た。", place=place).pk
    add_finding(by=by, at=town.later(), note=note, theme=NoteTheme.OTHER, words=f"{CANARY}に気づいた。")
    reply(by=mori, at=town.later(), note=note, kind=ReplyKind.GO_ON, words=f"{CANARY}のままで。")
    due = today + timedelta(days=3)
    task = set_task(by=by, at=town.later(), source=Source(note=note), words=f"{CANARY}に電話", due=due).pk
    end_task(by=by, at=town.later(), task=task, end=FieldTaskEnd.DONE, words=f"{CANARY}と話した。")
    plan_day(by=by, at=town.later(), day=due, words=f"{CANARY}に行く", place=place)
    return set()


def talks(town: Town, place: UUID) -> set[str]:
    by, today = town("hayashi"), local_day(town.now)
    hold_dialogue(
        by=by,
        at=town.later(),
        day=today,
        partner=Partner.RESIDENTS,
        partner_name=f"{CANARY}の会",
        theme=NoteTheme.OTHER,
        said=f"{CANARY}の話。",
        beside=Beside(place=place),
    )
    course = hold_training(
        by=by,
        at=town.later(),
        day=today,
        kind=TrainingKind.PROMOTERS,
        name=f"{CANARY}講座",
        heads={Attendee.RESIDENTS: 3},
        place=place,
    ).pk
    follow_training(
        by=by, at=town.later(), training=course, fruit=TrainingFruit.PLACE_STARTED, place=place, words=CANARY
    )
    return set()


def whoever_goes_there(town: Town, place: UUID) -> set[str]:
    """A wish, the host's answer and a visit, of a household of 田中."""
    case, by = supported(town), town("tanaka")
    need = add_need(by=by, at=town.later(), case=case, theme=TroubleCode.WITHDRAWAL, title=f"{CANARY}に会う")
    hear_wish(by=town("tanaka"), at=town.later(), need=need.pk, words=f"{CANARY}がしたい", went_wrong=CANARY)
    match = ask_host(by=town("tanaka"), at=town.later(), need=need.pk, place=place, reasons=[CANARY], words=CANARY).pk
    visit(
        by=town("tanaka"),
        at=town.later(),
        match=match,
        day=local_day(town.now),
        kind=VisitKind.FIRST,
        feeling=VisitFeeling.HARD,
        words=f"{CANARY}は疲れた。",
        host_words=f"{CANARY}だった。",
    )
    move_match(
        by=town("tanaka"),
        at=town.later(),
        match=match,
        to=MatchState.UNWILLING,
        why=WhyNot.NOT_AS_WRITTEN,
        words=CANARY,
    )
    return {HOUSEHOLD, str(need.pk), str(match)}


def what_is_missing(town: Town, place: UUID) -> set[str]:
    by = town("hayashi")
    unmet = file_unmet_need(by=by, at=town.later(), theme="withdrawal", team=by.team).pk
    go_on(
        by=by,
        at=town.later(),
        unmet=unmet,
        words=f"{CANARY}に頼んだ。",
        next_on=local_day(town.now) + timedelta(days=5),
    )
    answer_unmet_need(by=by, at=town.later(), unmet=unmet, end=UnmetEnd.PLACE_FOUND, place=place)
    return {str(unmet)}


PLANTED: tuple[Callable[[Town, UUID], set[str]], ...] = (
    checks,
    requests,
    diary,
    talks,
    whoever_goes_there,
    what_is_missing,
)


@pytest.mark.parametrize("planted", PLANTED)
def test_what_is_written_beside_a_public_place_leaves_by_no_door(
    town: Town, planted: Callable[[Town, UUID], set[str]], settings: Any, tmp_path: Path
) -> None:
    """Every published list, the file for other programs, and the letter to the porch: from it alone come its pages, calendar and poster."""
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    place = salon(town, note=f"{CANARY}のこと").pk
    kept = {CANARY, str(town("hayashi").duty), str(town("hayashi").team), *planted(town, place)}
    assert house.publish_places(at=town.later(), body=MINAMO)
    letters = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    out = [
        *(file(town, layout.code).decode("utf-8-sig") for layout in LAYOUTS),
        json.dumps(services(town), ensure_ascii=False),
        *(json.loads(letter)["body"] for letter in letters),
    ]
    assert sum("なぎさサロン" in one for one in out) >= 4
    assert {word for word in kept for one in out if word in one} == set()
