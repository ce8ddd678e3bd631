"""A year of the book of looks is destroyed by two persons, and the chain goes on telling whether anything went any other way."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction

from marugoto.agencies.queries.system import system_viewer
from marugoto.disclosure.actions.audit import write_look
from marugoto.disclosure.actions.books import seal_everywhere
from marugoto.disclosure.models import Folder, Look, LookAt
from marugoto.disclosure.queries.books import BOOKS
from marugoto.kernel import chain
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from marugoto.ledger.queries.chain import verify
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from marugoto.retention.actions.again import apply_again, tell_disposals
from marugoto.retention.actions.destroy import disposal_round
from marugoto.retention.actions.disposal import decide_disposal
from marugoto.retention.actions.hold import hold_person, lift_hold
from marugoto.retention.actions.look import sweep_looks
from marugoto.retention.codes import HoldReason, RecordKind
from marugoto.retention.models import Destruction, Disposal, DisposalItem, Hold, ItemObstacle, PassedOver, Reapplication
from marugoto.retention.rules.look import said_year, year_of
from marugoto.retention.rules.proof import commitment
from tests.database import unwalled
from tests.disposed import decided, destroyed, proposed, scheduled
from tests.listed import ruled
from tests.retention.test_destroyed import checkpoint, exported
from tests.town import Town

pytestmark = pytest.mark.django_db
OLD = datetime(2020, 6, 12, 1, 0, tzinfo=UTC)
NEXT = datetime(2021, 6, 12, 1, 0, tzinfo=UTC)
LAST_OF_MARCH = datetime(2021, 3, 31, 14, 59, 59, tzinfo=UTC)  # a second before midnight in Japan


def looked(town: Town, at: datetime, at_whom: UUID | None = None, matter: str = "") -> Look:
    """At nobody, at the folder of somebody, or on his page."""
    by = town("tanaka").at_moment(at)
    by.sight.searched = "words"
    if at_whom:
        with unwalled():
            folder = Folder.objects.within(town.body).filter(subject=at_whom)[0].pk
        by.sight.shows(folder, "basic")
    look = write_look(by=by, at=at, page="shell:search", matter=matter)
    assert look
    return look


@pytest.fixture
def book(town: Town) -> Town:
    """Three looks of 令和2年度, one of the year after it, one of today; the city keeps them for three years."""
    for at in (OLD, OLD + timedelta(days=1), LAST_OF_MARCH, NEXT, town.later()):
        looked(town, at)
    scheduled(town, RecordKind.LOOK, years=3)
    return town


def looks(town: Town) -> int:
    with unwalled():
        return Look.objects.within(town.body).count()


def test_the_oldest_year_goes_and_the_next_with_the_next_list(book: Town) -> None:
    destroyed(book)
    with unwalled():
        item = DisposalItem.objects.within(book.body).select_related("destruction", "target").get()
        assert not LookAt.objects.within(book.body).filter(made_at__lt=NEXT).exists()
    assert (item.number, item.rows, item.destruction.rows) == ("令和2年度", 3, 3)
    assert item.destruction.commitment == commitment(item.target.salt, [("disclosure_look", item.target.subject)])
    assert looks(book) == 2
    destroyed(book)
    assert looks(book) == 1
    with pytest.raises(Refused, match="廃棄できるものはありません"):
        proposed(book)


def test_the_chain_still_verifies_and_says_how_many_are_gone(book: Town) -> None:
    kept = checkpoint(book)
    destroyed(book)
    seal_everywhere(at=book.later())
    check, found = chain.verify(exported(book), [kept])
    assert found == []
    assert check.destroyed == 3
    assert "決まりにしたがって廃棄した閲覧記録3" in chain.summary(check, found, 1)
    here = verify(system_viewer(book.body, book.now), BOOKS)
    assert (here.findings, here.check.destroyed) == ((), 3)


def sealed_after(town: Town) -> list[str]:
    seal_everywhere(at=town.later())
    destroyed(town)
    seal_everywhere(at=town.later())
    return exported(town)


def rows_of(lines: list[str], book: str, words: str = "") -> Iterator[int]:
    return (number for number, line in enumerate(lines) if f'"row":"{book}"' in line and words in line)


def test_a_look_that_goes_any_other_way_is_still_named(book: Town) -> None:
    lines = sealed_after(book)
    one = next(rows_of(lines, "look"))
    assert [found.what for found in chain.verify(lines[:one] + lines[one + 1 :])[1]] == ["deleted"]


def test_without_its_fact_every_look_of_the_year_is_missed(book: Town) -> None:
    lines = sealed_after(book)
    one = next(rows_of(lines, "fact", "looks.destroyed"))
    without = chain.verify(lines[:one] + lines[one + 1 :])[1]
    assert [found.what for found in without] == ["deleted"] * 4
    told = json.loads(lines[one])
    told["content"]["num_3"] = 4
    changed = chain.verify([*lines[:one], json.dumps(told), *lines[one + 1 :]])[1]
    assert sorted(found.what for found in changed) == ["deleted"] * 3 + ["edited"]


def taken_out(town: Town) -> None:
    """The oldest look, by somebody who may do anything to the tables."""
    with unwalled():
        first = Look.objects.within(town.body).order_by("made_at")[0].pk
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT marugoto_test_as_owner(%s)", [f"DELETE FROM disclosure_look WHERE id = '{first}'"])
    else:
        Look.objects.within(town.body).filter(pk=first).delete()


def test_a_look_that_was_gone_before_the_list_was_made_is_told(book: Town) -> None:
    seal_everywhere(at=book.later())
    taken_out(book)
    found = chain.verify(sealed_after(book))[1]
    assert [one.what for one in found] == ["miscounted"]
    assert "廃棄したという2行、なくなっている3行" in str(found[0])


def test_what_comes_back_changed_is_named(book: Town) -> None:
    seal_everywhere(at=book.later())
    before = exported(book)
    lines = sealed_after(book)
    one = json.loads(before[next(rows_of(before, "look"))])
    one["content"]["page"] = "desk:household"
    found = chain.verify([*lines, json.dumps(one)])[1]
    assert sorted(one.what for one in found) == ["edited", "miscounted"]


def somebody(town: Town) -> UUID:
    return enter_person(by=town("tanaka"), at=town.later(), name="水野 鉄平").pk


def held(town: Town, person: UUID) -> Hold:
    at = town.later()
    said = {"reason": HoldReason.DISPUTE, "words": "令和8年(行ウ)第1号", "since": local_day(at)}
    return hold_person(by=town("shiraishi"), at=at, person=person, **said)  # type: ignore[arg-type]


def years_listed(town: Town) -> tuple[list[str], list[str]]:
    """On the list, and passed over because they are held."""
    row = proposed(town)
    with unwalled():
        on = DisposalItem.objects.within(town.body).filter(disposal=row, record="look").order_by("turn")
        passed = PassedOver.objects.within(town.body).filter(disposal=row, record="look", obstacles="held")
        return list(on.values_list("number", flat=True)), list(passed.values_list("number", flat=True))


def test_a_hold_keeps_the_years_in_which_somebody_looked_at_it_and_no_other(book: Town) -> None:
    person = somebody(book)
    held(book, person)
    assert years_listed(book) == (["令和2年度"], [])  # nobody looked at him then


@pytest.mark.parametrize("way", ["folder", "page"])
def test_a_year_in_which_somebody_looked_at_it_stays_whole_and_the_next_goes(book: Town, way: str) -> None:
    person = somebody(book)
    where = {"at_whom": person} if way == "folder" else {"matter": str(person)}
    looked(book, OLD + timedelta(hours=2), **where)  # type: ignore[arg-type]
    held(book, person)
    assert years_listed(book) == (["令和3年度"], ["令和2年度"])
    with unwalled():
        row = Disposal.objects.within(book.body).get()
    decide_disposal(by=book("yamazaki"), at=book.later(), disposal=row.pk, agreed=True)
    book.later(days=2)
    assert disposal_round(at=book.now) == 1
    assert looks(book) == 5  # of six: the one look of 令和3年度 is gone


def test_what_hangs_together_with_it_is_held_too(book: Town) -> None:
    """He is held; a look at the household in which he lives is a look at him."""
    person = somebody(book)
    home = form_household(by=book("tanaka"), at=book.later(), area="north", members=[(person, "本人")]).pk
    looked(book, OLD + timedelta(hours=2), at_whom=home)
    held(book, person)
    assert years_listed(book) == (["令和3年度"], ["令和2年度"])


def test_once_the_hold_is_over_the_year_goes(book: Town) -> None:
    person = somebody(book)
    looked(book, OLD + timedelta(hours=2), at_whom=person)
    hold = held(book, person)
    lift_hold(by=book("yamazaki"), at=book.later(), hold=hold.pk, over_on=local_day(book.now), words="判決が確定した")
    assert years_listed(book)[1] == ["令和2年度"]  # it goes on for years after the dispute
    book.now += timedelta(days=366 * 4)
    ruled(book)
    assert "令和2年度" in years_listed(book)[0]


def test_a_hold_that_comes_between_keeps_the_year(book: Town) -> None:
    person = somebody(book)
    looked(book, OLD + timedelta(hours=2), at_whom=person)
    decided(book)
    held(book, person)
    book.later(days=2)
    assert disposal_round(at=book.now) == 0
    assert looks(book) == 6
    with unwalled():
        assert ItemObstacle.objects.within(book.body).get().obstacles == "held"


def test_where_a_fiscal_year_begins_and_ends() -> None:
    since, end = year_of(local_day(LAST_OF_MARCH))
    assert since <= OLD < LAST_OF_MARCH < end == LAST_OF_MARCH + timedelta(seconds=1)
    assert [said_year(year) for year in (2018, 2019, 2020)] == ["平成30年度", "平成31年度", "令和2年度"]


# ---------------------------------------------------------------- an older copy comes back


class BackupPutBack(Exception):
    """Rolls back the house; the looks are put back by hand, since their file is another."""


@pytest.mark.sqlite
def test_looks_of_an_older_backup_are_destroyed_again(book: Town) -> None:
    kept = list(Look.objects.within(book.body).filter(made_at__lt=NEXT))
    said = ""
    try:
        with transaction.atomic():
            destroyed(book)
            said = tell_disposals()
            raise BackupPutBack
    except BackupPutBack:
        Look.objects.within(book.body).bulk_create(kept)
    assert looks(book) == 5
    assert [(one.number, one.rows, one.same) for one in apply_again(said, at=book.later())] == [("令和2年度", 3, True)]
    assert looks(book) == 2
    assert Destruction.objects.within(book.body).count() == Reapplication.objects.within(book.body).count() == 1
    assert Fact.objects.within(book.body).get(kind="looks.destroyed").num_3 == 3


@pytest.mark.sqlite
def test_the_chain_is_told_once_however_often_they_are_destroyed_again(book: Town) -> None:
    """The house knows that they were destroyed, and only the file of looks is an older one."""
    seal_everywhere(at=book.later())
    kept = list(Look.objects.within(book.body).filter(made_at__lt=NEXT))
    destroyed(book)
    Look.objects.within(book.body).bulk_create(kept)
    assert [one.rows for one in apply_again(tell_disposals(), at=book.later())] == [3]
    seal_everywhere(at=book.later())
    assert Fact.objects.within(book.body).filter(kind="looks.destroyed").count() == 1
    assert not verify(system_viewer(book.body, book.now), BOOKS).findings


@pytest.mark.sqlite
def test_an_older_copy_of_the_file_of_looks_is_swept_by_the_next_round(book: Town) -> None:
    kept = list(Look.objects.within(book.body).filter(made_at__lt=NEXT))
    destroyed(book)
    Look.objects.within(book.body).bulk_create(kept)
    assert sweep_looks(by=system_viewer(book.body, book.now), at=book.now) == 3
    assert looks(book) == 2
