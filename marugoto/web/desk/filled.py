"""A filled assessment sheet in words: member by member, then the household; what is blank is not said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.assessment import Filled, Met, Standing, Version, met
from marugoto.casework.queries.case import CasePage
from marugoto.casework.rules.assessment import MET, REACH, REACH_ON, REFUSED, TROUBLES, about
from marugoto.casework.sheets import sheet_of
from marugoto.casework.sheets.sheet import About, Field, FieldKind
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST
from marugoto.people.queries.person import faces
from marugoto.web.shell.matters import theme_words

TONES = {MET: "done", REFUSED: "danger"}


@dataclass(frozen=True)
class Said:
    """One answer in words; `quoted` are the person's own."""

    label: str
    words: str
    quoted: bool
    reported: bool


@dataclass(frozen=True)
class Whose:
    """`older`: parts that stand as an older version left them, because whoever wrote the later one did not see them."""

    called: str
    reach: str
    tone: str
    troubles: tuple[str, ...]
    said: tuple[Said, ...]
    older: tuple[str, ...]


@dataclass(frozen=True)
class VersionLine:
    version: Version
    heard: str
    written: str


@dataclass(frozen=True)
class Line:
    """What the household's page says of the sheet: when, who is not reached yet, what troubles whom. `unknown`: of whom the viewer reads
    nothing about a meeting, be it that nobody wrote it or that it is not open to him."""

    url: str
    heard: str
    waiting: str
    unknown: str
    troubles: tuple[tuple[str, str], ...]


def line_on(viewer: Viewer, case: CasePage, members: Sequence[tuple[UUID, str]]) -> Line:
    known = met(viewer, case.case) if case.assessed else {}
    told = [(called, known[who]) for who, called in members if who in known and known[who].reach]
    unknown = [called for who, called in members if who not in known or not known[who].reach]
    troubles = [(called, _said_of(known[who].troubles)) for who, called in members if who in known]
    return Line(
        url=reverse("desk:assessment", args=[case.case]),
        heard=say_day(case.assessed_on) if case.assessed_on else "",
        waiting="、".join(_waiting(called, one) for called, one in told if one.reach != MET),
        unknown="、".join(unknown) if case.assessed else "",
        troubles=tuple(one for one in troubles if one[1]),
    )


def _waiting(called: str, known: Met) -> str:
    return _("%(called)s(断られた)") % {"called": called} if known.reach == REFUSED else called


def starts_of(viewer: Viewer, case: UUID, members: Sequence[tuple[UUID, str]]) -> list[tuple[str, str]]:
    """From what the sheet says of each member a need can be begun: the words and the end of the address."""
    known = met(viewer, case)
    return [
        (f"{called}: {theme_words(trouble)}", f"?{urlencode({'person': str(who), 'theme': trouble})}")
        for who, called in members
        if who in known
        for trouble in in_order(known[who].troubles)
    ]


def _said_of(troubles: Iterable[str]) -> str:
    return "、".join(theme_words(trouble) for trouble in in_order(troubles))


def in_order(troubles: Iterable[str]) -> list[str]:
    """As they stand on the paper."""
    kept = set(troubles)
    return [str(code) for code in TroubleCode if code in kept]


def people_of(viewer: Viewer, filled: Filled, members: Sequence[tuple[UUID, str]]) -> list[Whose]:
    """Everybody who lives there today, also of whom nothing is known yet; of whom else something is said; and the household."""
    return [
        _whose(filled, who, called)
        for who, called in [*members, *_others(viewer, filled, members), (None, _("世帯ぜんたい"))]
    ]


def _others(viewer: Viewer, filled: Filled, members: Sequence[tuple[UUID, str]]) -> list[tuple[UUID, str]]:
    """Who left or died: what was written stays to be read, under the name as far as that is open."""
    here = {who for who, _called in members}
    said = dict.fromkeys(one.person for one in filled.parts if one.person and one.answers and one.person not in here)
    named = faces(viewer, said) if said else {}
    return [
        (
            who,
            _("%(called)s(いまの世帯の人の中にいません)")
            % {"called": named[who].called if who in named else _("名前の開かれていない人")},
        )
        for who in said
    ]


def line_of(version: Version) -> VersionLine:
    at = version.written_at.astimezone(JST)
    time = f" {version.heard_time:%H:%M}" if version.heard_time else ""
    return VersionLine(version, f"{say_day(version.heard_on)}{time}", f"{say_day(at.date())} {at:%H:%M}")


def _whose(filled: Filled, who: UUID | None, called: str) -> Whose:
    parts = [one for one in filled.parts if one.person == who]
    answers = {code: values for one in parts for code, values in one.answers.items()}
    reach = _reach(parts, answers) if who else ("", "")
    return Whose(
        called=called,
        reach=reach[0],
        tone=reach[1],
        troubles=tuple(_troubles(parts)),
        said=tuple(_said(parts)),
        older=tuple(_older(filled, parts)),
    )


def _reach(parts: Iterable[Standing], answers: dict[str, tuple[str, ...]]) -> tuple[str, str]:
    code = next(iter(answers.get(REACH, ())), "")
    if not code:
        return _("会えたか分からない"), ""
    field = next(one for part in parts if (one := _field(part, REACH)) is not None)
    day = next(iter(answers.get(REACH_ON, ())), "")
    said = field.options.get(code, code)
    return (f"{said} {say_day(date.fromisoformat(day))}" if day else said), TONES.get(code, "soon")


def _troubles(parts: Iterable[Standing]) -> list[str]:
    return [words for part in parts if (one := _field(part, TROUBLES)) for words in _choices(one, part)]


def _said(parts: Sequence[Standing]) -> list[Said]:
    """In the order of the sheet on which each part was written; what stands in the heading is not said again."""
    found = []
    for part in parts:
        for section in sheet_of(part.version.sheet).of(about(part.person)):
            for one in section.fields if section.part is part.part else ():
                if part.answers.get(one.code) and one.code not in {REACH, REACH_ON, TROUBLES}:
                    words = "、".join(_choices(one, part)) or _plain(one, part.answers[one.code][0])
                    found.append(Said(one.label, words, one.verbatim, one.reported))
    return sorted(found, key=lambda one: not one.quoted)


def _choices(one: Field, part: Standing) -> list[str]:
    chosen = part.answers.get(one.code, ())
    return [label for code, label in one.options.items() if code in chosen]


def _plain(one: Field, value: str) -> str:
    return say_day(date.fromisoformat(value)) if one.kind is FieldKind.DAY else value


def _field(part: Standing, code: str) -> Field | None:
    return sheet_of(part.version.sheet).field_of(About.MEMBER if part.person else About.HOUSEHOLD, code)


def _older(filled: Filled, parts: Iterable[Standing]) -> list[str]:
    """Only a part of which something is said: a blank one says nothing of any version."""
    late = [one for one in parts if one.version.number < filled.version.number and one.answers]
    found = []
    for one in late:
        sections = [s.title for s in sheet_of(one.version.sheet).of(about(one.person)) if s.part is one.part]
        found.append(
            _("「%(titles)s」は第%(number)d版のままです。")
            % {"titles": "・".join(sections[:3]), "number": one.version.number}
        )
    return found
