"""What was heard on paper keeps both times, and whether the person agreed to be called is read by the desk that takes it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from marugoto.custody.models import Ball
from marugoto.intake.actions.consultation import receive
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import Channel, MayCall, NoticeSource, UrgentCheck
from marugoto.intake.models import Consultation, Notice
from marugoto.intake.rules.heard import Heard
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def handed_in(town: Town, **said: str) -> tuple[int, str, Notice | None]:
    told = {"words": "食べるものがない。", "source": "clerk", "danger": "unknown", **said}
    answer = signed_in("okamoto").post("/desk/notices/", {"key": str(uuid4()), **told}, follow=True)
    with unwalled():
        row = Notice.objects.within(town.body).select_related("ball").order_by("-made_at").first()
    return answer.status_code, text(answer), row


def test_a_paper_of_the_window_keeps_both_times_and_its_days_count_from_the_first(town: Town) -> None:
    heard = local_day(timezone.now()) - timedelta(days=4)
    status, _page, row = handed_in(town, heard=f"{heard:%Y/%m/%d} 14:30", may_call="yes")
    assert status == 200
    assert row is not None
    assert (row.heard_on, f"{row.heard_time:%H:%M}") == (heard, "14:30")
    assert local_day(row.made_at) == local_day(timezone.now())
    assert row.ball.due_on == town("mori").calendar.add(heard, 3)
    page = text(signed_in("mori").get(f"/desk/notices/{row.pk}/"))
    assert f"{say_day(heard)} 14:30に聞きました" in page
    assert "聞いて、よいと言った" in page


def test_what_is_told_at_once_was_heard_today(town: Town) -> None:
    _status, _page, row = handed_in(town)
    assert row is not None
    assert (row.heard_on, row.heard_time, row.may_call) == (local_day(row.made_at), None, MayCall.NOT_ASKED)
    assert "に聞きました" not in text(signed_in("mori").get(f"/desk/notices/{row.pk}/"))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("あしたの昼", "日付として読み取れません。"),
        ("R8.11.28 25:00", "のような時刻を書いてください。"),
        ("R40.1.1", "聞いた日が、きょうより先になっています。"),
        ("R6.11.28", "聞いた日が、1年以上前になっています。"),
    ],
)
def test_a_time_that_cannot_be_is_asked_again(town: Town, said: str, sentence: str) -> None:
    with unwalled():
        before = Notice.objects.within(town.body).count()
    status, page, _row = handed_in(town, heard=said)
    assert status == 422
    assert sentence in page
    with unwalled():
        assert Notice.objects.within(town.body).count() == before


def test_a_no_is_seen_in_the_list_and_on_the_page(town: Town) -> None:
    _status, _page, row = handed_in(town, may_call="no")
    assert row is not None
    mori = signed_in("mori")
    assert "連絡はいやだと言った" in text(mori.get("/desk/notices/all/"))
    page = text(mori.get(f"/desk/notices/{row.pk}/"))
    assert "聞いて、いやだと言った" in page
    assert "どう関わるかを係の長と決めてください。" in page


def test_a_clerk_is_asked_for_no_more_than_ten_things(town: Town) -> None:
    page = signed_in("okamoto").get("/desk/notices/new/").content.decode()
    for words in ("福祉の係が連絡することを、本人に聞きましたか", "聞いた日時"):
        assert words in page
    assert "見守り協定の事業所から" not in page


def test_a_consultation_keeps_the_hour_where_it_was_noted(town: Town) -> None:
    day = local_day(timezone.now()) - timedelta(days=1)
    said = {"key": str(uuid4()), "day": day.isoformat(), "hour": "9時5分", "channel": "phone", "caller": "上田さん"}
    tanaka = signed_in("tanaka")
    form = tanaka.get("/desk/consultations/new/").content.decode()
    names = [part.split('"')[0] for part in form.split('name="urgent_')[1:]]
    urgent = {f"urgent_{name}": "not_asked" for name in names}
    page = text(tanaka.post("/desk/consultations/received/", said | urgent, follow=True))
    assert f"{say_day(day)} 09:05" in page
    assert "に打ちこみました" in page
    with unwalled():
        assert f"{Consultation.objects.within(town.body).get(caller='上田さん').heard_time:%H:%M}" == "09:05"


def received(**said: str) -> str:
    asked = {f"urgent_{check}": "not_asked" for check in UrgentCheck}
    fields = {"key": str(uuid4()), "day": local_day(timezone.now()).isoformat(), "channel": "phone", **asked, **said}
    return text(signed_in("tanaka").post("/desk/consultations/received/", fields, follow=True))


def consultations(town: Town) -> list[str]:
    with unwalled():
        return list(Consultation.objects.within(town.body).values_list("words", flat=True))


def test_one_press_with_nothing_written_begins_no_consultation(town: Town) -> None:
    page = received()
    assert "まだ何も書かれていません。一行でも書くか、「何も聞けなかった」に印をつけてください。" in page
    assert consultations(town) == []


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"silent": "on"}, "何も聞けなかった。"),
        ({"words": "また電話します、とだけ。"}, "また電話します、とだけ。"),
        ({"troubles": "income"}, ""),
        ({"urgent_food": "no"}, ""),
        ({"visitor": "向かいの家の人"}, ""),
    ],
)
def test_a_line_a_mark_or_a_tick_is_enough_and_no_name_is_asked(town: Town, said: dict[str, str], kept: str) -> None:
    assert "相談を受け付けました。" in received(**said)
    assert consultations(town) == [kept]


def noticed(town: Town, heard: Heard) -> UUID:
    at = timezone.now()
    by: Any = town("mori").at_moment(at)
    row = raise_notice(by=by, at=at, notice=uuid4(), source=NoticeSource.AGENCY, words="様子がちがう。", heard=heard)
    return row.ball_id


def test_days_that_are_over_when_it_is_typed_are_over(town: Town) -> None:
    """Nobody is given three new days because a paper lay in a drawer."""
    ball = noticed(town, Heard(date(2026, 1, 5)))
    with unwalled():
        due = Ball.objects.within(town.body).get(pk=ball).due_on
    assert due is not None
    assert due < local_day(timezone.now())


def test_nothing_is_heard_after_it_is_written(town: Town) -> None:
    at = timezone.now()
    with pytest.raises(Refused, match="きょうより先"):
        noticed(town, Heard(local_day(at) + timedelta(days=1)))
    later = local_day(at) + timedelta(days=1)
    with pytest.raises(Refused, match="きょうより先"):
        receive(by=town("tanaka").at_moment(at), at=at, day=later, channel=Channel.PHONE)
