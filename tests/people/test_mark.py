"""How two people stand to each other and whom one turns to: written from a day on, seen where both are seen, and drawn for welfare."""

from datetime import timedelta
from uuid import uuid4

import pytest

from marugoto.agencies.viewer import Viewer
from marugoto.kernel.decision import Refused
from marugoto.people import queries
from marugoto.people.actions import kinship, mark
from marugoto.people.codes import MarkKind
from marugoto.people.models import FamilyMark, Person
from marugoto.people.queries.genogram import of_household
from marugoto.people.queries.home import home_of
from marugoto.people.rules.genogram import (
    Descent,
    Feeling,
    FeelingKind,
    Figure,
    Notation,
    Sex,
    describe,
    draw,
    lay_out,
)
from marugoto.people.rules.mark import may_be_key, may_stand
from tests.database import unwalled
from tests.people.cast import BODY, NOW, Cast, Sato, enter, fresh, hide, settle_sato

ONE, OTHER = uuid4(), uuid4()
MOTHER, SON = Figure("m", "母", Sex.WOMAN, 84, key_person=True), Figure("s", "子", Sex.MAN, 55, centre=True)
ROWS = ([MOTHER, SON], [], [Descent(("m",), "s")])


@pytest.mark.parametrize(
    ("pair", "now", "kind", "says"),
    [
        ((ONE, OTHER), None, MarkKind.CLOSE, ""),
        ((ONE, OTHER), MarkKind.CLOSE, MarkKind.BROKEN, ""),
        ((ONE, OTHER), MarkKind.CLOSE, MarkKind.CLOSE, "もうそのように"),
        ((ONE, ONE), None, MarkKind.CLOSE, "同じ方どうし"),
        ((ONE, OTHER), None, MarkKind.KEY_PERSON, "二人の間柄ではありません"),
    ],
)
def test_how_two_may_stand(pair: tuple, now: MarkKind | None, kind: MarkKind, says: str) -> None:
    decision = may_stand(*pair, now=now, kind=kind)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


def test_a_key_person_is_of_the_family_and_once() -> None:
    assert may_be_key(shown=True, already=False)
    assert "家族の人から" in may_be_key(shown=False, already=False).reason
    assert "もうキーパーソン" in may_be_key(shown=True, already=True).reason


@pytest.mark.parametrize(
    ("kind", "said", "strokes"),
    [
        (FeelingKind.CLOSE, "親しい間柄です", 2),
        (FeelingKind.STRAINED, "こじれています", 1),
        (FeelingKind.BROKEN, "縁が切れています", 4),
    ],
)
def test_each_is_told_by_its_shape_and_in_words(kind: FeelingKind, said: str, strokes: int) -> None:
    picture = lay_out(*ROWS, [Feeling("s", "m", kind)])
    svg = draw(picture)
    assert svg.count(f"gg-feeling--{kind}") == 2 * strokes  # the line, and its sample in the legend
    sentences = describe(*ROWS, [Feeling("s", "m", kind)])
    assert sum(said in sentence for sentence in sentences) == 2  # of each of the two
    assert "gg-feeling" not in draw(picture, notation=Notation.MEDICAL)


def test_the_star_stands_beside_the_symbol_and_in_the_legend() -> None:
    picture = lay_out(*ROWS)
    assert draw(picture).count("gg-star") == 2
    assert "キーパーソン" in draw(picture)
    assert "gg-star" not in draw(picture, notation=Notation.MEDICAL)
    assert "キーパーソンです。" in describe(*ROWS)[2]
    assert "gg-star" not in draw(lay_out([SON], [], []))


def test_nobody_moves_for_a_feeling_and_its_order_is_nothing() -> None:
    feelings = [Feeling("s", "m", FeelingKind.CLOSE), Feeling("m", "gone", FeelingKind.BROKEN)]
    plain, felt = lay_out(*ROWS), lay_out(*ROWS, feelings)
    assert felt.placed == plain.placed
    assert draw(felt) == draw(lay_out(*ROWS, [Feeling("m", "s", FeelingKind.CLOSE)]))  # who is not there has no line


