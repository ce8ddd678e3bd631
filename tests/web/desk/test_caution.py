"""What whoever visits must know first: it stands above the household until its day, and behind the same walls as its entry."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.casework.actions.journal import end_caution, supersede, take_out, write
from marugoto.casework.codes import Method
from marugoto.casework.models import Caution
from marugoto.casework.queries import journal as journals
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day, say_era
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
OLDER = "戸口で5分話せた。"  # the story's own caution
WORDS = "玄関に大きな犬。二人で訪ねる。"


def send(case: object, until: str) -> HttpResponse:
    fields = {"key": str(uuid4()), "words": WORDS, "method": "visit", "caution_until": until}
    return signed_in("tanaka").post(f"/desk/households/{case}/journal/", fields, follow=True)


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_it_stands_above_until_it_is_not_needed(story: Story) -> None:
    page = send(story.case, in_days(30))
    assert f"訪問の前に {WORDS}" in text(page)
    address = next(part for part in page.content.decode().split('"') if part.endswith("/caution/ending/"))
    over = text(signed_in("tanaka").post(address, {"key": str(uuid4())}, follow=True))
    assert "訪問の注意から外しました。記録は残っています。" in over
    assert f"訪問の前に {WORDS}" not in over
    assert WORDS in over


def test_its_day_has_a_year_where_it_could_be_mistaken_and_its_button_says_what_goes(story: Story) -> None:
    far, near = timezone.localdate() + timedelta(days=300), timezone.localdate() + timedelta(days=30)
    send(story.case, far.isoformat())
    page = send(story.case, near.isoformat())
    assert f"{WORDS} {say_era(far)}まで" in text(page)
    assert f"{WORDS} {say_day(near)}まで" in text(page)
    assert text(page).count("この注意を外す") == 3  # of the story's own one too
    assert "もう要らない" not in text(page)


@pytest.mark.parametrize(("days", "says"), [(-1, "終わりの日が、過ぎています。"), (400, "一年までです。")])
def test_a_day_that_cannot_be_is_said_and_the_words_stay(story: Story, days: int, says: str) -> None:
    page = send(story.case, in_days(days))
    assert page.status_code == 422
    assert says in text(page)
    assert WORDS in page.content.decode()
    with unwalled():
        assert Caution.objects.everywhere("only that of the story").count() == 1


def test_it_ends_by_itself_and_stays_through_many_entries(town: Town, story: Story) -> None:
    now = timezone.now()
    tanaka = town("tanaka").at_moment(now)
    until = timezone.localdate() + timedelta(days=1)
    write(by=tanaka, at=now, case=story.case, words=WORDS, method=Method.VISIT, caution_until=until)
    for number in range(55):
        write(
            by=tanaka, at=now + timedelta(minutes=number + 1), case=story.case, words=f"{number}", method=Method.PHONE
        )
    later = tanaka.at_moment(now + timedelta(hours=2))
    assert [one.words for one in journals.of_case(later, story.case) if one.caution_until] == [WORDS, OLDER]
    gone = tanaka.at_moment(now + timedelta(days=2))
    assert [one for one in journals.of_case(gone, story.case) if one.caution_until == until] == []


def test_a_correction_keeps_it_and_a_misfiled_one_leaves_with_it(town: Town, story: Story) -> None:
    now = timezone.now()
    tanaka = town("tanaka").at_moment(now)
    until = timezone.localdate() + timedelta(days=9)
    old = write(by=tanaka, at=now, case=story.case, words=WORDS, method=Method.VISIT, caution_until=until)
    new = supersede(by=tanaka, at=now, entry=old.pk, words="犬はもういない。床がぬけている。")
    shown = [one.words for one in journals.of_case(tanaka, story.case) if one.caution_until]
    assert shown == ["犬はもういない。床がぬけている。", OLDER]
    end_caution(by=tanaka, at=now, entry=new.pk)
    with pytest.raises(Refused, match="もう出ていません"):
        end_caution(by=tanaka, at=now, entry=new.pk)
    take_out(by=tanaka, at=now, entry=new.pk)  # the old words stand again, and what was ended stays ended
    assert [one.words for one in journals.of_case(tanaka, story.case) if one.caution_until] == [OLDER]
    with unwalled():
        assert Caution.objects.everywhere("of the story, and of the corrected entry").count() == 2


def test_a_misfiled_correction_leaves_the_first_caution_standing(town: Town, story: Story) -> None:
    now = timezone.now()
    tanaka = town("tanaka").at_moment(now)
    until = timezone.localdate() + timedelta(days=9)
    old = write(by=tanaka, at=now, case=story.case, words=WORDS, method=Method.VISIT, caution_until=until)
    new = supersede(by=tanaka, at=now, entry=old.pk, words="まちがえた。")
    take_out(by=tanaka, at=now, entry=new.pk)
    assert [one.words for one in journals.of_case(tanaka, story.case) if one.caution_until] == [WORDS, OLDER]


def test_on_the_page_of_a_need_it_stays_through_many_entries_too(town: Town, story: Story) -> None:
    now = timezone.now()
    tanaka = town("tanaka").at_moment(now)
    about = {"case": story.case, "need": story.need}
    until = timezone.localdate() + timedelta(days=9)
    write(by=tanaka, at=now, **about, words=WORDS, method=Method.VISIT, caution_until=until)
    for number in range(51):
        write(by=tanaka, at=now + timedelta(minutes=number + 1), **about, words=f"{number}", method=Method.PHONE)
    later = tanaka.at_moment(now + timedelta(hours=2))
    assert [one.words for one in journals.of_need(later, story.need) if one.caution_until] == [WORDS]


def test_who_sees_only_his_need_sees_no_caution_of_the_household(town: Town, story: Story) -> None:
    send(story.case, in_days(30))
    page = signed_in("hayashi").get(f"/desk/households/{story.case}/")
    assert page.status_code == 404
    assert WORDS not in text(page)
