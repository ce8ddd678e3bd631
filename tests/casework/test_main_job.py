"""One household goes all the way through: notice, consultation, case, balls, conference, plan, place, review, figure."""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from marugoto.casework.actions import case as cases
from marugoto.casework.actions import journal, need, plan, review
from marugoto.casework.codes import Agreement, Change, Method, PlanState, ReviewResult
from marugoto.casework.queries import case as case_page
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries import need as need_page
from marugoto.casework.queries import plan as plan_page
from marugoto.community.actions.place import create_place
from marugoto.community.codes import Interest, Welcome
from marugoto.conferences.actions import agenda, conference, decision
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.queries import conference as conference_page
from marugoto.custody.actions.offer import catch, decline
from marugoto.custody.codes import Decliner, DeclineReason, OfferReason
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.codes import BasisCode, ConsentState, Part
from marugoto.evaluation.indicators import first_contact
from marugoto.evaluation.queries.figure import behind, share_of, verdict_of
from marugoto.evaluation.standards import ball_does_not_fall
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.intake.queries import notice as notices
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.match import ask_host, move_match, visit
from marugoto.participation.actions.wish import Said, hear_wish
from marugoto.participation.codes import MatchState, VisitFeeling, VisitKind
from marugoto.participation.queries.match import fitting
from marugoto.participation.rules.slot import whole
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from marugoto.people.codes import Sex
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_one_household_goes_all_the_way_through(town: Town) -> None:
    job = SimpleNamespace()
    a_notice_is_raised(town, job)
    a_consultation_is_received(town, job)
    a_case_begins(town, job)
    consent_comes_first(town, job)
    the_ball_changes_hands(town, job)
    a_conference_decides(town, job)
    a_plan_is_decided(town, job)
    a_place_is_found(town, job)
    it_is_reviewed(town, job)
    the_figures_have_moved(town, job)
    assert plan_page.current(town("tanaka"), job.case.pk).state is PlanState.RUNNING


def a_notice_is_raised(town: Town, job: SimpleNamespace) -> None:
    """A tax clerk raises a notice and sees no more of it; the counsellors' team of last resort or the tower holds its ball."""
    job.notice = raise_notice(
        by=town("okamoto"),
        at=town.later(),
        notice=uuid4(),
        source=NoticeSource.CLERK,
        words="納税相談で「食べるものがない」と話された。80代の母と50代の息子さん。",
        team=town.team("soudan-desk"),
    )
    assert notices.get(town("okamoto"), job.notice.pk) is None
    assert notices.get(town("tanaka"), job.notice.pk) is not None


def a_consultation_is_received(town: Town, job: SimpleNamespace) -> None:
    """A consultation: anything may be blank."""
    job.heard = receive(
        by=town("tanaka"),
        at=town.later(),
        day=local_day(town.now),
        channel=Channel.VISIT,
        notice=job.notice.pk,
        told=Told(
            caller="佐藤さん",
            words="母の物忘れと、息子さんのこと。",
            troubles=[TroubleCode.CARE, TroubleCode.WITHDRAWAL, TroubleCode.BILLS],
            pressing=[TroubleCode.WITHDRAWAL],
        ),
    )


def a_case_begins(town: Town, job: SimpleNamespace) -> None:
    """A case for the household with two members' needs."""
    job.kiyo = enter_person(
        by=town("tanaka"), at=town.later(), name="佐藤 キヨ", kana="さとう きよ", birth=date(1944, 3, 3), sex=Sex.FEMALE
    )
    job.makoto = enter_person(
        by=town("tanaka"), at=town.later(), name="佐藤 誠", kana="さとう まこと", birth=date(1972, 5, 9), sex=Sex.MALE
    )
    job.home = form_household(
        by=town("tanaka"), at=town.later(), area="north", members=[(job.makoto.pk, "本人"), (job.kiyo.pk, "母")]
    )
    job.case = cases.open_case(by=town("tanaka"), at=town.later(), household=job.home.pk, consultations=[job.heard.pk])
    job.memory = need.add_need(
        by=town("tanaka"),
        at=town.later(),
        case=job.case.pk,
        theme=TroubleCode.CARE,
        title="キヨさんの物忘れと薬",
        person=job.kiyo.pk,
    )
    job.place_to_be = need.add_need(
        by=town("tanaka"),
        at=town.later(),
        case=job.case.pk,
        theme=TroubleCode.WITHDRAWAL,
        title="誠さんが外で過ごせる場所",
        person=job.makoto.pk,
    )


