"""前と後 by its pages: the table, the figure with its day, what is hidden and what is not yet known, paper and spreadsheet."""

import csv
import io
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from marugoto.community.actions.field_note import write_note
from marugoto.community.actions.unmet_need import file_unmet_need
from marugoto.community.codes import NoteKind
from marugoto.evaluation.actions.initiative import begin_initiative
from marugoto.kernel.jst import local_day
from tests.begun_things import said
from tests.town import Town
from tests.web.counting import counted
from tests.web.town.asking import see, send, sentence, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db


def notes(town: Town, ago: int, count: int) -> None:
    """So many went out so many days ago."""
    for minute in range(count):
        at = timezone.now() - timedelta(days=ago, minutes=minute)
        write_note(
            by=town("hayashi").at_moment(at), at=at, day=local_day(at), kind=NoteKind.VISIT, words="縁側を見に行った。"
        )


@pytest.fixture
def begun(town: Town) -> UUID:
    """Ninety-one days ago, three visits before it and eleven after."""
    at = timezone.now()
    since = local_day(at) - timedelta(days=95)
    notes(town, 180, 3)
    notes(town, 60, 11)
    return begin_initiative(by=town("hayashi").at_moment(at), at=at, said=said(since)).pk


def test_three_before_and_eleven_after_are_said_and_drawn(enter: Enter, begun: UUID) -> None:
    page = see(enter("hirata"), "initiative", begun, months=3, of="visits")
    assert sentence(page) == (
        "地域に出向いたことは、始まる前の3か月 3回(記録のない日があります) → 後の3か月 11回"
        if "記録のない日" in sentence(page)
        else "地域に出向いたことは、始まる前の3か月 3回 → 後の3か月 11回"
    )
    html = page.content.decode()
    assert "fig-threshold" in html  # the line of the day
    assert html.count('class="fig-on"') == 6
    assert "この取り組みのせいだとは言えません" in html


def test_a_span_that_is_not_over_is_cut_on_both_sides_and_said_so(enter: Enter, begun: UUID) -> None:
    page = words(see(enter("hirata"), "initiative", begun, months=6, of="visits"))
    assert "後の期間は、まだ終わっていません。きのうまでの95日だけを、前も同じ95日で数えています。" in page
    assert "必要とつなぎの数は、後の期間が終わってから出します。" in page
    assert "届いた「足りないもの」 まだ まだ くらべられません" in page


def test_days_before_the_first_record_are_said_to_be_missing(town: Town, enter: Enter) -> None:
    at = timezone.now()
    notes(town, 10, 2)
    made = begin_initiative(by=town("hayashi").at_moment(at), at=at, said=said(local_day(at) - timedelta(days=9)))
    page = words(see(enter("hirata"), "initiative", made.pk, of="visits"))
    assert "前の9日のうち8日は、したことがあっても数に入っていません。" in page
    assert "くらべられません" in page


def test_few_needs_are_hidden_on_the_page_and_in_the_table(town: Town, enter: Enter, begun: UUID) -> None:
    for minute in range(3):
        at = timezone.now() - timedelta(days=30, minutes=minute)
        team = town.team("shakyo-region")
        file_unmet_need(by=town("hayashi").at_moment(at), at=at, theme="transport", team=team)
    page = see(enter("hirata"), "initiative", begun, months=3, of="unmet")
    assert "10件未満" in words(page)
    assert "月ごとの図は出しません" in words(page)
    assert "fig-on" not in page.content.decode()
    table = enter("hirata").get(f"/town/initiatives/{begun}/table.csv?months=3")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    [needs] = [row for row in rows if "届いた「足りないもの」" in row]
    assert needs[3:5] == ["0件(記録のない日があります)" if "記録" in needs[3] else "0件", "10件未満"]
    [visits] = [row for row in rows if "地域に出向いたこと" in row]
    assert (visits[3][0], visits[4]) == ("3", "11回")
    assert any("せいだとは言えません" in cell for row in rows for cell in row)


def test_before_it_begins_nothing_is_compared(town: Town, enter: Enter) -> None:
    at = timezone.now()
    made = begin_initiative(by=town("hayashi").at_moment(at), at=at, said=said(local_day(at) + timedelta(days=9)))
    page = see(enter("hirata"), "initiative", made.pk)
    assert sentence(page) == "まだ始まっていません。始まってから、前と後をくらべます。"
    assert "始まると、ここに図が出ます。" in words(page)


def test_it_is_written_put_right_with_a_reason_and_ended(town: Town, enter: Enter) -> None:
    hayashi, today = enter("hayashi"), timezone.localdate()
    told = {"name": "朝の畑の会", "runner": "農政課", "since": today.isoformat(), "theme": "work"}
    made = send(hayashi, "initiative_write", **told)
    assert made.status_code == 302
    key = made["Location"].rstrip("/").rpartition("/")[2]
    assert send(hayashi, "initiative_write", **told).status_code == 422  # the same name
    assert "もうあります" in words(send(hayashi, "initiative_write", **told))
    earlier = told | {"since": (today - timedelta(days=30)).isoformat()}
    assert send(hayashi, "initiative_change", key, **earlier).status_code == 422
    assert send(hayashi, "initiative_change", key, **earlier, reason="試しの日から").status_code == 302
    page = words(see(enter("tanaka"), "initiative", key))
    assert "試しの日から" in page
    assert "あとで直したこと" in page
    assert "直す・終える" not in page
    assert see(enter("tanaka"), "initiative_edit", key).status_code == 404
    assert send(hayashi, "initiative_end", key, day=today.isoformat(), reason="年度で終える").status_code == 302
    assert "に終えた" in words(see(hayashi, "initiatives"))
    assert see(enter("okamoto"), "initiatives").status_code == 404


def test_pages_ask_no_more_where_there_is_more(town: Town, enter: Enter, begun: UUID) -> None:
    hirata = enter("hirata")

    def asked(route: str, *args: object) -> int:
        see(hirata, route, *args)
        with counted() as queries:
            see(hirata, route, *args)
        return len(queries)

    few = asked("initiative", begun), asked("initiatives")
    notes(town, 20, 30)
    for number in range(5):
        at = timezone.now()
        since = local_day(at) - timedelta(days=number)
        begin_initiative(by=town("hayashi").at_moment(at), at=at, said=said(since, name=f"取り組み{number}"))
    assert (asked("initiative", begun), asked("initiatives")) == few
    assert few[0] <= 14
    assert few[1] <= 8
