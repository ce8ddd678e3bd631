"""The house's side of the post with the porch: take notices in, publish places, say how far notices have come.

Everything may be done again: a letter that comes twice is one notice, a list that says nothing new is not sent.
"""

import hashlib
import json
import logging
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.utils import timezone

from marugoto.agencies.codes import BodyKind
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_words import lay_out_anew
from marugoto.custody.actions.due import run_due_everywhere
from marugoto.custody.queries.ball import faces
from marugoto.disclosure.actions.books import seal_everywhere
from marugoto.evaluation.actions.recount import count_everywhere
from marugoto.exchange.actions.digest_mail import morning_round
from marugoto.exchange.actions.host_post import pages
from marugoto.exchange.actions.host_post import take_in as take_host_in
from marugoto.exchange.actions.import_round import import_round
from marugoto.exchange.actions.published import told
from marugoto.exchange.actions.retention import retention_round
from marugoto.exchange.actions.table_post import note_refused, take_in, tell_tables
from marugoto.exchange.models import Incoming, Outgoing
from marugoto.exchange.porch.codes import NoticeState
from marugoto.exchange.post import PORCH, TO_HOUSE, TO_PORCH, Post, body_of, house_of
from marugoto.exchange.queries.import_work import changes_places
from marugoto.exchange.queries.place_export import open_wholes
from marugoto.exchange.rounds import each_letter
from marugoto.exchange.rules.package import Package, PackageKind, acknowledge, read_acknowledgement
from marugoto.ground.statistics import take_statistics
from marugoto.ground.transaction import acting
from marugoto.intake.actions.notice import WORDS_LIMIT, raise_notice
from marugoto.intake.codes import NoticeSource
from marugoto.intake.queries.notice import released
from marugoto.kernel.decision import NotNow, Refused
from marugoto.kernel.fold import clean
from marugoto.participation.actions.anew import look_anew_everywhere
from marugoto.retention.actions.destroy import disposal_round

OUTSIDE = re.compile(r"\s*[(（].*$")  # an extension in brackets is of no use to those outside
MOST = {"words": WORDS_LIMIT, "where": 200, "who_words": 200, "informant": 120, "reach": 200}
SAID = tuple(MOST)
log = logging.getLogger(__name__)

AGAIN_AFTER, DAILY = timedelta(hours=1), timedelta(days=1)
DUE_EVERY = 150  # rounds: what a day brings by itself is looked at about every five minutes
STATISTICS_EVERY = 21_600  # rounds: about twice a day, and when the courier begins
SEAL_AFTER = timedelta(seconds=20)  # since the last time: a row waits for its seal a minute at most
LISTS_EVERY = 10  # rounds: places and states, and whom a place fits now, are looked at about three times a minute

_SEALED: list[datetime] = []  # when this courier last did


def errand(number: int) -> bool:
    """One round of the courier: letters each time, lists, figures and what the day brings now and then, and some seconds of long imports.

    True when there is more to do at once.
    """
    at = timezone.now()
    close_the_books(at=at)
    collect(at=at)
    close_the_books(at=timezone.now())
    if number % DUE_EVERY == 0:
        run_due_everywhere(at=at)
        morning_round(at=at)
        retention_round(at=at)
        disposal_round(at=at)
        for body in directory.bodies():
            lay_out_anew(by=system_viewer(body.code, at), at=at)
        close_the_books(at=timezone.now())
    if number % LISTS_EVERY == 0:
        look_anew_everywhere(at=at, left_alone=changes_places)
        count_everywhere(at=at, due=number % DUE_EVERY == 0)
        tell_the_porch(at=at)
    if number % STATISTICS_EVERY == 0:  # last: where another writes for long it fails, and the letters are out
        take_statistics()
    return import_round()


def tell_the_porch(*, at: datetime) -> None:
    """Places, states, seats and links of every body: what cannot be told of one keeps nothing else from being told."""
    for body in directory.bodies():
        if body.kind != BodyKind.MUNICIPALITY or not _may_go_out(body):
            continue
        for tell in (publish_places, tell_states, tell_of_tables, tell_of_hosts):
            try:
                tell(at=at, body=body.code)
            except Exception:
                log.exception("%s: %s", body.code, tell.__name__)


