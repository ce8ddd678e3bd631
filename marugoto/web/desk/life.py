"""What is kept of one person, in the words of their page."""

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import newest_of_households
from marugoto.kernel.era import read_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.people.codes import PersonField, Sex
from marugoto.people.labels import CONTACT_SHUT, DESTINATIONS, NAME_KINDS, PERSON_FIELDS, SEXES
from marugoto.people.queries.face import PersonFace
from marugoto.people.queries.life import Correction, HomeStay, Life, NameStay, Reach
from marugoto.people.queries.protection import standing_on
from marugoto.web.desk.forms.person import EndForm
from marugoto.web.ui.parts import Fact


def said_of(viewer: Viewer, life: Life, today: date, ends: dict[UUID, EndForm]) -> dict[str, Any]:
    cases = newest_of_households(viewer, {stay.household for stay in life.homes if stay.name})
    hands = names_of_duties(life.hands()) if life.corrections else {}
    reaches = [_reach(one, today, ends) for one in life.reaches]
    return {
        "facts": facts_of(life.face, life),
        "line": line_of(life.face),
        "names": [_name(one) for one in life.names],
        "reaches": [one for one in reaches if not one["past"]],
        "former_reaches": [one for one in reaches if one["past"]],
        "contact_shut": "" if life.reachable or life.reaches else str(CONTACT_SHUT),
        "homes": [_home(one, cases) for one in life.homes],
        "corrections": [_correction(one, hands) for one in life.corrections],
        "same": [
            {"called": one.face.called, "line": line_of(one.face), "person": one.face.person} for one in life.same
        ],
        "restricted": standing_on(viewer, [life.face.person]),
    }


def line_of(face: PersonFace) -> str:
    """昭和19年3月3日生まれ・82歳・女, or as much of it as is known."""
    words = [age_of(face)]
    if face.birth:
        words.insert(0, _("%(day)s生まれ") % {"day": say_era(face.birth)})
    if face.sex is not Sex.UNKNOWN:
        words.append(str(SEXES[face.sex]))
    return "・".join(word for word in words if word)


def age_of(face: PersonFace) -> str:
    if face.dead:
        return _("亡くなった方")
    if face.age is None:
        return "" if face.birth else _("生年月日は聞いていません")
    words = _("%(age)d歳") % {"age": face.age}
    return _("%(words)sくらい") % {"words": words} if face.about else words


def facts_of(face: PersonFace, life: Life) -> list[Fact]:
    since = next((one.at for one in life.corrections if one.field is PersonField.NAME), None)
    noted = _("%(day)sから、この書き方") % {"day": say_era(local_day(since or life.entered))}
    birth = say_era(face.birth) if face.birth else _("%(year)d年ごろ") % {"year": face.birth_year or 0}
    rows = [
        Fact(_("名前"), face.name or _("聞いていません"), note=noted if face.name else ""),
        Fact(_("よみ"), face.kana or _("聞いていません")),
        Fact(_("生年月日"), birth if face.birth or face.birth_year else _("聞いていません"), note=age_of(face)),
        Fact(_("性別"), str(SEXES[face.sex])),
    ]
    if face.dead:
        rows.append(Fact(_("亡くなった日"), say_era(face.died_on) if face.died_on else _("日は分かりません")))
    return rows


def period(since: date | None, until: date | None) -> str:
    begin = _("%(day)sから") % {"day": say_era(since)} if since else ""
    end = _("%(day)sまで") % {"day": say_era(until)} if until else ""
    return " ".join(part for part in (begin, end) if part) or _("いつからかは分かりません")


def _name(one: NameStay) -> dict[str, str]:
    day = say_era(local_day(one.noted))
    return {"kind": str(NAME_KINDS[one.kind]), "name": one.name, "kana": one.kana, "day": day}


def _reach(one: Reach, today: date, ends: dict[UUID, EndForm]) -> dict[str, Any]:
    past = one.until is not None and one.until <= today
    return {
        "one": one,
        "past": past,
        "period": period(one.since, one.until),
        "kind": _("電話") if one.is_phone else _("住所"),
        "form": ends.get(one.id) or EndForm(prefix=one.id.hex, initial={"day": today}),
        "open": one.id in ends,
        "end": "desk:phone_end" if one.is_phone else "desk:address_end",
        "again": "desk:phone_again" if one.is_phone else "desk:address_again",
    }


def _home(one: HomeStay, cases: dict[UUID, tuple[UUID, str]]) -> dict[str, Any]:
    case, number = cases.get(one.household, (None, ""))
    return {
        "name": one.name or _("あなたの係には開かれていない世帯"),
        "url": reverse("desk:household", args=[case]) if case else "",
        "number": number,
        "relation": one.relation,
        "period": period(one.since, one.until),
        "now": one.until is None,
        "where": str(DESTINATIONS[one.destination]) if one.destination else "",
    }


def _correction(one: Correction, hands: dict[UUID, Any]) -> dict[str, str]:
    duty = hands.get(one.by)
    old, new = (_said(one.field, words) for words in (one.old, one.new))
    return {
        "day": say_era(local_day(one.at)),
        "who": duty.worker.name if duty else "",
        "field": str(PERSON_FIELDS[one.field]),
        "old": old or _("(空)"),
        "new": new or (_("取り消し") if one.field is PersonField.DEATH else _("(空)")),
    }


def _said(field: PersonField, words: str) -> str:
    if field is PersonField.SEX and words:
        return str(SEXES[Sex(words)])
    if field in {PersonField.BIRTH, PersonField.DEATH} and len(words) == len("2026-11-24"):
        return say_era(read_day(words))
    return _("日は分かりません") if words == "?" else words
