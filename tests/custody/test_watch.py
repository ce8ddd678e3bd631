"""閲覧の見守り over a town: what was planted is found, ordinary work is left alone, and a second person asks."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from marugoto.casework.actions.conflict import declare_of_household
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import need as needs
from marugoto.custody.actions.care import touch
from marugoto.custody.actions.watch import WAITS, watch
from marugoto.custody.codes import TouchKind
from marugoto.disclosure.actions.audit import write_look
from marugoto.disclosure.actions.sign import answer_sign, review_sign
from marugoto.disclosure.codes import ConflictKind
from marugoto.disclosure.models import Folder, LookSign, WatchedDay
from marugoto.disclosure.queries.sign import asked_of, forget, found_signs
from marugoto.disclosure.rules.watch import MANY, SEARCHES, Sign, Verdict
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    forget(town.body)
    return one_household(town)


def looked(town: Town, worker: str, story: Story, at: datetime) -> None:
    """As the page of the need or of the household writes it."""
    eyes = town(worker).at_moment(at)
    assert cases.get(eyes, story.case) is not None
    assert needs.get(eyes, story.need) is not None
    write_look(by=eyes, at=at, page="desk:need", matter=str(story.need))


def found(town: Town, at: datetime) -> dict[str, set[str]]:
    """By worker the signs told so far."""
    watch(by=town("honma").at_moment(at), at=at)
    with unwalled():
        rows = LookSign.objects.within(town.body).select_related("worker")
        told: dict[str, set[str]] = {}
        for row in rows:
            told.setdefault(row.worker.name, set()).update(row.signs.split(","))
        return told


def test_who_has_it_is_left_alone_and_who_only_belongs_to_the_team_is_asked(town: Town, story: Story) -> None:
    at = town.later() + timedelta(days=60)  # nothing was done for weeks
    looked(town, "tanaka", story, at)
    looked(town, "hoshi", story, at)
    told = found(town, at + WAITS)
    assert town("tanaka").name not in told
    assert told[town("hoshi").name] >= {Sign.ONLY_TEAM}


def test_whoever_did_something_within_the_days_is_left_alone(town: Town, story: Story) -> None:
    at = town.later() + timedelta(days=60)
    looked(town, "hoshi", story, at)
    town.now = at + timedelta(days=3)
    touch(by=town("hoshi"), at=town.later(), ball=story.ball, kind=TouchKind.TALKED)
    assert town("hoshi").name not in found(town, at + WAITS)


def planted(town: Town, worker: str, at: datetime, folder: UUID | None = None, *, searched: str = "") -> None:
    """A look as the door writes it, of one household or of a search."""
    eyes = town(worker).at_moment(at)
    if folder is not None:
        eyes.sight.shows(folder, "support")
    eyes.sight.searched = searched
    write_look(by=eyes, at=at, page="desk:household", matter=str(uuid4()) if folder else "")


def strange_folders(town: Town, count: int) -> list[UUID]:
    """Households that are nobody's work at all."""
    rows = [
        Folder(body=town.body, made_at=town.now, subject_kind="case", subject=uuid4(), part="support", basis="own_duty")
        for _ in range(count)
    ]
    with unwalled():
        return [row.pk for row in Folder.objects.bulk_create(rows)]


def test_every_planted_pattern_is_found(town: Town, story: Story) -> None:
    noon = (town.later() + timedelta(days=60)).replace(hour=3, minute=0)  # Japan: noon
    noon += timedelta(
        days=next(n for n in range(9) if town("tanaka").calendar.is_open(local_day(noon + timedelta(days=n))))
    )
    with unwalled():
        known = Folder.objects.within(town.body).filter(subject=story.case).values_list("pk", flat=True)[0]
    far = strange_folders(town, MANY + 2)
    minute = timedelta(minutes=1)
    planted(town, "ogawa", noon, far[0])
    planted(town, "hoshi", noon, known)
    planted(town, "nishimura", noon.replace(hour=14), far[1])  # eleven at night
    for number, folder in enumerate(far[2:]):
        planted(town, "hayashi", noon + number * minute, folder)
    for number in range(SEARCHES):
        planted(town, "okamoto", noon + number * minute / 2, searched="x")
    planted(town, "tanaka", noon, known)  # hers: nothing to ask
    planted(town, "mori", noon, known)  # the control tower looks by its office
    told = found(town, noon + WAITS + timedelta(days=1))
    assert {name: signs for name, signs in told.items() if name != town("hayashi").name} == {
        town("ogawa").name: {Sign.NO_TIE},
        town("hoshi").name: {Sign.ONLY_TEAM},
        town("nishimura").name: {Sign.NO_TIE, Sign.NIGHT},
        town("okamoto").name: {Sign.SEARCHES},
    }
    assert told[town("hayashi").name] == {Sign.NO_TIE, Sign.MANY}


