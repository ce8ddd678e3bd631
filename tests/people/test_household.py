"""A household over time; and a hidden member who is missing, not masked."""

from datetime import date, timedelta

import pytest

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.kernel.decision import Refused
from marugoto.people import queries
from marugoto.people.actions import household, kinship
from marugoto.people.codes import ChangeKind, DescentKind, LeaveReason, UnionState
from marugoto.people.models import Household
from tests.decided import decided
from tests.people.cast import NOW, Cast, Sato, enter, fresh, hide, settle_sato

pytestmark = pytest.mark.django_db


def told(by: Viewer, subjects: list, parts: set[Part], to: Viewer) -> None:
    """Open folders to another team as a conference would."""
    decided(by, NOW, to.team, subjects, parts)
    grant(
        by=by,
        at=NOW,
        subjects=subjects,
        parts=parts,
        terms=Terms(BasisCode.PURPOSE_CHANGE, team=to.team, reason="子の安全のため"),
    )


def test_the_page_shows_members_contacts_and_ages(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    page = queries.household.get(fresh(cast.tanaka), sato.household.pk)
    assert page is not None
    assert [(m.face.called, m.relation, m.face.age) for m in page.members] == [
        ("佐藤 健一", "本人", 47),
        ("佐藤 良子", "妻", 44),
        ("佐藤 結衣", "長女", 17),
        ("佐藤 湊", "長男", 12),
    ]
    assert page.members[0].contact is not None
    assert page.members[0].contact.phones[0].number == "090-0000-1234"
    assert page.members[0].contact.addresses[0].text == "みなも市南町1-2"


def test_another_team_finds_no_household(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    assert queries.household.get(fresh(cast.ogawa), sato.household.pk) is None
    with pytest.raises(Household.DoesNotExist):
        household.join(by=cast.ogawa, at=NOW, household=sato.household.pk, person=sato.yui.pk)


def test_contacts_that_are_not_open_are_masked_with_a_reason(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    told(cast.tanaka, [sato.household.pk, sato.yui.pk], {Part.BASIC}, cast.ogawa)
    page = queries.household.get(fresh(cast.ogawa), sato.household.pk)
    assert page is not None
    assert [(m.face.called, m.contact, m.contact_reason) for m in page.members] == [
        ("佐藤 結衣", None, "連絡先は、あなたの係に開かれていません。")
    ]


def kin(by: Viewer, sato: Sato) -> None:
    kinship.record_union(by=by, at=NOW, one=sato.kenichi.pk, other=sato.ryoko.pk, since=date(2005, 6, 1))
    for child in (sato.yui, sato.minato):
        for parent in (sato.kenichi, sato.ryoko):
            kinship.record_descent(by=by, at=NOW, parent=parent.pk, child=child.pk)


@pytest.mark.parametrize("hidden", ["ryoko", "yui", "kenichi"])
def test_a_hidden_member_is_missing_to_the_last_tie(cast: Cast, hidden: str) -> None:
    """佐々木, of the same team, sees exactly the page of a household to which the hidden one never belonged."""
    sato = settle_sato(cast.tanaka)
    kin(cast.tanaka, sato)
    gone = getattr(sato, hidden)
    whole = queries.household.get(fresh(cast.sasaki), sato.household.pk)
    hide(cast.tanaka, gone)
    page = queries.household.get(fresh(cast.sasaki), sato.household.pk)
    assert whole is not None
    assert page is not None
    assert page.members == tuple(member for member in whole.members if member.face.person != gone.pk)
    assert {gone.pk} & {end for tie in page.ties.unions for end in (tie.one, tie.other)} == set()
    assert {gone.pk} & {end for tie in page.ties.descents for end in (tie.parent, tie.child)} == set()
    assert str(gone.pk) not in repr(page)
    figures = queries.household.figures(fresh(cast.sasaki), sato.household.pk)
    assert str(gone.pk) not in repr(figures)
    assert str(gone.pk) not in repr(queries.household.history(fresh(cast.sasaki), sato.household.pk))
    assert queries.person.get(fresh(cast.sasaki), gone.pk) is None
    assert queries.person.search(fresh(cast.sasaki), "佐藤").count == 3
    assert queries.person.search(fresh(cast.tanaka), "佐藤").count == 4


def test_a_page_with_a_hidden_member_equals_the_page_without_him(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    before = queries.household.get(fresh(cast.sasaki), sato.household.pk)
    baby = enter(cast.tanaka, "佐藤 灯", birth=date(2026, 11, 1))
    hide(cast.tanaka, baby)
    household.join(by=cast.tanaka, at=NOW, household=sato.household.pk, person=baby.pk)
    kinship.record_descent(by=cast.tanaka, at=NOW, parent=sato.ryoko.pk, child=baby.pk)
    assert queries.household.get(fresh(cast.sasaki), sato.household.pk) == before
    shown = queries.household.get(fresh(cast.tanaka), sato.household.pk)
    assert shown is not None
    assert shown.members[-1].face.called == "佐藤 灯"
    assert shown.members[-1].face.age == 0


def test_a_new_member_opens_nothing_by_itself(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    told(cast.tanaka, [sato.household.pk, sato.yui.pk], {Part.BASIC}, cast.ogawa)
    before = queries.household.get(fresh(cast.ogawa), sato.household.pk)
    granny = enter(cast.tanaka, "佐藤 ハナ")
    household.join(by=cast.tanaka, at=NOW, household=sato.household.pk, person=granny.pk, relation="祖母")
    assert queries.household.get(fresh(cast.ogawa), sato.household.pk) == before


def test_leaving_and_the_days(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    day = NOW.date()
    household.leave(by=cast.tanaka, at=NOW, household=sato.household.pk, person=sato.ryoko.pk, day=day)
    page = queries.household.get(fresh(cast.tanaka), sato.household.pk)
    assert page is not None
    assert [member.face.called for member in page.former] == ["佐藤 良子"]
    tomorrow = fresh(cast.tanaka, NOW + timedelta(days=1))
    assert len(queries.household.get(tomorrow, sato.household.pk).members) == 3
    assert len(queries.household.figures(fresh(cast.tanaka), sato.household.pk, day - timedelta(days=1)).here) == 4
    with pytest.raises(Refused, match="いまこの世帯にいません"):
        household.leave(by=cast.tanaka, at=NOW, household=sato.household.pk, person=sato.ryoko.pk)
    household.join(by=cast.tanaka, at=NOW, household=sato.household.pk, person=sato.ryoko.pk, since=day)
    with pytest.raises(Refused, match="もうこの世帯にいます"):
        household.join(by=cast.tanaka, at=NOW, household=sato.household.pk, person=sato.ryoko.pk)


def test_a_split_household_does_not_lead_to_the_other_half(cast: Cast) -> None:
    """良子 and 結衣 leave; for 小川, who knows 結衣 and the old household, the new one does not exist."""
    sato = settle_sato(cast.tanaka)
    told(cast.tanaka, [sato.household.pk, sato.yui.pk], {Part.BASIC}, cast.ogawa)
    new = household.split(
        by=cast.tanaka, at=NOW, household=sato.household.pk, persons=[sato.ryoko.pk, sato.yui.pk], name="良子さん世帯"
    )
    assert [m.face.called for m in queries.household.get(fresh(cast.tanaka), new.pk).members] == [
        "佐藤 良子",
        "佐藤 結衣",
    ]
    assert queries.household.get(fresh(cast.ogawa), new.pk) is None
    assert queries.household.of_persons(fresh(cast.ogawa), [sato.yui.pk]) == {}
    history = queries.household.history(fresh(cast.ogawa), sato.household.pk)
    assert {(line.kind, line.called, line.other) for line in history} == {
        (ChangeKind.FORMED, "", None),
        (ChangeKind.SPLIT, "佐藤 結衣", None),
    }
    back = household.merge(by=cast.tanaka, at=NOW, household=sato.household.pk, other=new.pk)
    assert len(queries.household.get(fresh(cast.tanaka), back.pk).members) == 4


def test_a_mistaken_membership_never_was(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    stranger = enter(cast.tanaka, "鈴木 太郎")
    add = {"by": cast.tanaka, "at": NOW, "household": sato.household.pk, "person": stranger.pk}
    household.join(since=date(2020, 1, 1), **add)
    household.leave(reason=LeaveReason.MISTAKE, **add)
    figures = queries.household.figures(fresh(cast.tanaka), sato.household.pk, date(2021, 1, 1))
    assert stranger.pk not in figures.here


def test_figures_reach_one_step_beyond_the_household(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    kin(cast.tanaka, sato)
    granny = enter(cast.tanaka, "佐藤 ハナ", birth=date(1950, 2, 3))
    kinship.record_descent(by=cast.tanaka, at=NOW, parent=granny.pk, child=sato.kenichi.pk)
    union = queries.household.get(fresh(cast.tanaka), sato.household.pk).ties.unions[0]
    kinship.turn_union(by=cast.tanaka, at=NOW, union=union.union, state=UnionState.DIVORCED, day=date(2024, 3, 1))
    figures = queries.household.figures(fresh(cast.tanaka), sato.household.pk)
    assert [face.called for face in figures.persons][-1] == "佐藤 ハナ"
    assert granny.pk not in figures.here
    assert figures.centre == sato.kenichi.pk
    assert [(tie.state, tie.since, tie.united) for tie in figures.ties.unions] == [
        (UnionState.DIVORCED, date(2024, 3, 1), date(2005, 6, 1))
    ]
    earlier = queries.household.figures(fresh(cast.tanaka), sato.household.pk, date(2023, 1, 1))
    assert [tie.state for tie in earlier.ties.unions] == [UnionState.TOGETHER]
    assert [face.age for face in earlier.persons] == [43, 40, 13, 8, 72]
    assert len(figures.ties.descents) == 5


def test_what_cannot_be_is_refused_by_a_sentence(cast: Cast) -> None:
    sato = settle_sato(cast.tanaka)
    kin(cast.tanaka, sato)
    by = {"by": cast.tanaka, "at": NOW}
    for parent, child, kind, why in (
        (sato.yui, sato.kenichi, DescentKind.ADOPTED, "子や孫が、親に"),
        (sato.yui, sato.yui, DescentKind.BIRTH, "自分の親"),
        (sato.kenichi, sato.yui, DescentKind.BIRTH, "もう記録されています"),
        (sato.minato, enter(cast.tanaka, "年上", birth=date(1990, 1, 1)), DescentKind.BIRTH, "後に生まれた"),
    ):
        with pytest.raises(Refused, match=why):
            kinship.record_descent(parent=parent.pk, child=child.pk, kind=kind, **by)
    with pytest.raises(Refused, match="同じ方どうし"):
        kinship.record_union(one=sato.yui.pk, other=sato.yui.pk, **by)
    with pytest.raises(Refused, match="二度選ばれて"):
        household.form_household(members=[(sato.yui.pk, ""), (sato.yui.pk, "")], **by)
    with pytest.raises(Refused, match="この役割では") as refused:
        enter(cast.clerk, "佐藤 健一")
    assert "気づき" in refused.value.way_on
