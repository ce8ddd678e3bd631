"""The porch's side of the post: notices go out until they are answered, the house's lists and states are taken in."""

from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.utils import timezone

from marugoto.exchange.porch.actions.host import (
    forget_ended,
    note_host_letter_answered,
    note_host_letter_written,
    take_pages,
)
from marugoto.exchange.porch.actions.notice import forget_refused, forget_told, note_answer, note_states
from marugoto.exchange.porch.actions.package import note_taken, note_written
from marugoto.exchange.porch.actions.place import lay_out_anew, publish
from marugoto.exchange.porch.actions.table import (
    forget_over,
    note_letter_answered,
    note_letter_written,
    take_tables,
)
from marugoto.exchange.porch.codes import NoticeState
from marugoto.exchange.porch.queries.host import host_letters_to_send
from marugoto.exchange.porch.queries.notice import to_send
from marugoto.exchange.porch.queries.table import LetterToSend, letters_to_send
from marugoto.exchange.porch.whole import whole
from marugoto.exchange.post import PORCH, TO_HOUSE, TO_PORCH, Post, body_of, house_of
from marugoto.exchange.rounds import each_letter
from marugoto.exchange.rules.package import Package, PackageKind, acknowledge, read_acknowledgement
from marugoto.kernel.decision import NotNow, Refused

FORGET_EVERY = 1_800  # rounds: about once an hour


def porch_post(folder: str) -> Post:
    return Post(Path(settings.MARUGOTO_PACKAGE_FOLDER) / folder, settings.MARUGOTO_PACKAGE_KEY.encode())


def errand(number: int) -> None:
    """One round of the courier; what has been refused long ago is looked for now and then."""
    at = timezone.now()
    take_in(at=at)
    forget_over(at=at)
    forget_ended(at=at)
    hand_out(at=at)
    if number % FORGET_EVERY == 0:
        forget_refused(at=at)
        forget_told(at=at)
        lay_out_anew()


def hand_out(*, at: datetime) -> int:
    """Every notice without an answer, as one letter each; answers how many were written."""
    post = porch_post(TO_HOUSE)
    parcels = to_send(at)
    for parcel in parcels:
        receiver = house_of(parcel.body)
        post.put(
            Package(PackageKind.INBOX, parcel.id, parcel.sequence, PORCH, receiver, at, parcel.payload), parcel.body
        )
        note_written(at=at, body=parcel.body, parcel=parcel.id)
    return len(parcels) + _hand_out_letters(at, post)


def _hand_out_letters(at: datetime, post: Post) -> int:
    """What those from outside and what groups said, one letter each, in the order in which they said it."""
    letters, of_hosts = letters_to_send(at), host_letters_to_send(at)
    for one in letters:
        _put(at, post, PackageKind.TABLE_ANSWER, one)
        note_letter_written(at=at, body=one.body, letter=one.id)
    for one in of_hosts:
        _put(at, post, PackageKind.HOST_ANSWER, one)
        note_host_letter_written(at=at, body=one.body, letter=one.id)
    return len(letters) + len(of_hosts)


def _put(at: datetime, post: Post, kind: PackageKind, one: LetterToSend) -> None:
    post.put(Package(kind, one.id, one.sequence, PORCH, house_of(one.body), at, one.payload), one.body)


def take_in(*, at: datetime) -> int:
    post = porch_post(TO_PORCH)
    return each_letter(post, lambda letter: _take(post, letter, at))


def _take(post: Post, letter: Path, at: datetime) -> None:
    package = post.open(letter, receiver=PORCH, at=at)
    body, trouble = body_of(package.sender), None
    if package.kind is PackageKind.ITEM_EXTRACT and post.keeps_waiting(letter):
        raise NotNow(
            "席についての手紙は、来た順に取り込みます。"
        )  # or an older word would open again what a newer closed
    try:
        with whole():
            if note_taken(at=at, body=body, package=package):
                _carry_out(package, body, at)
    except Refused as refused:
        trouble = refused
    if package.kind is not PackageKind.ACKNOWLEDGEMENT:
        said = trouble.sentence if trouble else ""
        answer = acknowledge(package, id=uuid4(), sequence=package.sequence, at=at, refused=said)
        porch_post(TO_HOUSE).put(answer, body)
    if trouble:
        raise trouble  # set aside, and the house knows


def _carry_out(package: Package, body: str, at: datetime) -> None:
    if package.kind is PackageKind.PUBLISHED_PLACES:
        publish(at=at, body=body, sequence=package.sequence, issued_at=package.issued_at, payload=package.payload)
    elif package.kind is PackageKind.ACKNOWLEDGEMENT:
        said = read_acknowledgement(package)
        known = note_letter_answered(body=body, letter=said.of) or note_host_letter_answered(body=body, letter=said.of)
        if not known:
            note_answer(at=at, body=body, parcel=said.of, taken=said.taken)
    elif package.kind is PackageKind.ITEM_EXTRACT:
        take_tables(at=at, body=body, payload=package.payload)
    elif package.kind is PackageKind.HOST_LINKS:
        take_pages(at=at, body=body, issued_at=package.issued_at, payload=package.payload)
    elif package.kind is PackageKind.NOTICE_STATES:
        note_states(at=at, body=body, states=_states(package))
    else:
        raise Refused("この連絡は、軒先では受け取れません。", "送り手に知らせてください。")


def _states(package: Package) -> dict[UUID, tuple[NoticeState, str]]:
    try:
        said = package.payload["states"]
        return {UUID(notice): (NoticeState(state), str(told)[:200]) for notice, (state, told) in said.items()}
    except (KeyError, TypeError, ValueError, AttributeError) as trouble:
        raise Refused(
            "気づきの進みぐあいが読み取れません。", "送り手の画面から、もう一度書き出してください。"
        ) from trouble
