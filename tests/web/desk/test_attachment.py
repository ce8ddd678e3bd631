"""A letter, a photo, a scan beside a record: open to whom the record is open, whole or not at all, and gone with a misfiled entry."""

from io import BytesIO
from typing import Any
from urllib.parse import unquote
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from marugoto.casework.actions import journal
from marugoto.casework.models import JournalEntry
from marugoto.disclosure.actions.attachment import Paper, take_back
from marugoto.disclosure.models import Attachment, AttachmentContent, AttachmentRemoval, Look
from marugoto.disclosure.queries.attachment import Changed, whole
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from tests.begun import heard
from tests.database import unwalled
from tests.papers import LETTER, PLACE, photo, scan
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
SAID = "主治医の手紙を預かった。"


def sent(*files: SimpleUploadedFile, **more: Any) -> dict[str, Any]:
    return {"key": str(uuid4()), "words": SAID, "method": "window", "papers": list(files)} | more


def letter(name: str = "主治医の手紙.pdf", content: bytes = LETTER) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/html")


def send(story: Story, *files: SimpleUploadedFile) -> HttpResponse:
    return signed_in("tanaka").post(f"/desk/households/{story.case}/journal/", sent(*files))


def kept(model: Any = Attachment) -> list[Any]:
    with unwalled():
        return list(model.objects.everywhere("what is kept").order_by("made_at", "pk"))


def entry_of(row: Attachment) -> JournalEntry | None:
    return next((one for one in kept(JournalEntry) if one.pk == row.matter), None)


def written(town: Town, story: Story, *papers: Paper) -> JournalEntry:
    now = timezone.now()
    by = town("tanaka").at_moment(now)
    return journal.write(by=by, at=now, case=story.case, words=SAID, papers=papers or [Paper("手紙.pdf", LETTER)])


def test_it_is_kept_with_its_entry_and_shown_beside_it(story: Story) -> None:
    before = len(kept())
    picture = SimpleUploadedFile("玄関.jpeg", photo())
    assert send(story, letter(), picture).status_code == 302
    pdf, jpeg = sorted(kept()[before:], key=lambda row: row.kind, reverse=True)
    entry = entry_of(pdf)
    assert entry
    assert entry.words == SAID
    assert (pdf.folder_id, jpeg.matter) == (entry.folder_id, entry.pk)
    page = text(signed_in("tanaka").get(f"/desk/households/{story.case}/"))
    assert "主治医の手紙.pdf PDF・1KB・田中 美咲が" in page
    assert "玄関.jpg 写真(JPEG)・" in page


def test_it_is_handed_out_as_a_file_and_nothing_in_it_runs(story: Story) -> None:
    send(story, letter("../佐藤さんの手紙.html", LETTER))
    row = kept()[-1]
    answer = signed_in("tanaka").get(f"/desk/attachments/{row.pk}/")
    assert (answer.status_code, answer.content) == (200, LETTER)
    assert answer["Content-Type"] == "application/pdf"
    assert unquote(answer["Content-Disposition"]) == "attachment; filename*=utf-8''佐藤さんの手紙.html.pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in answer["Cache-Control"]


def test_a_photo_goes_in_with_its_place_and_comes_out_without(story: Story) -> None:
    send(story, SimpleUploadedFile("家.jpg", photo()))
    answer = signed_in("tanaka").get(f"/desk/attachments/{kept()[-1].pk}/")
    assert PLACE in photo()
    assert PLACE not in answer.content
    with Image.open(BytesIO(answer.content)) as picture:
        assert picture.size == (40, 80)
    assert [row for row in kept(AttachmentContent) if PLACE in bytes(row.content)] == []


def test_whoever_opens_it_is_written_down(story: Story) -> None:
    before = len(kept(Look))
    signed_in("tanaka").get(f"/desk/attachments/{story.attachment}/")
    row = kept(Look)[-1]
    assert len(kept(Look)) == before + 1
    assert (row.page, row.matter) == ("desk:attachment", str(story.attachment))
    assert [folder for folder, *_ in row.folders] == [str(kept()[0].folder_id)]


