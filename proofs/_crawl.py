"""Somebody at a door: every address of the house and of the porch, asked with every pair of eyes, and each answer read to its end.

What was sent is taken back afterwards: the next one finds the town as it was. What was asked for is asked as the house is asked every day.
"""

import logging
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from html import unescape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse

from benches._browser import forms_of
from proofs._answers import texts_of
from proofs._guarded import Guarded, Home
from proofs._marks import FAMILY, FAMILY_KANA, PHONE, TOWN, WORD, found_in
from tests.story import Story
from tests.web.doors import NOUNS, WORDS

HOUSE, PORCH = "marugoto.web.urls_house", "marugoto.web.urls_porch"
ASKED_FOR = (FAMILY, FAMILY_KANA, TOWN, WORD, PHONE[:4], "里町")  # of no mark the whole: what comes back was not typed
LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
MISSING, SHUT = 404, 423
TOUCHED_SECONDS = 120  # a screen that nobody touches is shut after a quarter of an hour
SHUTTING = {"shell:leave", "shell:left", "shell:keep"}


@dataclass(frozen=True)
class Door:
    """`kind`: see, act, or plain; `places`: what stands in the address."""

    name: str
    kind: str
    places: tuple[str, ...]
    urlconf: str = HOUSE
    audience: frozenset[Any] = frozenset()

    @property
    def where(self) -> str:
        return f"{self.urlconf.rpartition('_')[2]} {self.name}"

    def address(self, story: Story, others: dict[str, Any]) -> str:
        return reverse(
            self.name, self.urlconf, kwargs={place: self._value(place, story, others) for place in self.places}
        )

    def _value(self, place: str, story: Story, others: dict[str, Any]) -> Any:
        if place in others and (self.urlconf == PORCH or place not in WORDS):
            return others[place]
        return WORDS.get(place) or getattr(story, NOUNS.get((self.name, place), place), None) or uuid4()


@dataclass
class Eyes:
    """Somebody who is signed in, or nobody."""

    name: str
    worker: UUID | None
    client: Client
    roles: frozenset[Any] = frozenset()
    touched: float = field(default_factory=time.monotonic)

    def touch(self) -> None:
        """As the script of a page does while somebody types; no proof may go on before a shut screen."""
        if self.worker is None or time.monotonic() - self.touched < TOUCHED_SECONDS:
            return
        answer = self.client.get("/here/")
        if answer.status_code != 204:
            raise RuntimeError(f"{self.name} is not signed in any more: {answer.status_code}")
        self.touched = time.monotonic()


def touch(everybody: list[Eyes]) -> None:
    for eyes in everybody:
        eyes.touch()


@dataclass(frozen=True)
class Leak:
    door: str
    who: str
    where: str
    word: str
    number: int


@dataclass
class Walked:
    """What was asked and what was found. `reached`: doors at which somebody got more than "missing"."""

    asked: Counter[str] = field(default_factory=Counter)
    reached: set[str] = field(default_factory=set)
    leaks: list[Leak] = field(default_factory=list)
    known: Counter[int] = field(default_factory=Counter)  # of whom words were met by those who may
    where_known: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    bytes: int = 0
    broken: list[str] = field(default_factory=list)
    shut: Counter[str] = field(default_factory=Counter)  # whose screen had been shut when he asked
    missed: defaultdict[str, set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )  # what was answered, where not reached


def doors_of(urlconf: str) -> list[Door]:
    return sorted(_doors(get_resolver(urlconf).url_patterns, "", urlconf), key=lambda door: door.name)


def _doors(patterns: list[Any], room: str, urlconf: str) -> Iterator[Door]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _doors(one.url_patterns, f"{one.namespace}:" if one.namespace else room, urlconf)
        elif isinstance(one, URLPattern) and one.name:
            view = one.callback
            kind, audience = getattr(view, "door", "plain"), frozenset(getattr(view, "audience", ()))
            yield Door(f"{room}{one.name}", kind, tuple(one.pattern.converters), urlconf, audience)


def eyes_of(here: Guarded, names: list[str]) -> list[Eyes]:
    """Everybody of the cast who signs in, and whoever else is named; at last somebody without an account."""
    from django.utils import timezone

    from marugoto.agencies.queries.viewer import hats_of, viewer_of
    from marugoto.kernel.jst import local_day

    found, at = [], timezone.now()
    for user in get_user_model().objects.filter(username__in=names).order_by("username"):
        if not (hats := hats_of(user.pk, local_day(at))):
            continue
        client = Client(raise_request_exception=False)
        client.force_login(user)
        viewer = viewer_of(user.pk, max(hats, key=lambda one: len(one.role_set())).pk, at)
        assert viewer is not None
        found.append(Eyes(user.username, viewer.worker, client, viewer.roles))
    return [*found, Eyes("nobody signed in", None, Client(raise_request_exception=False))]


