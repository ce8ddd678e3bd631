"""A decision makes somebody the holder: the team reads what it holds, as long as it holds it, on the item's ground, or not at all."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.casework.actions.need import add_need, offer_need, reopen_need
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import need as needs
from marugoto.conferences.actions import agenda, conference, decision
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.models import AgendaItem, Decision
from marugoto.custody.actions.offer import catch
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import OfferReason, Outcome
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.offer import of_ball
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.disclosure.models import Grant, GrantEnding
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.folder import open_part
from marugoto.people.queries import household as households
from marugoto.people.queries import person as persons
from tests.database import unwalled
from tests.decided import once_decided
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
AFTER_THE_SEAT = agenda.READING_DAYS + 10


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def at_the_table(
    town: Town,
    story: Story,
    who: str,
    *,
    kind: KindCode = KindCode.SUPPORT,
    basis: BasisCode = BasisCode.SUPPORT_CONFERENCE,
    pledged: bool = True,
) -> AgendaItem:
    """A conference that has begun; that one sits for the household's item and came."""
    begins = town.later() + timedelta(days=1)
    by = town("tanaka")
    row = conference.convene(by=by, at=town.now, kind=kind, begins_at=begins, ends_at=begins + timedelta(hours=1))
    item = agenda.put_on_agenda(by=by, at=town.later(), conference=row, case=story.case, basis=basis)
    seat = agenda.take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town(who).duty)
    if pledged:
        agenda.pledge(by=town(who), at=town.later(), seat=seat)
    conference.open_conference(by=town("tanaka"), at=town.later(days=1), conference=row)
    decision.mark_attendance(by=town("tanaka"), at=town.later(), seat=seat, attendance=Attendance.PRESENT)
    return item


def decides(town: Town, item: AgendaItem, need: UUID, who: str, by: str = "tanaka", **how: object) -> Decision:
    due = local_day(town.now) + timedelta(days=7)
    what = {"item": item, "need": need, "words": "会いに行く", "taken_by": town(who).duty, "due": due, **how}
    return decision.decide(by=town(by), at=town.later(), **what)  # type: ignore[arg-type]


def makoto(town: Town, story: Story) -> UUID:
    found = needs.get(town("tanaka"), story.need)
    assert found
    assert found.person_id
    return found.person_id


def agrees(town: Town, people: Iterable[UUID], team: str, state: ConsentState, *parts: Part) -> None:
    for person in people:
        at = town.later()
        record_consent(
            by=town("tanaka"),
            at=at,
            folder=open_part(by=town("tanaka"), at=at, person=person, part=Part.BASIC),
            person=person,
            receiver=town.team(team),
            state=state,
            parts=parts,
            form=ConsentForm.SPOKEN,
            answered_on=local_day(at),
        )


def granted(town: Town, team: str) -> set[tuple[str, str]]:
    """Basis and part of what that team was given of this household's records."""
    with unwalled():
        rows = Grant.objects.within(town.body).filter(team=town.team(team)).exclude(basis=BasisCode.OWN_DUTY)
        return set(rows.values_list("basis", "folder__part"))


def test_the_holding_team_reads_what_it_holds_long_after_the_seat_reads_no_more(town: Town, story: Story) -> None:
    item = at_the_table(town, story, "mori")
    assert cases.get(town("kagami"), story.case) is None, "a colleague has no seat"
    decides(town, item, story.need, "mori")
    town.later(days=AFTER_THE_SEAT)
    for who in ("mori", "kagami"):
        page = cases.get(town(who), story.case)
        assert page, who
        assert [line.need for line in page.needs] == [story.need], "the other need was not decided"
        assert households.get(town(who), story.household), who
        assert persons.get(town(who), makoto(town, story)), who
        assert persons.get(town(who), story.person) is None, "キヨさん is not whose need it is"
    assert granted(town, "tower") == {("support_conference", part) for part in ("support", "basic", "contact")}
    shown = of_ball(town("kagami"), story.ball)[0]
    assert (BasisCode.SUPPORT_CONFERENCE, Part.BASIC) in {(one.basis, one.part) for one in shown.opens}


def test_only_the_parts_the_table_agreed_on_open(town: Town, story: Story) -> None:
    item = at_the_table(town, story, "mori")
    decides(town, item, story.need, "mori", parts=[Part.BASIC])
    assert granted(town, "tower") == {("support_conference", part) for part in ("support", "basic")}


