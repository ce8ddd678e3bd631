"""A year of a town of 6,200 with one desk: how many pages its officer needs, and that nobody hands anything to herself."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.calendar import calendar_of
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.casework.models import Case, CaseClosing, JournalEntry, Plan, PlanStanding
from marugoto.conferences.models import Conference
from marugoto.custody.actions.watch import watch
from marugoto.custody.models import Ball, Holding, Offer
from marugoto.disclosure.models import LookSign, WatchedDay
from marugoto.intake.models import Consultation
from marugoto.kernel.jst import JST
from tests.database import unwalled
from tests.house.tree import TOP
from tests.town import HOTAKAZAWA, settle_town
from tests.web.small_town import CALLS, PLANS, Officer, Year, open_days

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FIRST, LAST = date(2027, 4, 1), date(2028, 3, 31)
MOST = 9
DOOR = "shell:sign_in"  # listed apart: once a day, because sessions end after twelve hours
CALLED = {
    "shell:today": "きょう",
    "desk:consultation_new": "相談を受ける",
    "desk:consultation": "相談(世帯の支援もここで始める)",
    "desk:households": "世帯の一覧",
    "desk:household": "世帯(必要・記録・プランづくり・おわりもここで)",
    "desk:plan": "プラン(確かめる・決める・進める・見直すもここで)",
    "desk:offer_new": "渡す",
    "desk:notice": "気づき",
    "office:standard": "振り返り",
}
PAGE = TOP / "docs/reference/small-town.md"


@pytest.fixture
def officer(monkeypatch: pytest.MonkeyPatch) -> Officer:
    """The house goes by her town's clock."""
    town = settle_town()
    town.body = HOTAKAZAWA
    monkeypatch.setattr(timezone, "now", lambda: town.now)
    return Officer(town)


@pytest.mark.sqlite
@pytest.mark.voice("2C-1", "2C-4", "2C-5")
def test_sixty_consultations_and_twelve_plans_take_nine_pages(
    officer: Officer, capsys: pytest.CaptureFixture[str]
) -> None:
    live(officer, CALLS)
    with capsys.disabled():
        print(f"\n{told(officer)}")
    assert set(officer.walker.pages) - {DOOR} == set(CALLED)
    assert len(CALLED) <= MOST
    assert counted(officer) == {
        "consultations": CALLS + 2,
        "households": 18,
        "again": 2,
        "plans": PLANS,
        "conferences": 0,
    }
    assert_that_the_year_was_lived()


@pytest.mark.postgres
@pytest.mark.voice("2C-4")
def test_a_year_of_few_calls_is_as_quiet_behind_the_walls(officer: Officer, capsys: pytest.CaptureFixture[str]) -> None:
    live(officer, 10)
    looks, told = signs_of_the_year()
    with capsys.disabled():
        print(f"\nlooks of a year of ordinary work: {looks}; signs: {sum(told.values())} {dict(told)}")
    assert looks > 100
    assert sum(told.values()) * 50 <= looks  # two in a hundred at most
    assert set(officer.walker.pages) - {DOOR} <= set(CALLED)
    assert counted(officer) == {"consultations": 12, "households": 4, "again": 0, "plans": 4, "conferences": 0}


def live(officer: Officer, calls: int) -> None:
    Year(officer, open_days(FIRST, LAST, calendar_of(HOTAKAZAWA)), calls).live()
    officer.goes_to_today()
    officer.walker.follow("振り返り")
    officer.walker.sees("公式の基準ではありません", "ボールが落ちない")
    no_ceremony(officer)
    everything_open_has_one_holder()


def signs_of_the_year() -> tuple[int, Counter[str]]:
    """What the watch tells of looks that nobody planted: how many looks there were, and how many of each sign."""
    for back in range(0, 400, 30):
        at = datetime.combine(LAST + timedelta(days=40 - back), time(7, 0), JST)
        watch(by=system_viewer(HOTAKAZAWA, at), at=at)
    with unwalled():
        looks = sum(WatchedDay.objects.within(HOTAKAZAWA).values_list("looks", flat=True))
        rows = list(LookSign.objects.within(HOTAKAZAWA).values_list("signs", flat=True))
    return looks, Counter(one for signs in rows for one in signs.split(","))


