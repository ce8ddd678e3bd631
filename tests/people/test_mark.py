"""How two people stand to each other, whom one turns to and who cares: written from a day on, seen where both are seen, and drawn for welfare."""

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import product
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from marugoto.agencies.viewer import Viewer
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.people import queries
from marugoto.people.actions import kinship, mark
from marugoto.people.actions.death import record_death
from marugoto.people.codes import MarkKind
from marugoto.people.models import FamilyMark, Person
from marugoto.people.queries.genogram import of_household
from marugoto.people.queries.home import home_of
from marugoto.people.rules.genogram import (
    Carer,
    Descent,
    Feeling,
    FeelingKind,
    Figure,
    Notation,
    Sex,
    Union,
    describe,
    draw,
    lay_out,
)
from marugoto.people.rules.mark import may_have, may_stand
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
        ((ONE, OTHER), None, MarkKind.MAIN_CARER, "二人の間柄ではありません"),
    ],
)
def test_how_two_may_stand(pair: tuple, now: MarkKind | None, kind: MarkKind, says: str) -> None:
    decision = may_stand(*pair, now=now, kind=kind)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("role", "now", "shown", "says"),
    [
        (MarkKind.KEY_PERSON, None, True, ""),
        (MarkKind.SECOND_CARER, MarkKind.MAIN_CARER, True, ""),
        (MarkKind.MAIN_CARER, MarkKind.MAIN_CARER, True, "もうそのように"),
        (MarkKind.KEY_PERSON, None, False, "家族の人から"),
        (MarkKind.CLOSE, None, True, "二人の間柄です"),
    ],
)
def test_who_may_have_a_role_for_the_household(role: MarkKind, now: MarkKind | None, shown: bool, says: str) -> None:
    decision = may_have(role, now=now, shown=shown)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


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


@pytest.mark.parametrize(
    ("carer", "sign", "said"),
    [(Carer.MAIN, "主", "主に介護しています。"), (Carer.SECOND, "副", "介護を手伝っています。")],
)
def test_who_cares_has_a_letter_explained_only_where_it_stands(carer: Carer, sign: str, said: str) -> None:
    rows = ([replace(MOTHER, carer=carer), SON], [], ROWS[2])
    svg = draw(lay_out(*rows))
    assert re.findall(r"gg-carer[^>]*>(.)<", svg) == [sign, sign]  # beside her, and in the legend
    assert "介護" in svg.split('class="gg-legend"')[1]
    assert "gg-carer" not in draw(lay_out(*rows), notation=Notation.MEDICAL)
    assert said in describe(*rows)[2]
    assert "介護" not in draw(lay_out(*ROWS)) + "".join(describe(*ROWS))


@pytest.mark.parametrize(
    ("sex", "number", "key_person", "home"), list(product(Sex, (None, 3), (False, True), (False, True)))
)
def test_the_letter_stands_on_nothing(sex: Sex, number: int | None, key_person: bool, home: bool) -> None:
    """Neither on the symbol, the star and the number, nor on the line of the couple and the outline of the household."""
    one = Figure("m", "母", sex, 84, number=number, key_person=key_person, carer=Carer.MAIN, in_household=home)
    picture = lay_out([one, Figure("f", "父", Sex.MAN, 85)], [Union("m", "f")], [])
    at = next(placed for placed in picture.placed if placed.figure.key == "m")
    found = re.search(r'gg-carer" x="(\d+)" y="(\d+)"', draw(picture))
    assert found
    middle, foot = int(found[1]) - at.x, int(found[2]) - at.y
    left, right, top = middle - 6, middle + 6, foot - 11
    assert at.left <= at.x + left
    assert at.x + right <= at.right
    assert foot <= -4  # over the line of the couple
    assert min(abs(left), abs(right)) >= 19  # beside the widest that a symbol is at this height
    assert top >= -18  # under the lines of feelings that rise from the head
    assert number is None or right <= 14
    assert not key_person or right <= -32 or left >= -14
    for ring in picture.home.rings if picture.home else ():
        assert not any(at.x + left - 2 < x < at.x + right + 2 for x, _ in ring)


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
def test_what_was_written_over_or_taken_away_stands_again_once(cast: Cast, sato: Sato) -> None:
    first = stand(cast.tanaka, sato.kenichi, sato.ryoko, MarkKind.STRAINED)
    over = stand(cast.tanaka, sato.kenichi, sato.ryoko, MarkKind.CLOSE)
    for _ in range(2):
        mark.take_mark_up_again(by=cast.tanaka, at=NOW, mark=first.pk)
        assert seen(cast.tanaka, sato) == [MarkKind.STRAINED]
    with unwalled():
        running = FamilyMark.objects.within(BODY).filter(until=None)
        assert [row.pk for row in running] == [first.pk]
        assert FamilyMark.objects.within(BODY).filter(pk=over.pk).exists()
    hide(cast.tanaka, sato.ryoko)
    with pytest.raises((FamilyMark.DoesNotExist, Person.DoesNotExist)):
        mark.take_mark_up_again(by=cast.sasaki, at=NOW, mark=over.pk)