def test_it_closes_when_the_ball_leaves_the_team(town: Town, story: Story) -> None:
    item = at_the_table(town, story, "mori")
    decides(town, item, story.need, "mori")
    town.later(days=AFTER_THE_SEAT)
    at, school = town.later(), town.team("education-learn")
    made = once_decided(
        town("mori"),
        at,
        school,
        lambda: offer_need(
            by=town("mori"),
            at=at,
            need=story.need,
            to=school,
            reason=OfferReason.NEARER,
            basis=BasisCode.PURPOSE_CHANGE,
            parts=[Part.BASIC],
            basis_reason="学校で会うために名前が要る",
        ),
    )
    assert cases.get(town("kagami"), story.case)
    catch(by=town("nishimura"), at=town.later(), offer=made.pk)
    town.later()
    assert cases.get(town("mori"), story.case) is None
    assert cases.get(town("nishimura"), story.case)
    assert cases.get(town("tanaka"), story.case), "the lead's own work stays its own"


def test_a_holder_that_could_not_read_reads_once_it_is_confirmed(town: Town, story: Story) -> None:
    """Caught without a name; then the table says: it is yours."""
    made = offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=story.need,
        to=town.team("tower"),
        reason=OfferReason.NEARER,
        words="会って話を聞いてください。",
    )
    catch(by=town("mori"), at=town.later(), offer=made.pk)
    assert needs.get(town("kagami"), story.need) is None
    item = at_the_table(town, story, "mori")
    holds(town, story.need, "tower")
    decision.decide(
        by=town("mori"),
        at=town.later(),
        item=item,
        need=story.need,
        words="会いに行く",
        taken_by=town("mori").duty,
        due=local_day(town.now),
    )
    town.later(days=AFTER_THE_SEAT)
    assert needs.get(town("kagami"), story.need)


def test_what_is_a_teams_own_work_is_not_told_to_it_again(town: Town, story: Story) -> None:
    item = at_the_table(town, story, "tanaka")
    decides(town, item, story.need, "tanaka")
    assert granted(town, "soudan-desk") == set()


def test_a_need_of_the_whole_household_opens_everybody_in_it(town: Town, story: Story) -> None:
    at = town.later()
    whole = add_need(by=town("tanaka"), at=at, case=story.case, theme=TroubleCode.HOUSING, title="家のこと")
    item = at_the_table(town, story, "mori")
    decides(town, item, whole.pk, "mori")
    town.later(days=AFTER_THE_SEAT)
    page = households.get(town("kagami"), story.household)
    assert page
    assert {member.face.person for member in page.members} == {story.person, makoto(town, story)}


def test_who_has_not_promised_gets_no_ball(town: Town, story: Story) -> None:
    item = at_the_table(town, story, "mori", pledged=False)
    with pytest.raises(Refused, match="約束をまだ確かめていません") as refused:
        decides(town, item, story.need, "mori")
    assert "約束する" in refused.value.way_on
    nothing_moved(town, story)


def test_on_consent_it_is_asked_again_on_the_day(town: Town, story: Story) -> None:
    everybody = (story.person, makoto(town, story))
    agrees(town, everybody, "tower", ConsentState.GIVEN, Part.BASIC, Part.CONTACT, Part.SUPPORT)
    how = {"kind": KindCode.MULTILAYERED, "basis": BasisCode.CONSENT}
    item = at_the_table(town, story, "mori", **how)
    agrees(town, everybody[1:], "tower", ConsentState.WITHDRAWN)
    with pytest.raises(Refused, match="同意が、伝える部分のすべてには"):
        decides(town, item, story.need, "mori")
    nothing_moved(town, story)
    agrees(town, everybody[1:], "tower", ConsentState.PARTLY, Part.BASIC)
    with pytest.raises(Refused, match="同意が、伝える部分のすべてには"):
        decides(town, item, story.need, "mori")
    nothing_moved(town, story)
    agrees(town, everybody[1:], "tower", ConsentState.PARTLY, Part.BASIC, Part.SUPPORT)
    decides(town, item, story.need, "mori", parts=[Part.BASIC])
    holds(town, story.need, "tower")
    assert cases.get(town("kagami"), story.case)
    agrees(town, everybody[1:], "tower", ConsentState.WITHDRAWN)
    town.later()
    assert cases.get(town("kagami"), story.case) is None


def nothing_moved(town: Town, story: Story) -> None:
    holds(town, story.need, "soudan-desk")
    assert granted(town, "tower") == set()
    with unwalled():
        assert Decision.objects.within(town.body).count() == 1, "the story's own"


def holds(town: Town, need: UUID, team: str) -> None:
    assert faces(town("tanaka"), [need])[need].holder.id == town.team(team)


