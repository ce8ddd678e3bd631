"""Two records of one person: never merged; restrictions travel along, grants do not, whoever sees which of the two."""

from collections.abc import Callable
from datetime import date

import pytest

from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.kernel.decision import Refused
from marugoto.people import queries
from marugoto.people.actions import contact
from marugoto.people.actions.alias import part_again, say_same
from marugoto.people.actions.protection import protect
from marugoto.people.models import Alias, Person
from tests.database import unwalled
from tests.decided import decided
from tests.people.cast import BODY, NOW, Cast, enter, fresh

pytestmark = pytest.mark.django_db
REASON = "支援措置"


@pytest.fixture
def two(cast: Cast) -> tuple[Person, Person]:
    """田中's record and 小川's, which 小川's team has shown to 田中's so that she could make sure."""
    hers = enter(cast.tanaka, "伊藤 桜", birth=date(1990, 4, 4), phone="090-1111-1111")
    other = enter(cast.ogawa, "いとう さくら", phone="090-2222-2222")
    terms = Terms(BasisCode.PURPOSE_CHANGE, team=cast.tanaka.team, reason="同じ方か確かめるため")
    decided(cast.ogawa, NOW, cast.tanaka.team, [other.pk], {Part.BASIC})
    grant(by=cast.ogawa, at=NOW, subjects=[other.pk], parts={Part.BASIC}, terms=terms)
    return hers, other


def test_an_alias_shows_both_records_to_whom_sees_both_and_opens_nothing(
    cast: Cast, two: tuple[Person, Person]
) -> None:
    hers, other = two
    say_same(by=cast.tanaka, at=NOW, one=hers.pk, other=other.pk)
    page = queries.person.get(fresh(cast.tanaka), hers.pk)
    assert [face.called for face in page.same] == ["いとう さくら"]
    assert queries.person.get(fresh(cast.ogawa), other.pk).same == ()
    assert queries.person.get(fresh(cast.ogawa), hers.pk) is None
    assert queries.person.get(fresh(cast.tanaka), other.pk).contact is None


def shut_before(cast: Cast, hers: Person, other: Person) -> None:
    protect(by=cast.tanaka, at=NOW, person=hers.pk, listed=[cast.tanaka.worker], reason=REASON)
    say_same(by=cast.tanaka, at=NOW, one=hers.pk, other=other.pk)


def shut_after(cast: Cast, hers: Person, other: Person) -> None:
    say_same(by=cast.tanaka, at=NOW, one=other.pk, other=hers.pk)
    protect(by=cast.tanaka, at=NOW, person=hers.pk, listed=[cast.tanaka.worker], reason=REASON)


def shut_by_one_who_sees_only_hers(cast: Cast, hers: Person, other: Person) -> None:
    """佐々木's team sees both records of the first, but the second alias only by a record she cannot see."""
    third = enter(cast.ogawa, "I. Sakura")
    say_same(by=cast.ogawa, at=NOW, one=third.pk, other=other.pk)
    say_same(by=cast.tanaka, at=NOW, one=hers.pk, other=other.pk)
    listed = [cast.tanaka.worker]
    protect(by=cast.tanaka, at=NOW, person=hers.pk, listed=listed, reason=REASON)
    assert queries.person.get(fresh(cast.ogawa), third.pk) is None


@pytest.mark.parametrize("shut", [shut_before, shut_after, shut_by_one_who_sees_only_hers])
def test_a_restriction_travels(
    cast: Cast, two: tuple[Person, Person], shut: Callable[[Cast, Person, Person], None]
) -> None:
    hers, other = two
    shut(cast, hers, other)
    assert queries.person.get(fresh(cast.ogawa), other.pk) is None
    assert queries.person.search(fresh(cast.ogawa), "090-2222-2222").count == 0
    assert queries.person.get(fresh(cast.sasaki), hers.pk) is None
    assert queries.person.get(fresh(cast.tanaka), hers.pk) is not None
    assert queries.person.get(fresh(cast.tanaka), other.pk) is not None


def test_parting_opens_nothing_again(cast: Cast, two: tuple[Person, Person]) -> None:
    hers, other = two
    shut_before(cast, hers, other)
    with unwalled():
        alias = Alias.objects.within(BODY).get()
    part_again(by=cast.tanaka, at=NOW, alias=alias.pk)
    assert queries.person.get(fresh(cast.tanaka), hers.pk).same == ()
    assert queries.person.get(fresh(cast.ogawa), other.pk) is None
    with pytest.raises(Refused, match="もう、別の方"):
        part_again(by=cast.tanaka, at=NOW, alias=alias.pk)


def test_a_later_folder_is_born_as_shut_as_the_person(cast: Cast) -> None:
    """The protected address is written by the listed 田中; 佐々木 of the same team never sees it."""
    row = enter(cast.tanaka, "伊藤 桜")
    protect(by=cast.tanaka, at=NOW, person=row.pk, listed=[cast.tanaka.worker], reason=REASON, parts=[Part.CONTACT])
    contact.add_address(by=cast.tanaka, at=NOW, person=row.pk, text="シェルター", guarded=True)
    seen = queries.contact.contacts(fresh(cast.tanaka), [row.pk])[row.pk]
    assert [(line.text, line.guarded) for line in seen.addresses] == [("シェルター", True)]
    assert queries.contact.contacts(fresh(cast.sasaki), [row.pk]) == {}
    assert queries.person.get(fresh(cast.sasaki), row.pk).contact is None


def test_what_is_not_open_cannot_be_written(cast: Cast, two: tuple[Person, Person]) -> None:
    _hers, other = two
    with pytest.raises(Refused, match="開かれていません"):
        contact.add_phone(by=cast.tanaka, at=NOW, person=other.pk, number="090-3333-3333")


def test_refusals_of_alias_and_protection(cast: Cast, two: tuple[Person, Person]) -> None:
    hers, other = two
    with pytest.raises(Refused, match="同じ記録どうし"):
        say_same(by=cast.tanaka, at=NOW, one=hers.pk, other=hers.pk)
    with pytest.raises(Person.DoesNotExist):
        say_same(by=cast.ogawa, at=NOW, one=hers.pk, other=other.pk)
    say_same(by=cast.tanaka, at=NOW, one=hers.pk, other=other.pk)
    with pytest.raises(Refused, match="もう、同じ方"):
        say_same(by=cast.tanaka, at=NOW, one=other.pk, other=hers.pk)
    with pytest.raises(Refused, match="だれも解けなく"):
        protect(by=cast.tanaka, at=NOW, person=hers.pk, listed=[], reason=REASON)
    with pytest.raises(Refused, match="わけが要ります"):
        protect(by=cast.tanaka, at=NOW, person=hers.pk, listed=[cast.tanaka.worker], reason=" ")