def consent_comes_first(town: Town, job: SimpleNamespace) -> None:
    """Without consent nothing of the person can be shared; with it the offer prepares what will open."""
    with pytest.raises(Refused, match="同意"):
        need.offer_need(
            by=town("tanaka"),
            at=town.later(),
            need=job.memory.pk,
            to=town.team("north-care-desk"),
            reason=OfferReason.OWN_FIELD,
            basis=BasisCode.CONSENT,
            parts=[Part.BASIC, Part.CONTACT],
        )
    for team in ("north-care-desk", "aged-support"):
        record_consent(
            by=town("tanaka"),
            at=town.later(),
            folder=job.kiyo.folder,
            person=job.kiyo.pk,
            state=ConsentState.GIVEN,
            receiver=town.team(team),
            parts=[Part.BASIC, Part.CONTACT, Part.SUPPORT],
            answered_on=local_day(town.now),
        )


def the_ball_changes_hands(town: Town, job: SimpleNamespace) -> None:
    """Offered, declined with a reason, offered again, caught."""
    first = need.offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=job.memory.pk,
        to=town.team("aged-support"),
        reason=OfferReason.OWN_FIELD,
        words="受診に付き添える人を探しています。",
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC, Part.CONTACT],
    )
    decline(
        by=town.of("aged-support"),
        at=town.later(),
        offer=first.pk,
        declined_by=Decliner.AGENCY,
        reason=DeclineReason.OTHER_FITS_BETTER,
        words="北部の地域包括のほうが近いです。",
        instead=town.team("north-care-desk"),
    )
    assert case_page.get(town("ogawa"), job.case.pk) is None
    second = need.offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=job.memory.pk,
        to=town.team("north-care-desk"),
        reason=OfferReason.AREA,
        words="北部にお住まいの方です。",
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC, Part.CONTACT],
    )
    catch(by=town("ogawa"), at=town.later(days=1), offer=second.pk)
    one_member_s_need_is_open(town, job)


def one_member_s_need_is_open(town: Town, job: SimpleNamespace) -> None:
    """キヨさん alone has agreed: her need can be read and written about, and nothing of her son."""
    assert case_page.get(town("ogawa"), job.case.pk) is None  # 誠さんは、まだ何も答えていない
    assert need_page.get(town("ogawa"), job.place_to_be.pk) is None  # 誠さんの必要は、ここからは無いのと同じ
    seen = need_page.get(town("ogawa"), job.memory.pk)
    assert seen is not None
    assert seen.ball.holder.name == "総合相談"
    journal.write(
        by=town("ogawa"), at=town.later(), case=seen.case_id, need=seen.pk, method=Method.PHONE, words="薬局と話した。"
    )
    assert [entry.words for entry in journals.of_need(town("tanaka"), seen.pk)] == ["薬局と話した。"]


def a_conference_decides(town: Town, job: SimpleNamespace) -> None:
    """A conference with seats, an agenda item on a basis, decisions that become roles."""
    job.meeting = conference.convene(
        by=town("mori"),
        at=town.later(),
        kind=KindCode.SUPPORT,
        begins_at=town.now + timedelta(days=2),
        ends_at=town.now + timedelta(days=2, hours=1),
    )
    with pytest.raises(Exception, match="Case"):
        agenda.put_on_agenda(
            by=town("mori"),
            at=town.later(),
            conference=job.meeting,
            case=job.case.pk,
            basis=BasisCode.SUPPORT_CONFERENCE,
        )
    job.meeting = conference.convene(
        by=town("tanaka"),
        at=town.later(),
        kind=KindCode.SUPPORT,
        begins_at=town.now + timedelta(days=2),
        ends_at=town.now + timedelta(days=2, hours=1),
    )
    job.item = agenda.put_on_agenda(
        by=town("tanaka"), at=town.later(), conference=job.meeting, case=job.case.pk, basis=BasisCode.SUPPORT_CONFERENCE
    )
    job.seats = {
        worker: agenda.take_seat(by=town("tanaka"), at=town.later(), item=job.item, duty=town(worker).duty)
        for worker in ("tanaka", "ogawa", "mori", "yamashita")
    }
    assert case_page.get(town("yamashita"), job.case.pk) is None  # before the pledge the papers are shut
    for worker, seat in job.seats.items():
        agenda.pledge(by=town(worker), at=town.later(), seat=seat)
    assert len(case_page.get(town("yamashita"), job.case.pk).needs) == 2
    the_table_decides(town, job)