def close_the_books(*, at: datetime) -> None:
    """Seal facts and looks, twice a minute or oftener: what was changed, taken out or slipped in later shows."""
    if _SEALED and timedelta() <= at - _SEALED[-1] < SEAL_AFTER:
        return
    _SEALED[:] = [at]
    seal_everywhere(at=at)


def _may_go_out(body: Any) -> bool:
    """What is written for training goes nowhere, except where the whole installation is for training."""
    return settings.MARUGOTO_DEMO or not body.training


def house_post(folder: str) -> Post:
    return Post(Path(settings.MARUGOTO_PACKAGE_FOLDER) / folder, settings.MARUGOTO_PACKAGE_KEY.encode())


def collect(*, at: datetime) -> int:
    """Take in every letter of the porch; each is answered. Answers how many were taken."""
    post = house_post(TO_HOUSE)
    return each_letter(post, lambda letter: _take(post, letter, at))


def publish_places(*, at: datetime, body: str) -> bool:
    """The whole list of public places, when it says something new."""
    by = system_viewer(body, at)
    town = directory.body(body)
    said = {
        "town": {
            "name": town.name,
            "phone": OUTSIDE.sub("", directory.last_resort(body).phone),
            "training": town.training,
            "prefecture": town.prefecture.name if town.prefecture else "",
        },
        "places": [told(one, outside) for one, outside in open_wholes(by)],
    }
    return _send(by=by, at=at, kind=PackageKind.PUBLISHED_PLACES, payload=said)


def tell_states(*, at: datetime, body: str) -> bool:
    """How far each notice of the porch has come, when that is new."""
    by = system_viewer(body, at)
    known = _collected(by=by, at=at)
    balls = faces(by, matters=known)
    told = released(by, known)
    states = {str(notice): _state(ball, told.get(notice, "")) for notice, ball in balls.items()}
    said = {notice: state for notice, state in states.items() if state}
    return _send(by=by, at=at, kind=PackageKind.NOTICE_STATES, payload={"states": said}) if said else False


def tell_of_tables(*, at: datetime, body: str) -> int:
    """Day and end of seats from outside, when they are new."""
    return tell_tables(by=system_viewer(body, at), at=at, post=house_post(TO_PORCH))


def tell_of_hosts(*, at: datetime, body: str) -> bool:
    """Which links of groups open a page, when that is new; a body that never gave one says nothing."""
    by = system_viewer(body, at)
    said = pages(by)
    return (
        _send(by=by, at=at, kind=PackageKind.HOST_LINKS, payload={"links": said})
        if said or _told(by=by, at=at)
        else False
    )


@acting
def _told(*, by: Viewer, at: datetime) -> bool:
    return Outgoing.objects.within(by.body).filter(kind=PackageKind.HOST_LINKS).exists()


def _take(post: Post, letter: Path, at: datetime) -> None:
    body = letter.name.partition("-")[0]
    package = post.open(letter, receiver=house_of(body), at=at)
    body_of(package.receiver)
    by, trouble = system_viewer(body, at), None
    if package.kind is PackageKind.ACKNOWLEDGEMENT:
        _note_answer(by=by, at=at, package=package)
        return
    try:
        _keep(by=by, at=at, package=package)
    except NotNow:
        raise  # nothing is answered yet: the letter lies for the next round
    except Refused as refused:
        trouble = refused
        if package.kind is PackageKind.TABLE_ANSWER:
            note_refused(by=by, at=at, payload=package.payload)
    said = trouble.sentence if trouble else ""
    answer = acknowledge(package, id=uuid4(), sequence=package.sequence, at=at, refused=said)
    house_post(TO_PORCH).put(answer, body)
    if trouble:
        raise trouble  # set aside, not thrown away; the porch keeps the words for whoever wrote them


