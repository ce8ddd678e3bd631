"""The minutes as files: page one is the shared sheet, also with what somebody from outside wrote; only the host takes them along."""

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from marugoto.conferences.actions.outside import take_in_pledge, take_in_view
from marugoto.disclosure.models import Look
from marugoto.exchange import pdf
from marugoto.exchange.rules import docx
from marugoto.exchange.rules.paper import Grid, Heading, NewPage, Paper, Paragraph, Points
from marugoto.kernel.decision import Refused
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town
from tests.web.meeting.conftest import signed_in

pytestmark = pytest.mark.django_db
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = Paper(
    "会議録<&>",
    "取扱注意",
    [
        Heading("表", 2),
        Grid((("a", "b"), ("髙橋", "一行\n二行")), (1, 2)),
        NewPage(),
        Points(("点",)),
        Paragraph("*#字", bold=True),
    ],
)


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def words_of(file: bytes) -> list[str]:
    """Page by page."""
    with zipfile.ZipFile(BytesIO(file)) as packed:
        assert packed.testzip() is None
        for name in packed.namelist():
            ET.fromstring(packed.read(name))  # noqa: S314 — our own file
        body = packed.read("word/document.xml").decode()
    return [re.sub(r"<[^>]+>", " ", page) for page in body.split('<w:br w:type="page"/>')]


def test_page_one_is_the_shared_sheet_and_then_what_was_decided(town: Town, story: Story, tanaka: Client) -> None:
    at = town.later()
    take_in_pledge(by=town("tanaka"), at=at, seat=story.outside, said_at=at, words="話しません")
    take_in_view(by=town("tanaka"), at=at, seat=story.outside, said_at=at, said={"knows": "保健室には来ます。"})
    answer = tanaka.get(f"/meeting/conferences/{story.conference}/minutes.docx")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    first, second = words_of(answer.content)
    assert "将棋が好きだった。" in first
    assert "青木 千夏" in first
    assert "保健室には来ます。" in first
    assert "根拠: 支援会議(社会福祉法106条の6)" in first
    assert "将棋の会に名前を出さずに聞く。" not in first
    assert "将棋の会に名前を出さずに聞く。" in second
    assert "田中が探す" in second
    with unwalled():
        pages = Look.objects.within(town.body).values_list("page", "folders")
        looks = [folders for page, folders in pages if page == "meeting:minutes_docx"]
    assert looks
    assert looks[0], "the audit says what was carried out"


def test_the_pdf_is_made_for_keeping(story: Story, tanaka: Client) -> None:
    answer = tanaka.get(f"/meeting/conferences/{story.conference}/minutes.pdf")
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert b"pdfaid" in answer.content


def test_only_the_host_takes_them_along(story: Story) -> None:
    for file in ("minutes.docx", "minutes.pdf"):
        assert signed_in("yamashita").get(f"/meeting/conferences/{story.conference}/{file}").status_code == 404
        assert signed_in("nishimura").get(f"/meeting/conferences/{story.conference}/{file}").status_code == 404


def test_every_block_is_written_and_words_are_never_commands(town: Town) -> None:
    first, second = words_of(docx.written(ALL))
    assert "会議録&lt;&amp;&gt;" in first
    assert "髙橋" in first
    assert "*#字" in second
    assert docx.written(ALL) == docx.written(ALL)
    evil = Paper('#panic("x")', "s", [Paragraph('#image("/etc/passwd")'), *ALL.blocks])
    assert pdf.written(evil, at=town.now).startswith(b"%PDF-")


def test_a_character_without_a_shape_is_refused_in_a_sentence(town: Town) -> None:
    with pytest.raises(Refused, match="形のない文字"):
        pdf.written(Paper("外字\ue000", "s"), at=town.now)