def gives_back(town: Town, need: UUID) -> None:
    made = offer_need(
        by=town("mori"),
        at=town.later(),
        need=need,
        to=town.team("soudan-desk"),
        reason=OfferReason.NEARER,
        words="会って話を聞いてください。",
    )
    catch(by=town("tanaka"), at=town.later(), offer=made.pk)
    town.later()


@pytest.mark.parametrize("caught_before", [True, False])
def test_of_two_roles_one_goes_and_the_other_is_read_on(town: Town, story: Story, caught_before: bool) -> None:
    at, person = town.later(), makoto(town, story)
    how = {"theme": TroubleCode.HOUSING, "title": "家のこと", "person": person}
    other = add_need(by=town("tanaka"), at=at, case=story.case, **how).pk  # type: ignore[arg-type]
    if caught_before:
        made = offer_need(
            by=town("tanaka"),
            at=town.later(),
            need=other,
            to=town.team("tower"),
            reason=OfferReason.NEARER,
            words="会って話を聞いてください。",
        )
        catch(by=town("mori"), at=town.later(), offer=made.pk)
    item = at_the_table(town, story, "mori")
    decides(town, item, story.need, "mori")
    decides(town, item, other, "mori", by="mori" if caught_before else "tanaka")
    town.later(days=AFTER_THE_SEAT)
    gives_back(town, story.need)
    for found in (needs.get(town("kagami"), other), cases.get(town("kagami"), story.case)):
        assert found, "the other need is still its own to carry"
    assert persons.get(town("kagami"), person)
    assert needs.get(town("kagami"), story.need) is None
    gives_back(town, other)
    assert cases.get(town("kagami"), story.case) is None


def test_a_role_confirmed_twice_opens_once(town: Town, story: Story) -> None:
    item = at_the_table(town, story, "mori")
    decides(town, item, story.need, "mori")
    with unwalled():
        before = Grant.objects.within(town.body).filter(team=town.team("tower")).count()
    decides(town, item, story.need, "mori", by="mori")
    with unwalled():
        assert Grant.objects.within(town.body).filter(team=town.team("tower")).count() == before


def test_what_is_over_is_read_no_more_and_again_when_it_begins_again(town: Town, story: Story) -> None:
    item = at_the_table(town, story, "mori")
    decides(town, item, story.need, "mori")
    town.later(days=AFTER_THE_SEAT)
    for _ in range(2):  # over and begun again, as often as it is
        assert cases.get(town("kagami"), story.case)
        settle(by=town("mori"), at=town.later(), ball=story.ball, outcome=Outcome.ACHIEVED)
        town.later()
        for found in (cases.get(town("kagami"), story.case), households.get(town("kagami"), story.household)):
            assert found is None, "nothing is held"
        assert persons.get(town("kagami"), makoto(town, story)) is None
        reopen_need(by=town("tanaka"), at=town.later(), need=story.need)
        town.later()
    assert persons.get(town("kagami"), makoto(town, story))
    with unwalled():
        live = Grant.objects.within(town.body).filter(team=town.team("tower"), folder__subject=story.case)
        ended = GrantEnding.objects.within(town.body).filter(grant__in=live).count()
        assert (live.count(), ended) == (3, 2), "each time once"


def test_begun_again_it_opens_on_consent_only_while_all_still_agree(town: Town, story: Story) -> None:
    everybody = (story.person, makoto(town, story))
    agrees(town, everybody, "tower", ConsentState.GIVEN, Part.BASIC, Part.SUPPORT)
    item = at_the_table(town, story, "mori", kind=KindCode.MULTILAYERED, basis=BasisCode.CONSENT)
    decides(town, item, story.need, "mori", parts=[Part.BASIC])
    settle(by=town("mori"), at=town.later(), ball=story.ball, outcome=Outcome.ACHIEVED)
    agrees(town, everybody[:1], "tower", ConsentState.WITHDRAWN)
    reopen_need(by=town("tanaka"), at=town.later(), need=story.need)
    town.later()
    assert needs.get(town("kagami"), story.need), "its own person has not taken anything back"
    assert cases.get(town("kagami"), story.case) is None


def test_a_role_on_consent_leaves_out_what_not_all_agreed_to(town: Town, story: Story) -> None:
    everybody = (story.person, makoto(town, story))
    agrees(town, everybody, "tower", ConsentState.GIVEN, Part.BASIC, Part.SUPPORT)
    item = at_the_table(town, story, "mori", kind=KindCode.MULTILAYERED, basis=BasisCode.CONSENT)
    agrees(town, everybody[:1], "tower", ConsentState.WITHDRAWN)
    decides(town, item, story.need, "mori", parts=[Part.BASIC])
    town.later()
    assert needs.get(town("kagami"), story.need)
    assert cases.get(town("kagami"), story.case) is None