@pytest.fixture
def sato(cast: Cast) -> Sato:
    return settle_sato(cast.tanaka)


def stand(by: Viewer, one: Person, other: Person, kind: MarkKind) -> FamilyMark:
    return mark.say_how_they_stand(by=by, at=NOW, one=one.pk, other=other.pk, kind=kind)


def seen(by: Viewer, sato: Sato) -> list[MarkKind]:
    home = home_of(fresh(by), sato.household.pk)
    figures = queries.household.figures(fresh(by), sato.household.pk)
    assert home
    assert figures
    assert home.figures.marks == figures.marks
    return [one.kind for one in home.figures.marks]


@pytest.mark.django_db
def test_what_was_said_last_holds_and_what_was_before_stays(cast: Cast, sato: Sato) -> None:
    first = stand(cast.tanaka, sato.kenichi, sato.ryoko, MarkKind.STRAINED)
    with pytest.raises(Refused, match="もうそのように"):
        stand(cast.tanaka, sato.ryoko, sato.kenichi, MarkKind.STRAINED)
    second = stand(cast.tanaka, sato.ryoko, sato.kenichi, MarkKind.BROKEN)
    assert seen(cast.tanaka, sato) == [MarkKind.BROKEN]
    mark.take_mark_away(by=cast.tanaka, at=NOW, mark=second.pk)
    mark.take_mark_away(by=cast.tanaka, at=NOW, mark=second.pk)
    assert seen(cast.tanaka, sato) == []
    with unwalled():
        assert set(FamilyMark.objects.within(BODY).values_list("pk", flat=True)) == {first.pk, second.pk}


@pytest.mark.django_db
def test_a_key_person_may_live_elsewhere(cast: Cast, sato: Sato) -> None:
    aunt = enter(cast.tanaka, "高橋 恵子")
    by = {"by": cast.tanaka, "at": NOW, "household": sato.household.pk}
    with pytest.raises(Refused, match="家族の人から"):
        mark.make_key_person(person=aunt.pk, family=frozenset({sato.yui.pk}), **by)
    kinship.record_descent(by=cast.tanaka, at=NOW, parent=aunt.pk, child=sato.yui.pk)
    made = mark.make_key_person(person=aunt.pk, family=frozenset({sato.yui.pk, aunt.pk}), **by)
    with pytest.raises(Refused, match="もうキーパーソン"):
        mark.make_key_person(person=aunt.pk, family=frozenset({aunt.pk}), **by)
    family = of_household(fresh(cast.tanaka), sato.household.pk)
    assert family
    assert [one.name for one in family.figures if one.key_person] == ["高橋 恵子"]
    mark.take_mark_away(by=cast.tanaka, at=NOW + timedelta(days=1), mark=made.pk)
    assert seen(cast.tanaka, sato) == [MarkKind.KEY_PERSON]  # until that day


@pytest.mark.django_db
def test_where_one_of_them_is_hidden_nothing_is_there(cast: Cast, sato: Sato) -> None:
    stand(cast.tanaka, sato.yui, sato.ryoko, MarkKind.BROKEN)
    made = stand(cast.tanaka, sato.yui, sato.minato, MarkKind.CLOSE)
    assert seen(cast.tanaka, sato) == [MarkKind.BROKEN, MarkKind.CLOSE]
    with pytest.raises(Person.DoesNotExist):
        stand(cast.ogawa, sato.yui, sato.minato, MarkKind.BROKEN)
    with pytest.raises(FamilyMark.DoesNotExist):
        mark.take_mark_away(by=cast.ogawa, at=NOW, mark=made.pk)
    assert seen(cast.sasaki, sato) == [MarkKind.BROKEN, MarkKind.CLOSE]
    hide(cast.tanaka, sato.minato)
    assert seen(cast.sasaki, sato) == [MarkKind.BROKEN]
    with pytest.raises((FamilyMark.DoesNotExist, Person.DoesNotExist)):
        mark.take_mark_away(by=cast.sasaki, at=NOW, mark=made.pk)
