"""A consultation: only day, channel and receiver must be known, and whatever is kept has a holder."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from marugoto.custody.codes import Urgency
from marugoto.custody.queries.ball import faces
from marugoto.intake.actions.consultation import Told, end, receive
from marugoto.intake.actions.notice import answer_notice, raise_notice
from marugoto.intake.codes import Channel, ConsultationEnd, NoticeAnswer, NoticeSource, UrgentAnswer, UrgentCheck
from marugoto.intake.models import Consultation, ConsultationTrouble, ConsultationUrgent, Notice
from marugoto.intake.queries import consultation as consultations
from marugoto.intake.queries import notice as notices
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def kept(model: type) -> int:
    with unwalled():
        return model.objects.everywhere("what is kept").count()


def heard(town: Town, told: Told | None = None, **more: object) -> Consultation:
    at = town.later()
    return receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=told, **more)


def test_nothing_but_day_channel_and_receiver_is_asked_for(town: Town) -> None:
    row = heard(town)
    ball = faces(town("tanaka"), [row.pk])[row.pk]
    assert row.caller == row.words == ""
    assert (row.receiver_id, row.person_id, row.person_knows) == (town("tanaka").duty, None, None)
    assert ball.holder.id == town.team("soudan-desk")
    assert ball.in_charge == town("tanaka").duty
    assert kept(ConsultationUrgent) == len(UrgentCheck)  # not asked is kept as not asked


def test_a_day_to_come_is_refused_and_nothing_is_kept(town: Town) -> None:
    at = town.later()
    with pytest.raises(Refused, match="きょうより先"):
        receive(by=town("tanaka"), at=at, day=local_day(at) + timedelta(days=1), channel=Channel.PHONE)
    assert kept(Consultation) == 0


def test_two_most_pressing_ones_are_refused_and_nothing_is_kept(town: Town) -> None:
    both = [TroubleCode.DEBT, TroubleCode.CARE]
    with pytest.raises(Refused, match="一つだけ"):
        heard(town, Told(troubles=both, pressing=both))
    assert kept(Consultation) == kept(ConsultationTrouble) == 0


def test_the_most_pressing_one_names_the_ball_and_danger_its_haste(town: Town) -> None:
    told = Told(
        troubles=[TroubleCode.DEBT, TroubleCode.CARE],
        pressing=[TroubleCode.CARE],
        urgent={UrgentCheck.LIFE: UrgentAnswer.YES},
    )
    row = heard(town, told)
    ball = faces(town("tanaka"), [row.pk])[row.pk]
    assert ball.theme == TroubleCode.CARE
    assert ball.urgency is Urgency.NOW
    with unwalled():
        marked = ConsultationTrouble.objects.everywhere("what is kept").values_list("code", "pressing")
        assert set(marked) == {("debt", False), ("care", True)}


def test_it_is_there_for_its_own_team_and_for_no_other(town: Town) -> None:
    row = heard(town, Told(caller="石井さん"))
    assert consultations.get(town("tanaka"), row.pk) is not None
    assert consultations.get(town("kishi"), row.pk) is None
    with pytest.raises(Consultation.DoesNotExist):
        end(by=town("kishi"), at=town.later(), consultation=row.pk, end=ConsultationEnd.ANSWERED)


def test_its_end_settles_its_ball(town: Town) -> None:
    row = heard(town)
    end(by=town("tanaka"), at=town.later(), consultation=row.pk, end=ConsultationEnd.ANSWERED)
    assert faces(town("tanaka"), [row.pk])[row.pk].settled_at is not None
    with pytest.raises(Refused):
        end(by=town("tanaka"), at=town.later(), consultation=row.pk, end=ConsultationEnd.ANSWERED)


def noticed(town: Town, **more: object) -> Notice:
    said = {"words": "新聞がたまっている。", "source": NoticeSource.CLERK, "team": town.team("soudan-desk")}
    return raise_notice(by=town("okamoto"), at=town.later(), notice=uuid4(), **(said | more))


def test_a_notice_becomes_one_consultation_and_no_second(town: Town) -> None:
    made = noticed(town)
    town.later()
    row = heard(town, notice=made.pk)
    assert row.notice_id == made.pk
    with pytest.raises(Refused, match="もう相談として受けています"):
        heard(town, notice=made.pk)
    with pytest.raises(Refused, match="もとの気づきが見つかりません"):
        heard(town, notice=uuid4())
    assert kept(Consultation) == 1


def test_a_notice_needs_words_and_is_answered_once(town: Town) -> None:
    with pytest.raises(Refused, match="気づいたことが書かれていません"):
        noticed(town, words="  ")
    made = noticed(town)
    answer(town, made.pk)
    with pytest.raises(Refused, match="もう答えています"):
        answer(town, made.pk)


def test_the_informant_lies_in_a_folder_of_his_own(town: Town) -> None:
    made = noticed(town, informant="となりの者", reach="0000-22-9999")
    town.later()
    page = notices.get(town("tanaka"), made.pk)
    assert page is not None
    assert page.informant is not None
    assert page.informant.folder_id != page.notice.folder_id
    assert notices.get(town("okamoto"), made.pk) is None


def answer(town: Town, notice: UUID) -> None:
    answer_notice(by=town("tanaka"), at=town.later(), notice=notice, answer=NoticeAnswer.VISITED, words="訪ねた。")