def test_whoever_said_that_he_must_not_see_them_and_looked_is_asked(town: Town, story: Story) -> None:
    noon = (town.later() + timedelta(days=60)).replace(hour=3, minute=0)
    with unwalled():
        known = Folder.objects.within(town.body).filter(subject=story.case).values_list("pk", flat=True)[0]
    planted(town, "hoshi", noon, known)
    town.now = noon + timedelta(hours=1)
    worker = town("hoshi").worker
    declare_of_household(by=town("hoshi"), at=town.later(), case=story.case, worker=worker, kind=ConflictKind.KIN)
    assert Sign.DECLARED in found(town, noon + WAITS + timedelta(days=1))[town("hoshi").name]


def test_days_are_gone_through_once_and_late_ones_are_made_up_for(town: Town, story: Story) -> None:
    at = town.later() + timedelta(days=60)
    looked(town, "hoshi", story, at)
    assert found(town, at + WAITS - timedelta(days=1)) == {}
    first = found(town, at + WAITS + timedelta(days=10))
    assert first
    assert watch(by=town("honma").at_moment(at + WAITS), at=at + WAITS) == 0
    with unwalled():
        days = WatchedDay.objects.within(town.body).values_list("day", flat=True)
        assert local_day(at) in set(days)
        assert len(days) == len(set(days))


def test_a_second_person_asks_and_the_worker_answers(town: Town, story: Story) -> None:
    at = town.later() + timedelta(days=60)
    looked(town, "hoshi", story, at)
    found(town, at + WAITS)
    officer = town("shiraishi").at_moment(at + WAITS)
    (line,) = [one for one in found_signs(officer).rows if one.worker == town("hoshi").worker]
    assert line.open
    assert asked_of(town("hoshi")) == []
    with pytest.raises(Refused, match="個人情報の係"):
        review_sign(by=town("tanaka"), at=at, sign=line.sign, verdict=Verdict.ASKED, words="聞きます。")
    made = review_sign(by=officer, at=at + WAITS, sign=line.sign, verdict=Verdict.ASKED, words="何の用でしたか。")
    forget(town.body)
    (asked,) = asked_of(town("hoshi"))
    assert asked.sign == line.sign
    assert asked_of(town("tanaka")) == []
    answer_sign(by=town("hoshi"), at=at + WAITS, review=made.pk, words="田中さんの代わりに電話に出た。")
    forget(town.body)
    assert asked_of(town("hoshi")) == []
    with pytest.raises(Refused, match="もう答えて"):
        answer_sign(by=town("hoshi"), at=at + WAITS, review=made.pk, words="もう一度")
    page = text(signed_in("shiraishi").get("/office/looks/signs/"))
    assert "田中さんの代わりに電話に出た。" in page
    assert "佐藤" not in page


def test_the_page_asks_the_same_for_few_and_for_many(town: Town, story: Story) -> None:
    at = town.later() + timedelta(days=60)
    looked(town, "hoshi", story, at)
    found(town, at + WAITS)
    officer = signed_in("shiraishi")
    officer.get("/office/looks/signs/")
    with counted() as few:
        officer.get("/office/looks/signs/")
    with unwalled():
        row = LookSign.objects.within(town.body).get()
        LookSign.objects.bulk_create(LookSign(**_again(row, number)) for number in range(30))
    with counted() as many:
        page = text(officer.get("/office/looks/signs/"))
    assert "確かめてほしい閲覧が31あります。" in page
    assert len(many) == len(few) <= 14


def _again(row: LookSign, number: int) -> dict[str, object]:
    kept = {name: getattr(row, name) for name in ("body", "made_at", "worker_id", "duty_id", "at", "looks", "signs")}
    return kept | {"look": UUID(int=number + 1), "subject": None}