def no_ceremony(officer: Officer) -> None:
    """One account, once a day; no hat was ever chosen, and nothing was offered by somebody to herself."""
    assert len(set(officer.mornings)) == len(officer.mornings) == officer.walker.deeds["shell:as_cast"]
    assert officer.walker.deeds["shell:hat"] == 0
    with unwalled():
        duties = {duty.pk: duty.worker_id for duty in Duty.objects.within(HOTAKAZAWA)}
        there: dict[object, set[object]] = {}
        for duty in duties_in_force(LAST).filter(body=HOTAKAZAWA):
            there.setdefault(duty.team_id, set()).add(duty.worker_id)
        offers = list(Offer.objects.within(HOTAKAZAWA).select_related("ended"))
    assert offers
    assert [one.pk for one in offers if there.get(one.to_id) == {duties[one.by_id]}] == []


def everything_open_has_one_holder() -> None:
    with unwalled():
        running = list(Ball.objects.within(HOTAKAZAWA).filter(settlement=None))
        now = Holding.objects.within(HOTAKAZAWA).filter(ball__in=running, until=None)
        holders = Counter(now.values_list("ball_id", flat=True))
        at_work = set(duties_in_force(LAST).filter(body=HOTAKAZAWA).values_list("pk", flat=True))
    assert holders == {ball.pk: 1 for ball in running}
    assert {ball.in_charge_id for ball in running} <= at_work


def counted(officer: Officer) -> dict[str, int]:
    with unwalled():
        homes = list(Case.objects.within(HOTAKAZAWA).values_list("household_id", flat=True))
        return {
            "consultations": Consultation.objects.within(HOTAKAZAWA).count(),
            "households": len(set(homes)),
            "again": len(homes) - len(set(homes)),
            "plans": Plan.objects.within(HOTAKAZAWA).count(),
            "conferences": Conference.objects.within(HOTAKAZAWA).count(),
        }


def assert_that_the_year_was_lived() -> None:
    """Plans went all their way, supports ended, promises were made and every household was visited."""
    with unwalled():
        states = Counter(PlanStanding.objects.within(HOTAKAZAWA).values_list("state", flat=True))
        entries = list(JournalEntry.objects.within(HOTAKAZAWA))
        still_open = Ball.objects.within(HOTAKAZAWA).filter(settlement=None).count()
        ended = CaseClosing.objects.within(HOTAKAZAWA).count()
        said = Counter(Consultation.objects.within(HOTAKAZAWA).values_list("caller", flat=True))
        answers = Counter(Offer.objects.within(HOTAKAZAWA).values_list("ended__kind", flat=True))
    assert {states[state] for state in ("drafted", "examined", "decided")} == {PLANS}
    assert states["closed"] >= 8
    assert still_open > 0
    assert ended >= 10
    assert sum(bool(entry.promise) for entry in entries) == 20
    assert said[""] >= 5  # who gave no name
    assert answers["caught"] >= 4
    assert answers["declined"] >= 1


def told(officer: Officer) -> str:
    """What was looked at and how often, and apart from it what is no page."""
    walker = officer.walker
    rows = [
        f"{count:5d}  {CALLED.get(name, name)}  ({name})" for name, count in walker.pages.most_common() if name != DOOR
    ]
    deeds = sum(walker.deeds.values())
    return "\n".join(
        [
            f"穂高沢町の一年: 相談{CALLS}、プラン{PLANS}、画面{len(rows)}種類(読んだ回数)",
            *rows,
            f"べつに: サインイン{len(officer.mornings)}日(一日一回)、送った書式{deeds}(どれも上の画面にもどる)、"
            f"途中の転送{sum(walker.passed.values())}、印刷した紙0、帽子を選んだ回数{walker.deeds['shell:hat']}",
        ]
    )


def test_the_list_of_pages_is_the_one_in_the_reference() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert [line for line in written.splitlines() if line.startswith("| `")] == [
        f"| `{name}` | {called} |" for name, called in CALLED.items()
    ]
