"""みなも市 in small: two teams that keep records, a window that does not, and 田中, 小川, 森 and a clerk."""

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from marugoto.agencies.actions.membership import admit_member
from marugoto.agencies.actions.settle import settle_agency, settle_body, settle_duty, settle_team, settle_worker
from marugoto.agencies.codes import Field, Role
from marugoto.agencies.models import Team
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.restriction import restrict
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.people.actions import household, person
from marugoto.people.codes import Sex
from marugoto.people.models import Household, Person
from tests.database import unwalled
from tests.remembered import Memory

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
BODY, ELSEWHERE = "990019", "990027"


@dataclass(frozen=True)
class Cast:
    """Viewers at the same moment. 田中 and 佐々木 share a team; 小川 is in another; 県 is a guest of another body."""

    tanaka: Viewer
    sasaki: Viewer
    ogawa: Viewer
    contracted: Viewer
    sensitive: Viewer
    clerk: Viewer
    guest: Viewer


def fresh(viewer: Viewer, at: datetime | None = None) -> Viewer:
    """The same eyes, with nothing seen yet."""
    return viewer.at_moment(at or viewer.at)


SETTLED: Memory[Cast] = Memory()


def settle_cast() -> Cast:
    cast = SETTLED.retell(_settle_cast)
    return Cast(**{seat.name: fresh(getattr(cast, seat.name)) for seat in fields(cast)})


def _settle_cast() -> Cast:
    here = _System(BODY)
    there = _System(ELSEWHERE)
    general = here.team("福祉総合相談課", "相談一係", "0155-00-1111")
    child = here.team("こども家庭課", "家庭支援係", "0155-00-2222")
    care = here.team("みなも地域包括支援センター", "センター", "0155-00-3333", contracted=True)
    women = here.team("女性相談室", "相談係", "0155-00-4444", sensitive=True)
    tax = here.team("税務課", "収納係", "0155-00-5555")
    county = there.team("青嶺県福祉事務所", "相談係", "0155-00-6666")
    admit_member(team=county, ground="生活困窮者自立支援法4条2項", since=NOW.date(), **here.by)
    here.worker(general, "山﨑 哲也", "やまざき てつや", Role.CHIEF)
    return Cast(
        tanaka=here.worker(general, "田中 美咲", "たなか みさき", Role.COUNSELLOR, Role.COORDINATOR),
        sasaki=here.worker(general, "佐々木 亮", "ささき りょう", Role.COUNSELLOR),
        ogawa=here.worker(child, "小川 直子", "おがわ なおこ", Role.COUNSELLOR),
        contracted=here.worker(care, "原 智子", "はら ともこ", Role.COUNSELLOR),
        sensitive=here.worker(women, "今井 梓", "いまい あずさ", Role.COUNSELLOR),
        clerk=here.worker(tax, "大野 守", "おおの まもる", Role.CLERK),
        guest=here.worker(county, "関 洋", "せき ひろし", Role.COUNSELLOR),
    )


class _System:
    def __init__(self, body: str) -> None:
        self.by: dict[str, Any] = {"by": system_viewer(body, NOW), "at": NOW}
        settle_body(code=body, name={"990019": "みなも市"}.get(body, "青嶺県"), **self.by)

    def team(self, agency: str, name: str, phone: str, *, contracted: bool = False, sensitive: bool = False) -> Team:
        office = settle_agency(name=agency, field=Field.GENERAL, contracted=contracted, sensitive=sensitive, **self.by)
        return settle_team(agency=office, name=name, phone=phone, **self.by)

    def worker(self, team: Team, name: str, kana: str, *roles: Role) -> Viewer:
        row = settle_worker(name=name, kana=kana, **self.by)
        duty = settle_duty(worker=row, team=team, name="相談支援員", roles=roles, since=NOW.date(), **self.by)
        viewer = viewer_of_duty(duty.pk, NOW)
        assert viewer is not None
        return replace(viewer)


def folders_of(person: Person, *parts: Part) -> list[Folder]:
    with unwalled():
        folders = Folder.objects.within(BODY).filter(subject=person.pk)
        return list(folders.filter(part__in=parts) if parts else folders)


def hide(by: Viewer, person: Person, *parts: Part) -> None:
    """支援措置: the folders of the person (all, or of these parts) are shut to all but the one who shuts them."""
    restrict(by=by, at=NOW, folders=folders_of(person, *parts), listed=[by.worker], reason="支援措置")


def enter(by: Viewer, name: str, kana: str = "", **known: Any) -> Person:
    return person.enter_person(by=by, at=NOW, name=name, kana=kana, **known)


@dataclass(frozen=True)
class Sato:
    """佐藤さん世帯: 健一 and 良子, divorced later or not as the test needs, with 結衣 and 湊."""

    household: Household
    kenichi: Person
    ryoko: Person
    yui: Person
    minato: Person


def settle_sato(by: Viewer) -> Sato:
    from datetime import date

    kenichi = enter(
        by,
        "佐藤 健一",
        "さとう けんいち",
        birth=date(1979, 5, 3),
        sex=Sex.MALE,
        phone="090-0000-1234",
        address="みなも市南町1-2",
    )
    ryoko = enter(by, "佐藤 良子", "さとう りょうこ", birth=date(1982, 9, 9), sex=Sex.FEMALE, phone="090-0000-5678")
    yui = enter(by, "佐藤 結衣", "さとう ゆい", birth=date(2009, 1, 7), sex=Sex.FEMALE)
    minato = enter(by, "佐藤 湊", "さとう みなと", birth=date(2014, 3, 20), sex=Sex.MALE)
    home = household.form_household(
        by=by,
        at=NOW,
        area="minami",
        members=[(kenichi.pk, "本人"), (ryoko.pk, "妻"), (yui.pk, "長女"), (minato.pk, "長男")],
    )
    return Sato(home, kenichi, ryoko, yui, minato)
