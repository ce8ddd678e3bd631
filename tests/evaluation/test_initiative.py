"""An initiative as it is written, put right and ended, and what the ledger says around its day."""

from datetime import timedelta

import pytest

from marugoto.community.actions.field_note import add_finding, write_note
from marugoto.community.actions.place import create_place
from marugoto.community.codes import HostedBy, NoteKind, NoteTheme, Tier
from marugoto.evaluation.actions.initiative import change_initiative, end_initiative
from marugoto.evaluation.labels import FIGURE_WORDS
from marugoto.evaluation.models import Initiative
from marugoto.evaluation.queries.initiative import FIGURES, compared, get, initiatives
from marugoto.evaluation.rules.initiative import may_begin, may_change, may_end_initiative
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.begun_things import begun, north, said
from tests.database import unwalled
from tests.town import MONDAY, Town, settle_town
from tests.web.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def goes_out(town: Town, times: int, **more: object) -> None:
    for _time in range(times):
        at = town.later()
        write_note(
            by=town("hayashi"), at=at, day=local_day(at), kind=NoteKind.VISIT, words="縁側を見に行った。", **more
        )  # type: ignore[arg-type]


def sides(town: Town, row: Initiative, code: str, who: str = "hirata") -> tuple[int | None, int | None]:
    whole = get(town(who), row.pk)
    assert whole is not None
    found = compared(town(who), whole, months=6)
    return next((one.before, one.after) for one in found.rows if one.figure.code == code)


def test_what_has_to_be_said() -> None:
    today = local_day(MONDAY)
    assert may_begin("畑", "農政課", since=today, today=today, taken=False)
    assert not may_begin(" ", "農政課", since=today, today=today, taken=False)
    assert not may_begin("畑", "", since=today, today=today, taken=False)
    assert not may_begin("畑", "農政課", since=today, today=today, taken=True)
    assert not may_begin("畑", "農政課", since=today + timedelta(days=400), today=today, taken=False)
    assert not may_change(" ", running=True)
    assert not may_change("日", running=False)
    assert not may_end_initiative("終わり", running=True, since=today, day=today - timedelta(days=1))


def test_each_figure_has_its_words() -> None:
    assert [one.code for one in FIGURES] == list(FIGURE_WORDS)


def test_three_before_and_eleven_after(town: Town) -> None:
    goes_out(town, 3)
    town.later(days=30)
    row = begun(town, ago=0)
    goes_out(town, 11)
    town.later(days=20)
    assert sides(town, row, "visits") == (0, 11)  # ten days more before than the twenty that have passed since
    town.later(days=20)
    assert sides(town, row, "visits") == (3, 11)


def test_it_is_cut_to_its_places_districts_and_theme(town: Town) -> None:
    at = town.later()
    place = create_place(by=town("hayashi"), at=at, values={"name": "縁側"}, district=north(town))
    row = begun(town, ago=0, places=[place.pk], theme=NoteTheme.TRANSPORT)
    area = begun(town, ago=0, name="北部の足", districts=[north(town)])
    goes_out(town, 2, place=place.pk)
    goes_out(town, 5)
    at = town.later()
    note = write_note(
        by=town("hayashi"),
        at=at,
        day=local_day(at),
        kind=NoteKind.GATHERING,
        hosted=HostedBy.RESIDENTS,
        words="お茶の会。",
        district=north(town),
    )
    for theme in (NoteTheme.TRANSPORT, NoteTheme.HOUSING):
        add_finding(by=town("hayashi"), at=town.later(), note=note.pk, theme=theme, words="夕方のバスがない。")
    town.later(days=2)
    assert sides(town, row, "visits") == (0, 2)
    assert sides(town, row, "findings") == (0, 1)
    assert sides(town, area, "visits") == (0, 3)  # two at a place of the district, one in it
    assert sides(town, area, "gatherings") == (0, 1)
    assert sides(town, area, "findings") == (0, 2)


def test_what_is_put_right_stays_to_be_read(town: Town) -> None:
    row = begun(town, ago=30)
    since = local_day(town.now) - timedelta(days=60)
    change_initiative(
        by=town("hirata"), at=town.later(), initiative=row.pk, said=said(since), reason="試しの日を入れた"
    )
    whole = get(town("tanaka"), row.pk)
    assert whole is not None
    assert whole.row.since == since
    [change] = whole.changes
    assert (change.reason, change.by_name) == ("試しの日を入れた", "平田 裕子")
    assert change.was != change.becomes
    with pytest.raises(Refused):  # nothing differs
        change_initiative(by=town("hirata"), at=town.later(), initiative=row.pk, said=said(since), reason="もう一度")
    with unwalled():
        assert whole.row.changes.within(town.body).count() == 1
    end_initiative(
        by=town("hayashi"), at=town.later(), initiative=row.pk, day=local_day(town.now), reason="年度で終える"
    )
    with pytest.raises(Refused):
        change_initiative(by=town("hirata"), at=town.later(), initiative=row.pk, said=said(since), reason="後から")
    assert begun(town, ago=1).pk != row.pk  # its name is free again


def test_who_may_not_write_writes_nothing(town: Town) -> None:
    row = begun(town)
    with pytest.raises(Refused):
        end_initiative(by=town("tanaka"), at=town.later(), initiative=row.pk, day=local_day(town.now), reason="x")
    with pytest.raises(Refused):
        begun(town)  # of the same name
    assert [one.ended for one in initiatives(town("tanaka"))] == [None]


def test_a_place_for_coordinators_alone_is_counted_and_not_named(town: Town) -> None:
    hidden = create_place(
        by=town("hayashi"), at=town.later(), values={"name": "ないしょの家", "tier": Tier.COORDINATOR}
    )
    row = begun(town, ago=0, places=[hidden.pk])
    goes_out(town, 4, place=hidden.pk)
    town.later(days=1)
    whole = get(town("tanaka"), row.pk)
    assert whole is not None
    assert (whole.places, whole.unseen) == ((), {hidden.pk})
    assert sides(town, row, "visits", "tanaka") == (0, 4)


def test_many_facts_ask_no_more_than_few(town: Town) -> None:
    row = begun(town, ago=0, districts=[north(town)])

    def asked() -> int:
        with counted() as queries:
            sides(town, row, "visits")
        return len(queries)

    goes_out(town, 1)
    town.later(days=1)
    few = asked()
    goes_out(town, 30, district=north(town))
    town.later(days=1)
    assert asked() == few
