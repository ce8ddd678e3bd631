"""The pointer answers an exact question of the house's own staff with an office, and everything else with nothing."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Folder, Grant, Look
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.people.actions import contact, person
from marugoto.people.actions.pointer import Pointer, ask
from marugoto.people.codes import NameKind
from marugoto.people.models import Person, PointerAsk
from tests.database import unwalled
from tests.people.cast import BODY, NOW, Cast, enter, fresh, hide

pytestmark = pytest.mark.django_db
BORN = date(1982, 9, 9)
HERE = "記録があります。問い合わせ先: 福祉総合相談課(0155-00-1111)"


@pytest.fixture
def ryoko(cast: Cast) -> Person:
    return enter(cast.tanaka, "髙橋 良子", "たかはし りょうこ", birth=BORN, phone="090-0000-5678")


def answer(viewer: Viewer, **question: object) -> str | None:
    found = ask(by=fresh(viewer), at=NOW, **question)  # type: ignore[arg-type]
    return found.sentence if isinstance(found, Pointer) else None


@pytest.mark.parametrize(
    "question",
    [
        {"name": "髙橋 良子", "birth": BORN},
        {"name": "高橋良子", "birth": BORN},
        {"name": "タカハシ　リョウコ", "birth": BORN},
        {"phone": "090-0000-5678"},
        {"phone": "０９０（００００）５６７８"},
        {"phone": "+81 90 0000 5678"},
        {"name": "ちがう 名前", "birth": BORN, "phone": "09000005678"},
    ],
)
def test_an_exact_question_is_answered_with_the_office(cast: Cast, ryoko: Person, question: dict) -> None:
    assert answer(cast.ogawa, **question) == HERE


@pytest.mark.parametrize(
    "question",
    [
        {"name": "高橋", "birth": BORN},
        {"name": "高橋 良子", "birth": BORN + timedelta(days=1)},
        {"name": "良子 高橋", "birth": BORN},
        {"name": "%", "birth": BORN},
        {"name": "' OR 1=1 --", "birth": BORN},
        {"phone": "090-0000-567"},
        {"phone": "0000-5678-00"},
    ],
)
def test_anything_else_is_answered_with_nothing(cast: Cast, ryoko: Person, question: dict) -> None:
    assert answer(cast.ogawa, **question) is None


@pytest.mark.parametrize(
    "question", [{"name": "高橋 良子"}, {"birth": BORN}, {"phone": "5678"}, {}, {"name": " ", "birth": BORN}]
)
def test_parts_are_refused_by_a_sentence(cast: Cast, ryoko: Person, question: dict) -> None:
    with pytest.raises(Refused, match="両方か、電話番号の全部"):
        answer(cast.ogawa, **question)


def test_a_former_name_and_a_new_number_are_found_too(cast: Cast, ryoko: Person) -> None:
    person.add_name(by=cast.tanaka, at=NOW, person=ryoko.pk, kind=NameKind.FORMER, name="佐藤 良子")
    phone = contact.add_phone(by=cast.tanaka, at=NOW, person=ryoko.pk, number="0155-12-3456")
    assert answer(cast.ogawa, name="佐藤良子", birth=BORN) == HERE
    assert answer(cast.ogawa, phone="0155123456") == HERE
    contact.end_phone(by=cast.tanaka, at=NOW, phone=phone.pk)
    assert answer(cast.ogawa, phone="0155123456") is None


@pytest.mark.parametrize("part", [Part.BASIC, Part.CONTACT])
def test_a_restricted_person_is_never_pointed_at(cast: Cast, ryoko: Person, part: Part) -> None:
    """Not even where only one of her folders is shut, and not even to the office that keeps her."""
    hide(cast.tanaka, ryoko, part)
    for viewer in (cast.ogawa, cast.sasaki, cast.tanaka):
        assert answer(viewer, name="高橋 良子", birth=BORN) is None
        assert answer(viewer, phone="090-0000-5678") is None


def test_a_protected_number_points_at_nobody(cast: Cast, ryoko: Person) -> None:
    contact.add_phone(by=cast.tanaka, at=NOW, person=ryoko.pk, number="080-1111-2222", guarded=True)
    assert answer(cast.ogawa, phone="080-1111-2222") is None


def test_a_sensitive_agency_is_never_named(cast: Cast, ryoko: Person) -> None:
    enter(cast.sensitive, "高橋 良子", birth=BORN)
    assert answer(cast.ogawa, name="高橋 良子", birth=BORN) == HERE
    enter(cast.sensitive, "伊藤 桜", birth=BORN)
    assert answer(cast.ogawa, name="伊藤 桜", birth=BORN) is None


def test_material_of_a_conference_is_never_pointed_at(cast: Cast) -> None:
    kept = {"body": BODY, "made_at": NOW}
    ground = BasisCode.SUPPORT_CONFERENCE
    with unwalled():
        fenced = Folder.objects.create(
            subject_kind="person", subject=uuid4(), part=Part.BASIC, basis=ground, origin=uuid4(), **kept
        )
        for basis in (ground, BasisCode.OWN_DUTY):
            Grant.objects.create(
                folder=fenced,
                kind="person",
                team_id=cast.tanaka.team,
                basis=basis,
                since=NOW,
                by=cast.tanaka.duty,
                **kept,
            )
        Person.objects.create(folder=fenced, name="伊藤 桜", name_folded="伊藤桜", birth=BORN, **kept)
    assert answer(cast.ogawa, name="伊藤 桜", birth=BORN) is None


@pytest.mark.parametrize("who", ["clerk", "contracted", "guest"])
def test_only_the_houses_own_staff_who_receive_people_may_ask(cast: Cast, ryoko: Person, who: str) -> None:
    with pytest.raises(Refused, match="相談を受ける職員"):
        answer(getattr(cast, who), name="高橋 良子", birth=BORN)
    with unwalled():
        assert not PointerAsk.objects.within(BODY).exists()


def test_every_question_is_counted_and_audited_also_when_nothing_was_found(cast: Cast, ryoko: Person) -> None:
    answer(cast.ogawa, name="高橋 良子", birth=BORN)
    answer(cast.ogawa, name="だれか", birth=BORN)
    with unwalled():
        asked = list(PointerAsk.objects.within(BODY).order_by("number").values_list("number", "found", "worker"))
        looks = list(Look.objects.everywhere("the audit of a test").filter(page="people:pointer"))
    assert asked == [(1, True, cast.ogawa.worker), (2, False, cast.ogawa.worker)]
    assert sorted((look.outcome, len(look.folders), len(look.searched)) for look in looks) == [
        ("nothing", 0, 64),
        ("pointer", 1, 64),
    ]
    assert [str(ryoko.folder_id), "pointer"] in [row[:2] for look in looks for row in look.folders]


def test_the_twenty_first_question_of_a_day_is_refused(cast: Cast) -> None:
    for _ in range(20):
        answer(cast.ogawa, phone="0155-99-9999")
    for _ in range(2):
        with pytest.raises(Refused, match="一日に20回まで"):
            answer(cast.ogawa, phone="0155-99-9999")
    assert answer(cast.tanaka, phone="0155-99-9999") is None
    tomorrow = NOW + timedelta(days=1)
    assert ask(by=fresh(cast.ogawa, tomorrow), at=tomorrow, phone="0155-99-9999") is None
    with unwalled():
        assert PointerAsk.objects.within(BODY).count() == 22


@pytest.mark.postgres
def test_the_function_gives_nothing_without_a_signed_context_and_is_not_for_everybody(
    cast: Cast, ryoko: Person
) -> None:
    question = "SELECT office FROM marugoto_pointer('高橋良子', '1982-09-09', NULL)"
    with transaction.atomic(), entered(cast.ogawa), connection.cursor() as cursor:
        cursor.execute(question)
        assert cursor.fetchall() == [("福祉総合相談課",)]
        cursor.execute("SELECT count(*) FROM people_person")
        assert cursor.fetchone() == (0,)
        cursor.execute("SET LOCAL marugoto.context = ''")
        cursor.execute(question)
        assert cursor.fetchall() == []
        cursor.execute("SET LOCAL ROLE NONE")
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute(question)
