"""Two worlds that are equal but for one hidden record: whoever may not know of it gets the same bytes in both, at every door.

The clock stands still and the ids are the same, for it is one town, looked at before the record is written and after; what is written
afterwards is taken back. Only what is drawn anew for every answer is left out: the token of a form, its key, the nonce.
"""

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from difflib import unified_diff
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

from django.db import transaction
from django.utils import timezone

from marugoto.agencies.codes import Role
from marugoto.casework.actions import journal
from marugoto.casework.actions.need import add_need
from marugoto.casework.codes import Method
from marugoto.ground.context import entered
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.people.actions.contact import add_address, add_phone
from marugoto.people.actions.household import join
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect
from marugoto.people.models import Person
from proofs._crawl import Door, Eyes, touch
from proofs._guarded import ADDRESS, MEMBER, REASON, Guarded, Home

NAME, KANA, BIRTH, PHONE, STREET = "月代 灯", "つきしろ あかり", date(1986, 2, 4), "0098-77-4321", "宵町9番"
DRAWN = re.compile(
    r'(csrfmiddlewaretoken" value="|name="key" value="|nonce="|csrftoken=|"key": "|hx-headers=\'[^\']*?)[^"\';]+'
)
LOOKED_FOR = (NAME, NAME.split(maxsplit=1)[0], KANA, PHONE, PHONE[-4:], STREET, "昭和61年2月4日", "1986-02-04")
SEARCHES = (
    "/search/?q=",
    "/desk/households/?words=",
    "/desk/consultations/?words=",
    "/desk/people/{person}/same/?words=",
)
EVERYBODY_BUT_THE_LISTED = "支援措置の名簿にある人(個人情報保護法66条1項の安全管理。名簿の外には、あることも言わない)"
FACES = "ボールの面だけを見る役割(社会福祉法106条の4第2項5号の多機関協働。件数・日付だけで、だれのことかは出ない)"
HANDS = (
    "だれがいくつ持っているかを数える庶務(個人情報保護法66条1項の安全管理。異動のまえに、持っているボールが残っていないかを確かめる。"
    "数だけで、だれのことかは出ない)"
)
STAFF = "/office/staff/"  # the one page on which the office reads how many balls each has in hand
TOWER = frozenset({Role.COORDINATOR, Role.CHIEF, Role.PLANNER, Role.MAYOR, Role.COMMUNITY, Role.CLERK, Role.COUNSELLOR})


@dataclass(frozen=True)
class Record:
    """A hidden record, how it is written, and who may know that something is there: by article."""

    name: str
    write: Callable[[Guarded, datetime], None]
    excluded: dict[str, str]
    by_role: frozenset[Role] = frozenset()
    counted_at: tuple[tuple[Role, str], ...] = ()  # by this role it is counted at this address alone, and nowhere else


@dataclass
class Compared:
    requests: int = 0
    otherwise: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)


def _home(here: Guarded, kind: str) -> Home:
    return next(home for home in here.homes if home.kind == kind)


def _person(here: Guarded, at: datetime) -> None:
    """Somebody of whom nothing was known before."""
    by = here.town("tanaka").at_moment(at)
    person = enter_person(by=by, at=at, name=NAME, kana=KANA, birth=BIRTH, phone=PHONE, address=STREET).pk
    protect(by=by, at=at, person=person, listed=[by.worker], reason=REASON)


def _address(here: Guarded, at: datetime) -> None:
    """Another address and telephone of somebody whose contacts are shut already."""
    by, person = here.town("tanaka").at_moment(at), _home(here, ADDRESS).story.person
    add_phone(by=by, at=at, person=person, number=PHONE)
    add_address(by=by, at=at, person=person, text=STREET)


def _member(here: Guarded, at: datetime) -> None:
    """One more in a household of which others see nothing."""
    by = here.town("tanaka").at_moment(at)
    person = enter_person(by=by, at=at, name=NAME, kana=KANA, birth=BIRTH, phone=PHONE).pk
    protect(by=by, at=at, person=person, listed=[by.worker], reason=REASON)
    join(by=by, at=at + timedelta(seconds=1), household=_home(here, MEMBER).story.household, person=person)


def _entry(here: Guarded, at: datetime) -> None:
    by, story = here.town("tanaka").at_moment(at), _home(here, MEMBER).story
    words = f"{NAME}さんは{STREET}にいる。"
    journal.write(by=by, at=at, case=story.case, method=Method.VISIT, words=words)


def _need(here: Guarded, at: datetime) -> None:
    by, story = here.town("tanaka").at_moment(at), _home(here, MEMBER).story
    title = f"{STREET}での暮らし"
    add_need(by=by, at=at, case=story.case, theme=TroubleCode.HOUSING, title=title, person=story.person)


LISTED = {"cast-tanaka": EVERYBODY_BUT_THE_LISTED}
RECORDS = (
    Record("a person", _person, LISTED),
    Record("an address and a telephone", _address, LISTED),
    Record("a member of a hidden household", _member, LISTED),
    Record("a journal entry", _entry, LISTED | {"faces": FACES}, TOWER),
    Record("a need", _need, LISTED | {"faces": FACES, "hands": HANDS}, TOWER, ((Role.OFFICE, STAFF),)),
)