class Log(logging.Handler):
    """Every line that anything writes meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("{asctime} {levelname} {name} {message}", style="{"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@contextmanager
def overheard() -> Iterator[Log]:
    """Instead of what the house writes to its log: nobody is named who may read guarded words there."""
    log, root = Log(), logging.getLogger()
    before, named = (
        root.handlers[:],
        [logging.getLogger(name) for name in ("django", "django.request", "django.server")],
    )
    kept = [(one, one.handlers[:], one.propagate) for one in named]
    root.handlers[:] = [log]
    for one in named:
        one.handlers[:], one.propagate = [], True
    try:
        yield log
    finally:
        root.handlers[:] = before
        for one, handlers, propagate in kept:
            one.handlers[:], one.propagate = handlers, propagate


@dataclass
class Walk:
    """`further`: how many links of each door somebody follows beyond the doors themselves."""

    here: Guarded
    log: Log
    walked: Walked = field(default_factory=Walked)
    further: int = 0
    others: dict[str, Any] = field(default_factory=lambda: {"secret": "unknown", "pk": 1, "code": "990019"})

    def ask(
        self, door: Door, eyes: Eyes, address: str, sent: dict[str, Any] | None = None, *, part: bool = False
    ) -> Any:
        """One request, and its answer read; answers the answer."""
        headers = {"HX-Request": "true"} if part else None
        cookies = eyes.client.cookies.output(header="", sep=";")
        if sent is None:
            answer = eyes.client.get(address, headers=headers)
        else:
            with transaction.atomic():
                answer = eyes.client.post(address, sent, headers=headers)
                self.read(door, eyes, answer)
                self._land(door, eyes, answer)
                transaction.set_rollback(True)
            eyes.client.cookies = SimpleCookie(cookies)
            return answer
        self.read(door, eyes, answer)
        return answer

    def _land(self, door: Door, eyes: Eyes, answer: Any) -> None:
        """The page to which a form that was sent leads."""
        place = answer.headers.get("Location", "")
        if not place.startswith("/") or place.startswith("/sign-in/?"):
            return
        with suppress(Resolver404):
            match = resolve(place.partition("?")[0].partition("#")[0], door.urlconf)
            there = Door(match.view_name, getattr(match.func, "door", "plain"), (), door.urlconf)
            self.read(there, eyes, eyes.client.get(place))

    def read(self, door: Door, eyes: Eyes, answer: Any) -> None:
        walked = self.walked
        walked.asked[door.kind] += 1
        if answer.status_code >= 500:
            walked.broken.append(f"{door.name}: {answer.status_code} for {eyes.name}")
        if answer.status_code == SHUT and door.name not in SHUTTING:
            walked.shut[eyes.name] += 1
        if answer.status_code in {MISSING, SHUT} or answer.headers.get("Location", "").startswith("/sign-in/?"):
            walked.missed[door.where].add(answer.status_code)
        else:
            walked.reached.add(door.where)
        walked.bytes += len(getattr(answer, "content", b""))
        for where, text in texts_of(answer):
            self.note(door.name, eyes.name, eyes.worker, where, text)
        lines, self.log.lines = self.log.lines, []
        for line in lines:
            self.note(door.name, eyes.name, None, "log", line)

    def note(self, door: str, name: str, worker: UUID | None, where: str, text: str) -> None:
        for number, word in found_in(text).items():
            if self.here.may_know(worker, number):
                self.walked.known[number] += 1
                self.walked.where_known[door].add(where)
            else:
                self.walked.leaks.append(Leak(door, name, where, word, number))

    # ------------------------------------------------------------ walking

    def look(self, doors: list[Door], eyes: Eyes, homes: list[Home]) -> None:
        """Every page: where the address names something, once for each household; then on from page to page."""
        self.seen: set[str] = set()
        self.followed: Counter[str] = Counter()
        for door in doors:
            for home in homes if door.places else homes[:1]:
                answer = self._go(door, eyes, door.address(home.story, self.others))
                if answer is not None and answer.status_code == 200 and self.further:
                    self.ask(door, eyes, door.address(home.story, self.others), part=True)

    def _go(self, door: Door, eyes: Eyes, address: str) -> Any:
        if address in self.seen:
            return None
        self.seen.add(address)
        answer = self.ask(door, eyes, address)
        if self.further and answer.status_code == 200 and "html" in answer.headers.get("Content-Type", ""):
            for one in self._ways_on(answer.content.decode(errors="replace"), address):
                self._follow(eyes, one, door.urlconf)
        return answer

    def _follow(self, eyes: Eyes, address: str, urlconf: str) -> None:
        try:
            match = resolve(address.partition("?")[0], urlconf)
        except Resolver404:
            return
        if address in self.seen or self.followed[match.view_name] >= self.further:
            return
        self.followed[match.view_name] += 1
        self._go(Door(match.view_name, getattr(match.func, "door", "plain"), (), urlconf), eyes, address)

    def _ways_on(self, page: str, address: str) -> Iterator[str]:
        yield from (unescape(one) for one in LINK.findall(page))
        for form in forms_of(page):
            if form.method != "get":
                continue
            for words in ASKED_FOR:
                said = [(name, value or words) for name, value in form.fields]
                if any(not value for _, value in form.fields):
                    yield f"{form.action or address.partition('?')[0]}?{urlencode(said)}"

    def send(self, door: Door, everybody: list[Eyes], home: Home, prepare: Callable[[], dict[str, Any]]) -> None:
        """One form, filled in once as somebody who may would fill it in, and pressed by everybody."""
        now = self.here.town.now
        with transaction.atomic():
            sent = self.filled(prepare)
            named = {noun.removeprefix("@"): sent.pop(noun) for noun in list(sent) if noun.startswith("@")}
            address = door.address(replace(home.story, **named), self.others)
            for eyes in everybody:
                self.ask(door, eyes, address, _fresh(sent) | {"key": str(uuid4())})
            transaction.set_rollback(True)
        self.here.town.now = now

    def filled(self, prepare: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Of a hidden household there may be nothing to fill in: then the form goes empty."""
        try:
            with transaction.atomic():
                return prepare()
        except Exception:  # noqa: BLE001 — whatever keeps it from being filled in, it is sent
            return {}


def _fresh(sent: dict[str, Any]) -> dict[str, Any]:
    for value in sent.values():
        if hasattr(value, "seek"):
            value.seek(0)
    return dict(sent)
