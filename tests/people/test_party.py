"""相手方: written down by those who go on seeing, read by nobody else, and told to them alone when the house knows him."""

from datetime import date
from uuid import UUID

import pytest

from marugoto.disclosure.actions.emergency import answer_second, ask_second
from marugoto.disclosure.codes import EmergencyReason, Part
from marugoto.kernel.decision import Refused
from marugoto.people.actions.emergency import open_in_emergency
from marugoto.people.actions.party import name_party, take_party_back
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect, unprotect
from marugoto.people.models import OtherParty, Person
from marugoto.people.queries import party as parties
from marugoto.people.queries import person as persons
from marugoto.people.queries.party import Party, all_parties, appearing, parties_of
from marugoto.people.rules.pointer import A_DAY
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
NAME, BIRTH = "早川 進", date(1980, 1, 2)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    parties.forget(town.body)
    return one_household(town)


def shut(town: Town, story: Story, *parts: Part) -> None:
    listed = [town(worker).worker for worker in ("tanaka", "yamazaki")]
    how = {"parts": parts} if parts else {}
    protect(by=town("tanaka"), at=town.later(), person=story.person, listed=listed, reason="DV等支援措置", **how)  # type: ignore[arg-type]
    town.later()


def names(town: Town, story: Story, birth: date | None = BIRTH) -> OtherParty:
    row = name_party(by=town("tanaka"), at=town.later(), person=story.person, name=NAME, birth=birth, tie="元夫")
    town.later()
    return row


def read_by(town: Town, who: str, story: Story) -> list[str]:
    return [one.name for one in parties_of(town(who), story.person)]


def known_to(town: Town, who: str) -> dict[UUID, parties.Appearing]:
    found: list[Party] = all_parties(town(who))
    return appearing(town(who), found)


def test_only_the_listed_read_who_it_is(town: Town, story: Story) -> None:
    with pytest.raises(Refused, match="制限で見られる人だけ"):
        names(town, story)
    shut(town, story)
    names(town, story)
    assert read_by(town, "tanaka", story) == [NAME]
    assert read_by(town, "yamazaki", story) == [NAME]
    for other in ("hoshi", "mori", "ogawa", "shiraishi"):
        assert read_by(town, other, story) == []
        assert all_parties(town(other)) == []
    with pytest.raises(Refused, match="もう書いてあります"):
        names(town, story)


def test_a_measure_on_the_address_alone_hides_it_too(town: Town, story: Story) -> None:
    """The rest of the record stays open to the team; from whom she is protected does not."""
    shut(town, story, Part.CONTACT, Part.SHELTER)
    names(town, story)
    assert read_by(town, "tanaka", story) == [NAME]
    assert read_by(town, "hoshi", story) == []


def test_the_listed_are_told_when_he_becomes_known(town: Town, story: Story) -> None:
    shut(town, story)
    row = names(town, story)
    assert known_to(town, "tanaka") == {}
    other = enter_person(by=town("tanaka"), at=town.later(), name=NAME, birth=BIRTH)
    town.later()
    assert known_to(town, "tanaka")[row.pk].here == {other.pk}
    page = text(signed_in("tanaka").get("/"))
    assert "支援措置の相手方と同じ人の記録が、町にあります。" in page
    assert NAME not in page
    assert "支援措置の相手方" not in text(signed_in("mori").get("/"))
    said = text(signed_in("tanaka").get(f"/desk/people/{story.person}/protection/"))
    assert NAME in said
    assert "あなたの見られる記録に、同じ人がいます" in said
    assert signed_in("mori").get(f"/desk/people/{story.person}/protection/").status_code == 404


def test_where_another_office_keeps_him_the_office_is_said_and_nothing_more(town: Town, story: Story) -> None:
    shut(town, story)
    row = names(town, story)
    enter_person(by=town("ogawa"), at=town.later(), name=NAME, birth=BIRTH)
    town.later()
    found = known_to(town, "tanaka")[row.pk]
    assert found.here == frozenset()
    assert [office for office, _phone in found.offices] == ["北部地域包括支援センター"]


def test_without_a_birthday_only_ones_own_records_are_compared(town: Town, story: Story) -> None:
    shut(town, story)
    row = names(town, story, birth=None)
    enter_person(by=town("ogawa"), at=town.later(), name=NAME, birth=BIRTH)
    town.later()
    assert known_to(town, "tanaka") == {}
    own = enter_person(by=town("tanaka"), at=town.later(), name=NAME)
    town.later()
    assert known_to(town, "tanaka")[row.pk].here == {own.pk}


def test_naming_is_counted_as_asking(town: Town, story: Story) -> None:
    """Or the form would answer without end whether the house knows this one or that one."""
    shut(town, story)
    with pytest.raises(Refused, match=f"一日に{A_DAY}回まで"):
        names_many(town, story)
    assert 0 < len(read_by(town, "tanaka", story)) <= A_DAY


def names_many(town: Town, story: Story) -> None:
    for number in range(A_DAY + 1):
        name_party(by=town("tanaka"), at=town.later(), person=story.person, name=f"{NAME}{number}", birth=BIRTH)


def test_it_is_taken_back_and_goes_with_the_measure(town: Town, story: Story) -> None:
    shut(town, story)
    row = names(town, story)
    with pytest.raises(OtherParty.DoesNotExist):
        take_party_back(by=town("hoshi"), at=town.later(), party=row.pk)
    take_party_back(by=town("yamazaki"), at=town.later(), party=row.pk)
    assert read_by(town, "tanaka", story) == []
    names(town, story)
    unprotect(by=town("tanaka"), at=town.later(), person=story.person, reason="措置が終わった")
    town.later()
    for who in ("tanaka", "hoshi"):
        assert read_by(town, who, story) == []


def test_an_emergency_lends_it_to_nobody(town: Town, story: Story) -> None:
    shut(town, story)
    names(town, story)
    with unwalled():
        who, birth = Person.objects.within(town.body).values_list("name", "birth").get(pk=story.person)
    opened = open_in_emergency(
        by=town("hoshi"), at=town.later(), name=who, birth=birth, reason=EmergencyReason.LIFE, words="倒れている。"
    )
    ask_second(by=town("hoshi"), at=town.later(), emergency=opened.pk, words="家に行きます。")
    answer_second(by=town("yamazaki"), at=town.later(), emergency=opened.pk, agreed=True)
    town.later()
    assert persons.get(town("hoshi"), story.person) is not None
    assert read_by(town, "hoshi", story) == []