# ---------------------------------------------------------------- comparing


@contextmanager
def stopped(at: datetime) -> Iterator[None]:
    """For the house, for the line that stands under a print, and for the header that says until when a page is good."""

    class Still(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return at.astimezone(tz)

    class Clock:
        time = staticmethod(at.timestamp)

    with (
        patch("django.utils.timezone.now", lambda: at),
        patch("django.template.defaulttags.datetime", Still),
        patch("django.utils.cache.time", Clock),
    ):
        yield


def compared(
    here: Guarded,
    doors: list[Door],
    everybody: list[Eyes],
    records: tuple[Record, ...] = RECORDS,
    plant: Callable[[str], str] = lambda page: page,
) -> Compared:
    """`plant`: what a fault would add to a page, for the control."""
    found, now = Compared(), timezone.now().replace(microsecond=0)
    asked = {eyes.name: list(_addresses(here, doors, eyes)) for eyes in everybody}
    with stopped(now), transaction.atomic():
        before = {eyes.name: _taken(eyes, everybody, asked[eyes.name], plant) for eyes in everybody}
        for record in records:
            with transaction.atomic():
                record.write(here, now - timedelta(minutes=30))
                told = [eyes for eyes in everybody if not _excluded(record, eyes)]
                wrong = 0
                for eyes in told:
                    touch(everybody)
                    wrong += _compare(found, record, eyes, asked[eyes.name], before[eyes.name], plant)
                transaction.set_rollback(True)
            found.rows.append(_row(record, everybody, told, wrong))
        transaction.set_rollback(True)
    return found


def _excluded(record: Record, eyes: Eyes) -> bool:
    return eyes.name in record.excluded or bool(record.by_role & eyes.roles)


def _row(record: Record, everybody: list[Eyes], told: list[Eyes], wrong: int) -> dict[str, Any]:
    out = [eyes.name for eyes in everybody if eyes not in told]
    return {
        "hidden record": record.name,
        "pairs of eyes": len(told),
        "may know": ", ".join(sorted(out)),
        "roles that may know": ", ".join(sorted(record.by_role)),
        "counted at": ", ".join(f"{address} by {role.value}" for role, address in record.counted_at),
        "on what ground": " / ".join(sorted(set(record.excluded.values()))),
        "answers otherwise": wrong,
    }


def _addresses(here: Guarded, doors: list[Door], eyes: Eyes) -> Iterator[str]:
    for door in doors:
        if door.audience and not door.audience & eyes.roles:
            continue
        for home in here.homes if door.places else here.homes[:1]:
            yield door.address(home.story, {"secret": "unknown", "pk": 1, "code": "990019"})
    person = here.homes[0].story.person
    for search in SEARCHES if eyes.roles else ():
        yield from (f"{search.format(person=person)}{quote(words)}" for words in LOOKED_FOR)


def _taken(eyes: Eyes, everybody: list[Eyes], addresses: list[str], plant: Callable[[str], str]) -> list[bytes]:
    touch(everybody)
    return [zlib.compress(answered(eyes, address, plant), 1) for address in addresses]


def _compare(
    found: Compared, record: Record, eyes: Eyes, addresses: list[str], before: list[bytes], plant: Callable[[str], str]
) -> int:
    wrong = 0
    counted = {address for role, address in record.counted_at if role in eyes.roles}
    for address, kept in zip(addresses, before, strict=True):
        if address in counted:
            continue
        found.requests += 1
        now, then = answered(eyes, address, plant), zlib.decompress(kept)
        if _digest(now) != _digest(then):
            wrong += 1
            found.otherwise.append(f"{record.name}: {eyes.name} at {address}")
            if len(found.shown) < 12:
                found.shown += _difference(then, now)
    return wrong


def answered(eyes: Eyes, address: str, plant: Callable[[str], str] = lambda page: page) -> bytes:
    """Status, headers and body, without what is drawn anew each time; what the look writes is taken back."""
    with transaction.atomic():
        answer = eyes.client.get(address)
        transaction.set_rollback(True)
    said = "\n".join(f"{name}: {value}" for name, value in sorted(answer.headers.items()))
    body = plant(answer.content.decode(errors="replace"))
    return DRAWN.sub(r"\1", f"{answer.status_code}\n{said}\n\n{body}").encode()


def _digest(said: bytes) -> str:
    return hashlib.sha256(said).hexdigest()


def _difference(then: bytes, now: bytes) -> list[str]:
    lines = unified_diff(then.decode().split("\n"), now.decode().split("\n"), lineterm="", n=0)
    return [line[:200] for line in lines if not line.startswith(("---", "+++", "@@"))][:4]


def planted_count(here: Guarded) -> Callable[[str], str]:
    """The control: a page says how many people there are, asked with the eyes of somebody else."""

    def plant(page: str) -> str:
        viewer = here.town("tanaka").at_moment(timezone.now())
        with transaction.atomic(), entered(viewer):
            count = Person.objects.open_to(viewer).count()
        return page.replace("</main>", f"<p>{count}</p></main>")

    return plant