@acting
def _note_answer(*, by: Viewer, at: datetime, package: Package) -> None:
    said = read_acknowledgement(package)
    unanswered = Outgoing.objects.within(by.body).filter(pk=said.of, answered_at=None)
    unanswered.update(answered_at=at, refused="" if said.taken else said.sentence[:200])


@acting
def _keep(*, by: Viewer, at: datetime, package: Package) -> None:
    """Once for each package, however often it comes."""
    if package.kind not in {PackageKind.INBOX, PackageKind.TABLE_ANSWER, PackageKind.HOST_ANSWER}:
        raise Refused("気づきの連絡ではありません。")
    if Incoming.objects.within(by.body).filter(pk=package.id).exists():
        return
    if package.kind is not PackageKind.INBOX:
        taken = take_in if package.kind is PackageKind.TABLE_ANSWER else take_host_in
        taken(by=by, at=at, payload=package.payload)
        Incoming.objects.create(id=package.id, body=by.body, made_at=at, notice=package.id)
        return
    said = package.payload.get("notice")
    if not isinstance(said, Mapping):
        raise Refused("気づきの中身が読み取れません。")
    notice = _ref(said)
    if not Incoming.objects.within(by.body).filter(notice=notice).exists():
        _raise(by, at, notice, said)
    Incoming.objects.create(id=package.id, body=by.body, made_at=at, notice=notice)


def _ref(said: Mapping[str, Any]) -> UUID:
    try:
        return UUID(str(said["ref"]))
    except (KeyError, ValueError) as broken:
        raise Refused("気づきの番号が読み取れません。") from broken


def _raise(by: Viewer, at: datetime, notice: UUID, said: Mapping[str, Any]) -> None:
    """What nobody could ever keep is refused for good. That this house cannot take it now (nobody there to hold it) is not the
    letter's fault: it lies until somebody can."""
    words, where, who, informant, reach = (clean(str(said.get(name, "")), limit=MOST[name]) for name in SAID)
    if not words.strip():
        raise Refused("気づいたことが書かれていません。")
    try:
        raise_notice(
            by=by,
            at=at,
            notice=notice,
            source=NoticeSource.RESIDENT,
            wants_reply=bool(said.get("wants_reply")),
            porch_ref=notice,
            words=words,
            where=where,
            who_words=who,
            informant=informant,
            reach=reach,
        )
    except Refused as trouble:
        raise NotNow(trouble.sentence, trouble.way_on) from trouble


@acting
def _collected(*, by: Viewer, at: datetime) -> set[UUID]:
    return set(Incoming.objects.within(by.body).values_list("notice", flat=True))


def _state(ball: Any, told_back: str) -> list[str]:
    """Nothing before somebody has begun: that it arrived is said by the acknowledgement."""
    if ball.settled_at is not None:
        return [NoticeState.ANSWERED, told_back]
    moved = ball.last_touch is not None or ball.offer is not None
    return [NoticeState.TAKEN, ""] if moved else []


@acting
def _send(*, by: Viewer, at: datetime, kind: PackageKind, payload: Mapping[str, Any]) -> bool:
    digest = hashlib.sha256(json.dumps(payload, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    last = Outgoing.objects.within(by.body).filter(kind=kind).order_by("-sequence").first()
    if last is not None and last.digest == digest and not _to_be_said_again(last, at):
        return False
    sequence = last.sequence + 1 if last else 1
    row = Outgoing.objects.create(body=by.body, made_at=at, kind=kind, sequence=sequence, digest=digest)
    package = Package(kind, row.pk, sequence, house_of(by.body), PORCH, at, payload)
    post = house_post(TO_PORCH)
    if last is not None:
        post.take_back(kind, last.pk, by.body)
    post.put(package, by.body)
    return True


def _to_be_said_again(last: Outgoing, at: datetime) -> bool:
    """A letter that is gone without an answer may be lost; and once a day all is said anew, for a porch that was set up again."""
    if last.answered_at is not None:
        return last.made_at <= at - DAILY
    return last.made_at <= at - AGAIN_AFTER and not house_post(TO_PORCH).lies(last.kind, last.pk, last.body)