@pytest.mark.django_db
def test_a_key_person_may_live_elsewhere(cast: Cast, sato: Sato) -> None:
    aunt = enter(cast.tanaka, "高橋 恵子")
    by = {"by": cast.tanaka, "at": NOW, "household": sato.household.pk, "role": MarkKind.KEY_PERSON}
    with pytest.raises(Refused, match="家族の人から"):
        mark.give_role(person=aunt.pk, family=frozenset({sato.yui.pk}), **by)
    kinship.record_descent(by=cast.tanaka, at=NOW, parent=aunt.pk, child=sato.yui.pk)
    made = mark.give_role(person=aunt.pk, family=frozenset({sato.yui.pk, aunt.pk}), **by)
    with pytest.raises(Refused, match="もうそのように"):
        mark.give_role(person=aunt.pk, family=frozenset({aunt.pk}), **by)
    family = of_household(fresh(cast.tanaka), sato.household.pk)
    assert family
    assert [one.name for one in family.figures if one.key_person] == ["高橋 恵子"]
    mark.take_mark_away(by=cast.tanaka, at=NOW + timedelta(days=1), mark=made.pk)
    assert seen(cast.tanaka, sato) == [MarkKind.KEY_PERSON]  # until that day


@pytest.mark.django_db
def test_one_cares_mainly_or_helps_and_may_be_the_key_person_too(cast: Cast, sato: Sato) -> None:
    by = {
        "by": cast.tanaka,
        "at": NOW,
        "household": sato.household.pk,
        "family": frozenset({sato.yui.pk, sato.ryoko.pk}),
    }
    mark.give_role(person=sato.ryoko.pk, role=MarkKind.KEY_PERSON, **by)
    first = mark.give_role(person=sato.ryoko.pk, role=MarkKind.MAIN_CARER, **by)
    mark.give_role(person=sato.yui.pk, role=MarkKind.MAIN_CARER, **by)
    assert Counter(seen(cast.tanaka, sato)) == {MarkKind.KEY_PERSON: 1, MarkKind.MAIN_CARER: 2}
    mark.give_role(person=sato.ryoko.pk, role=MarkKind.SECOND_CARER, **by)
    family = of_household(fresh(cast.tanaka), sato.household.pk)
    assert family
    found = {one.key: (one.key_person, one.carer) for one in family.figures if one.carer}
    assert found == {str(sato.ryoko.pk): (True, Carer.SECOND), str(sato.yui.pk): (False, Carer.MAIN)}
    with unwalled():
        assert FamilyMark.objects.within(BODY).get(pk=first.pk).until == first.since
    with pytest.raises(IntegrityError), transaction.atomic(), entered(fresh(cast.tanaka)):
        FamilyMark.objects.within(BODY).filter(pk=first.pk).update(until=None)


@pytest.mark.django_db
def test_who_has_died_is_nobodys_carer_any_more(cast: Cast, sato: Sato) -> None:
    mark.give_role(
        by=cast.tanaka,
        at=NOW,
        household=sato.household.pk,
        person=sato.ryoko.pk,
        role=MarkKind.MAIN_CARER,
        family=frozenset({sato.ryoko.pk}),
    )
    record_death(by=cast.tanaka, at=NOW, person=sato.ryoko.pk, day=None)
    family = of_household(fresh(cast.tanaka), sato.household.pk)
    assert family
    assert [one.carer for one in family.figures if one.deceased] == [None]


@pytest.mark.django_db
def test_where_one_of_them_is_hidden_nothing_is_there(cast: Cast, sato: Sato) -> None:
    stand(cast.tanaka, sato.yui, sato.ryoko, MarkKind.BROKEN)
    made = stand(cast.tanaka, sato.yui, sato.minato, MarkKind.CLOSE)
    assert set(seen(cast.tanaka, sato)) == {MarkKind.BROKEN, MarkKind.CLOSE}
    with pytest.raises(Person.DoesNotExist):
        stand(cast.ogawa, sato.yui, sato.minato, MarkKind.BROKEN)
    with pytest.raises(FamilyMark.DoesNotExist):
        mark.take_mark_away(by=cast.ogawa, at=NOW, mark=made.pk)
    assert set(seen(cast.sasaki, sato)) == {MarkKind.BROKEN, MarkKind.CLOSE}
    hide(cast.tanaka, sato.minato)
    assert seen(cast.sasaki, sato) == [MarkKind.BROKEN]
    with pytest.raises((FamilyMark.DoesNotExist, Person.DoesNotExist)):
        mark.take_mark_away(by=cast.sasaki, at=NOW, mark=made.pk)