def the_table_decides(town: Town, job: SimpleNamespace) -> None:
    """Views, attendance, minutes; a role with a holder and a date."""
    agenda.write_view(
        by=town("yamashita"), at=town.later(), seat=job.seats["yamashita"], knows="将棋が好きだったと聞きました。"
    )
    conference.open_conference(by=town("tanaka"), at=town.later(days=2), conference=job.meeting)
    for seat in job.seats.values():
        decision.mark_attendance(by=town("tanaka"), at=town.later(), seat=seat, attendance=Attendance.PRESENT)
    decision.write_minutes(by=town("tanaka"), at=town.later(), item=job.item, words="将棋の会に名前を出さずに聞く。")
    decision.decide(
        by=town("tanaka"),
        at=town.later(),
        item=job.item,
        need=job.place_to_be.pk,
        words="誠さんの居場所は山下が探す",
        taken_by=town("yamashita").duty,
        due=local_day(town.now) + timedelta(days=14),
    )
    conference.close_conference(by=town("tanaka"), at=town.later(), conference=job.meeting)
    shown = conference_page.get(town("tanaka"), job.meeting.pk)
    assert [line.taker for line in shown.items[0].decisions] == ["山下 恵"]
    assert case_page.get(town("yamashita"), job.case.pk).needs[1].ball.holder.name == "参加支援係"


def a_plan_is_decided(town: Town, job: SimpleNamespace) -> None:
    """A plan with goals and steps, examined, decided by the municipality."""
    job.drawn = plan.draft(
        by=town("tanaka"),
        at=town.later(),
        case=job.case.pk,
        goals=[
            plan.GoalDraft("週に1回、将棋をさしに出かける", job.makoto.pk),
            plan.GoalDraft("薬を飲み忘れない", job.kiyo.pk),
        ],
        steps=[plan.StepDraft("木曜の将棋に一緒に行く", town.team("shakyo-join"), goal=0)],
        review_on=local_day(town.now) + timedelta(days=30),
        agreement=Agreement.AGREED,
    )
    with pytest.raises(Refused, match="次に"):
        plan.move(by=town("yamazaki"), at=town.later(), plan=job.drawn.pk, to=PlanState.DECIDED)
    plan.move(by=town("tanaka"), at=town.later(), plan=job.drawn.pk, to=PlanState.EXAMINED, conference=job.meeting.pk)
    with pytest.raises(Refused, match="課長"):
        plan.move(by=town("tanaka"), at=town.later(), plan=job.drawn.pk, to=PlanState.DECIDED)
    plan.move(by=town("yamazaki"), at=town.later(), plan=job.drawn.pk, to=PlanState.DECIDED)
    plan.move(by=town("tanaka"), at=town.later(), plan=job.drawn.pk, to=PlanState.RUNNING)


def a_place_is_found(town: Town, job: SimpleNamespace) -> None:
    """A place found and a first visit."""
    shogi = create_place(
        by=town("hayashi"),
        at=town.later(),
        values={"name": "木曜の将棋", "days": "木曜", "hours": "13:00〜16:00", "kind": "circle"},
        welcome=[Welcome.ANYBODY],
        interests=[Interest.GAMES],
    )
    hear_wish(
        by=town("yamashita"),
        at=town.later(),
        need=job.place_to_be.pk,
        interests=[Interest.GAMES],
        said=Said(times=whole([3])),
    )
    best = fitting(town("yamashita"), job.place_to_be.pk).fits[0]
    assert best.place.name == "木曜の将棋"
    linked = ask_host(
        by=town("yamashita"),
        at=town.later(),
        need=job.place_to_be.pk,
        place=shogi.pk,
        reasons=[reason.sentence for reason in best.reasons],
    )
    move_match(by=town("yamashita"), at=town.later(), match=linked.pk, to=MatchState.WILLING)
    visit(
        by=town("yamashita"),
        at=town.later(days=7),
        match=linked.pk,
        day=local_day(town.now),
        kind=VisitKind.FIRST,
        feeling=VisitFeeling.GOOD,
        with_worker=True,
    )
    journal.write(
        by=town("tanaka"), at=town.later(), case=job.case.pk, need=None, method=Method.VISIT, words="キヨさんが笑った。"
    )


def it_is_reviewed(town: Town, job: SimpleNamespace) -> None:
    """A review with outcomes; then the figures have moved and open the rows behind them."""
    goals = plan_page.current(town("tanaka"), job.case.pk).goals
    review.review(
        by=town("tanaka"),
        at=town.later(days=20),
        plan=job.drawn.pk,
        result=ReviewResult.KEEP,
        scores=[review.Scored(goals[0].goal, 2), review.Scored(goals[1].goal, 1)],
        changes=[(job.makoto.pk, Change.RELATIONS), (None, Change.EASE)],
        next_review_on=local_day(town.now) + timedelta(days=90),
    )


def the_figures_have_moved(town: Town, job: SimpleNamespace) -> None:
    """Each opens the rows behind it."""
    today = local_day(town.now)
    share = share_of(town("mori"), first_contact, last=today)
    assert (share.n, share.k) == (2, 1)
    assert {row.matter for row in behind(town("mori"), first_contact.measure, last=today)} == {
        job.notice.pk,
        job.heard.pk,
    }
    verdict = verdict_of(town("mori"), ball_does_not_fall, last=today)
    assert verdict.level == 1
    assert (verdict.share.n, verdict.share.k) == (3, 3)
