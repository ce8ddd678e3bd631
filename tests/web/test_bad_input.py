"""What is bad gets a clear sentence; nothing is lost, nothing is half-written."""

import re
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from marugoto.casework.models import Need
from marugoto.intake.models import Consultation, Notice
from tests.database import unwalled
from tests.story import one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def kept(model: type) -> int:
    with unwalled():
        return model.objects.everywhere("what is kept").count()


CONSULTATION = {
    "day": "令和8年11月16日",
    "channel": "phone",
    "urgent_food": "not_asked",
    "urgent_bed": "not_asked",
    "urgent_violence": "not_asked",
    "urgent_life": "not_asked",
}


def test_a_nul_is_refused_before_it_reaches_any_table(town: Town) -> None:
    tanaka = signed_in("tanaka")
    sent = tanaka.post(
        "/desk/notices/", {"key": str(uuid4()), "words": "気づき\x00", "source": "clerk", "danger": "no"}
    )
    asked = tanaka.get("/search/?q=%E4%BD%90%00%E8%97%A4")
    for answer in (sent, asked):
        assert answer.status_code == 400
        assert "使えない文字" in answer.content.decode()
        assert "何も変わっていません。" in answer.content.decode()
    assert kept(Notice) == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("あ" * 350_000, "10000"),
        ("見た\x08見た", "3文字目に、保存できない見えない文字(U+0008)が入っています。"),
        ("   ", "気づいたこと"),
        ("\u200b", ""),
    ],
)
def test_words_that_cannot_be_kept_come_back_with_a_sentence(town: Town, words: str, sentence: str) -> None:
    tanaka = signed_in("tanaka")
    fields = {"key": str(uuid4()), "words": words, "who_words": "若葉台の方", "source": "clerk", "danger": "no"}
    answer = tanaka.post("/desk/notices/", fields)
    if answer.status_code == 302:
        assert not sentence  # an invisible character alone is kept as it was sent
        return
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "若葉台の方" in answer.content.decode()  # what else was typed is still there
    assert kept(Notice) == 0


@pytest.mark.parametrize(
    "name", ["𠮷田 髙﨑", "葛\U000e0100城", "😀 さん", "ｻﾄｳ ﾏｺﾄ", "グエン・ティ・ホア", "あ", "x" * 119]
)
def test_a_name_is_kept_exactly_as_it_was_written(town: Town, name: str) -> None:
    tanaka = signed_in("tanaka")
    answer = tanaka.post(
        "/desk/consultations/received/", {"key": str(uuid4()), "caller": name, **CONSULTATION}, follow=True
    )
    assert answer.status_code == 200
    assert name in answer.content.decode()
    with unwalled():
        assert Consultation.objects.everywhere("what is kept").get().caller == name


def test_markup_is_shown_as_characters(town: Town) -> None:
    tanaka = signed_in("tanaka")
    evil = "<img src=x hx-get=/sign-out/ hx-trigger=load>{{7*7}}<script>alert(1)</script>"
    fields = {"key": str(uuid4()), "caller": evil[:100], "words": evil, **CONSULTATION}
    page = tanaka.post("/desk/consultations/received/", fields, follow=True).content.decode()
    assert "<img" not in page
    assert "<script>alert" not in page
    assert "{{7*7}}" in page


def test_pressed_twice_is_one_deed_and_one_answer(town: Town) -> None:
    tanaka = signed_in("tanaka")
    fields = {"key": str(uuid4()), "caller": "石井さん", **CONSULTATION}
    first, second = (tanaka.post("/desk/consultations/received/", fields) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert kept(Consultation) == 1


def test_another_one_cannot_use_somebodys_key(town: Town) -> None:
    fields = {"key": str(uuid4()), "caller": "石井さん", **CONSULTATION}
    first = signed_in("tanaka").post("/desk/consultations/received/", fields)
    second = signed_in("ogawa").post("/desk/consultations/received/", fields)
    assert first.status_code == 302
    assert second.status_code in {400, 409}
    assert kept(Consultation) == 1


def test_a_form_without_its_key_does_nothing_and_keeps_what_was_typed(town: Town) -> None:
    answer = signed_in("tanaka").post("/desk/consultations/received/", {"caller": "石井さん", **CONSULTATION})
    assert answer.status_code == 400
    assert "画面が古くなっています。" in answer.content.decode()
    assert "石井さん" in answer.content.decode()
    assert kept(Consultation) == 0


@pytest.mark.parametrize(
    "address",
    [
        "/search/?q=" + "あ" * 3_000,
        "/search/?q=%F0%28%8C%28",
        "/desk/households/?page=999999999",
        "/desk/households/?page=-1&page=x",
    ],
)
def test_strange_addresses_get_a_page_and_no_stack_trace(town: Town, address: str) -> None:
    answer = signed_in("tanaka").get(quote(address, safe="/?=&%"))
    assert answer.status_code in {200, 400, 404}


def test_half_of_a_deed_is_never_written(town: Town) -> None:
    """The second beat of a need fails (its person is of no household of ours): no ball is left without its matter."""
    story = one_household(town)
    before = kept(Need)
    tanaka = signed_in("tanaka")
    fields = {
        "key": str(uuid4()),
        "title": "だれかの家",
        "theme": "housing",
        "urgency": "usual",
        "person": str(uuid4()),
    }
    answer = tanaka.post(f"/desk/households/{story.case}/needs/", fields)
    assert answer.status_code == 422
    assert kept(Need) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04" + b"\x00" * 2_000, "CSV"),
        (b"%PDF-1.7 ", "CSV"),
        ("名称,住所\n畑,\x00".encode(), ""),
        ('名称,住所\n"閉じない,'.encode(), ""),
        (b"\xff\xfe" + "名称".encode("utf-16-le"), ""),
        (b"", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(town: Town, content: bytes, sentence: str) -> None:
    hayashi = signed_in("hayashi")
    page = hayashi.get("/town/imports/").content.decode()
    sent_to = re.findall(r'action="(/town/import[^"]*)"', page)[0]
    fields = {"key": str(uuid4()), "file": SimpleUploadedFile("places.csv", content)}
    answer = hayashi.post(sent_to, fields, follow=True)
    text = answer.content.decode()
    assert answer.status_code in {200, 400, 409, 422}
    assert sentence in text
    assert "誤り" in text or "できません" in text or "ください" in text