@pytest.mark.parametrize("worker", ["mori", "ogawa", "hayashi", "shiraishi", "nishimura"])
def test_who_does_not_see_the_entry_finds_no_file(story: Story, worker: str) -> None:
    """The same answer, byte for byte, as for a file that never was."""
    client = signed_in(worker)
    answers = [client.get(f"/desk/attachments/{one}/") for one in (story.attachment, uuid4())]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert client.get(f"/desk/households/{story.case}/attachments/").status_code == 404
    assert client.post(f"/desk/attachments/{story.attachment}/removal/", {"key": str(uuid4())}).status_code == 404
    assert len(kept()) == 1


@pytest.mark.postgres
def test_the_database_itself_hides_it(town: Town, story: Story) -> None:
    for worker, count in (("tanaka", 1), ("ogawa", 0)):
        with transaction.atomic(), entered(town(worker)):
            assert Attachment.objects.within(town.body).count() == count
            assert AttachmentContent.objects.within(town.body).count() == count


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("手紙.pdf", b"<script>alert(1)</script>"), "「手紙.pdf」は、付けられる形ではありません。"),
        (SimpleUploadedFile("手紙.docx", b"PK\x03\x04"), "PDFとして保存"),
        (SimpleUploadedFile("家.jpg", photo()[:300]), "「家.jpg」は、途中で切れているか、壊れています。"),
    ],
)
def test_a_file_that_is_refused_takes_nothing_with_it(story: Story, file: SimpleUploadedFile, sentence: str) -> None:
    """Neither the entry nor the good file before it is kept; what was typed stands in the form."""
    entries, files = len(kept(JournalEntry)), len(kept())
    answer = send(story, letter(), file)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert f">\n{SAID}</textarea>" in answer.content.decode()
    assert (len(kept(JournalEntry)), len(kept()), len(kept(AttachmentContent))) == (entries, files, files)


def test_six_at_once_are_refused(story: Story) -> None:
    answer = send(story, *(letter(f"{number}.pdf") for number in range(6)))
    assert answer.status_code == 422
    assert "一度に付けられるのは5つまでです。" in text(answer)


@pytest.mark.parametrize("where", ["household", "need", "consultation"])
def test_too_much_at_once_is_said_and_the_words_stay(story: Story, town: Town, settings: Any, where: str) -> None:
    settings.MARUGOTO_UPLOAD_LIMIT_BYTES = 60
    one = heard(town).pk
    address = {
        "household": f"/desk/households/{story.case}/journal/",
        "need": f"/desk/needs/{story.need}/journal/",
        "consultation": f"/desk/consultations/{one}/lines/",
    }[where]
    answer = signed_in("tanaka").post(address, sent(letter(), kind="talked"))
    assert answer.status_code == 422
    assert "送られたファイルが大きすぎます" in text(answer)
    assert SAID in answer.content.decode()
    assert len(kept()) == 1


def test_a_correction_has_what_the_entry_had_and_gives_it_back(town: Town, story: Story) -> None:
    old = written(town, story)
    now = timezone.now()
    by = town("tanaka").at_moment(now)
    new = journal.supersede(by=by, at=now, entry=old.pk, words="手紙を2通預かった。")
    assert kept()[-1].matter == new.pk
    journal.take_out(by=by, at=now, entry=new.pk)
    assert kept()[-1].matter == old.pk
    assert kept(AttachmentRemoval) == []


def test_a_misfiled_entry_leaves_with_everything_attached(town: Town, story: Story) -> None:
    old = written(town, story, Paper("手紙.pdf", LETTER), Paper("図.png", scan()))
    gone = [row for row in kept() if row.matter == old.pk]
    now = timezone.now()
    journal.take_out(by=town("tanaka").at_moment(now), at=now, entry=old.pk)
    assert [row.matter for row in kept()] == [story.entry]
    assert len(kept(AttachmentContent)) == 1
    assert {stone.attachment_ref for stone in kept(AttachmentRemoval)} == {row.pk for row in gone}
    tanaka = signed_in("tanaka")
    assert tanaka.get(f"/desk/attachments/{gone[0].pk}/").status_code == 404
    assert "外した添付が2件あります" in text(tanaka.get(f"/desk/households/{story.case}/attachments/"))


def test_one_added_by_mistake_is_taken_back_and_the_words_stay(town: Town, story: Story) -> None:
    tanaka, entry = signed_in("tanaka"), written(town, story).pk
    row = kept()[-1]
    assert "「手紙.pdf」を外す" in text(tanaka.get(f"/desk/journal/{entry}/"))
    answer = tanaka.post(f"/desk/attachments/{row.pk}/removal/", {"key": str(uuid4())}, follow=True)
    assert answer.redirect_chain == [(f"/desk/journal/{entry}/", 302)]
    assert "添付を外しました。" in text(answer)
    assert "手紙.pdf" not in text(answer)
    assert row.pk not in {one.pk for one in kept()}
    assert [stone.attachment_ref for stone in kept(AttachmentRemoval)] == [row.pk]
    assert any(one.pk == entry for one in kept(JournalEntry))


def test_another_one_of_the_team_does_not_take_it_back(town: Town, story: Story) -> None:
    now = timezone.now()
    hoshi = town("hoshi").at_moment(now)
    assert whole(hoshi, story.attachment)
    with pytest.raises(Refused, match="付けた人だけが、添付を外せます。"):
        take_back(by=hoshi, at=now, attachment=story.attachment)


def test_a_consultation_has_its_papers_too(town: Town, story: Story) -> None:
    tanaka, one = signed_in("tanaka"), heard(town).pk
    form = sent(letter("督促状.pdf"), kind="talked")
    assert tanaka.post(f"/desk/consultations/{one}/lines/", form).status_code == 302
    page = tanaka.get(f"/desk/consultations/{one}/")
    assert "督促状.pdf" in text(page)
    assert "「督促状.pdf」を外す" in text(page)
    row = kept()[-1]
    assert row.matter == one
    answer = tanaka.post(f"/desk/attachments/{row.pk}/removal/", {"key": str(uuid4())})
    assert answer["Location"] == f"/desk/consultations/{one}/"


def test_a_first_consultation_comes_with_its_paper(story: Story) -> None:
    said = {f"urgent_{check}": "not_asked" for check in ("food", "bed", "violence", "life")}
    form = sent(letter("督促状.pdf"), day=timezone.localdate().isoformat(), channel="window", **said)
    answer = signed_in("tanaka").post("/desk/consultations/received/", form)
    assert answer.status_code == 302
    assert answer["Location"] == f"/desk/consultations/{kept()[-1].matter}/"


def test_the_list_and_the_pack_name_them(story: Story) -> None:
    tanaka = signed_in("tanaka")
    listed = text(tanaka.get(f"/desk/households/{story.case}/attachments/"))
    assert "記録に付けたものが1件あります。" in listed
    assert "手紙.pdf PDF・1KB 田中 美咲" in listed
    assert "添付 手紙.pdf" in text(tanaka.get("/desk/succession/pack/"))


def test_many_attachments_ask_no_more_than_one(town: Town, story: Story) -> None:
    tanaka = signed_in("tanaka")
    pages = [f"/desk/households/{story.case}/attachments/", f"/desk/households/{story.case}/"]
    few = [asked(tanaka, page) for page in pages]
    for number in range(12):
        written(town, story, *(Paper(f"{number}-{place}.pdf", LETTER) for place in range(5)))
    assert [asked(tanaka, page) for page in pages] == few
    assert few[0] <= 8
    assert "記録に付けたものが61件あります。" in text(tanaka.get(pages[0]))
    assert "0-0.pdf" in text(tanaka.get(f"{pages[0]}?page=2"))


def asked(client: Any, page: str) -> int:
    client.get(page)
    with counted() as statements:
        assert client.get(page).status_code == 200
    return len(statements)


def test_changed_bytes_are_not_handed_out(town: Town, story: Story) -> None:
    with transaction.atomic(), entered(town("tanaka")):
        rows = AttachmentContent.objects.within(town.body).filter(attachment=story.attachment)
        rows.update(content=LETTER + b"more")
    with pytest.raises(Changed):
        whole(town("tanaka"), story.attachment)


def test_the_door_of_the_file_stands_under_the_desk(story: Story) -> None:
    attachment: UUID = story.attachment
    assert reverse("desk:attachment", args=[attachment]) == f"/desk/attachments/{attachment}/"
