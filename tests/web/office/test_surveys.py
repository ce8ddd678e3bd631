"""調査 by its pages: written down, put right, taken back; the six indicators read it; it stands beside a decision, with files."""

import re
import zipfile
from html import unescape
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marugoto.evaluation.actions.recount import count_everywhere
from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.rules.survey import QUESTIONS, Answers
from tests.papers import LETTER
from tests.town import Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.town.asking import sentence, words
from tests.weighed import decided, judgement_file, survey, talked

pytestmark = pytest.mark.django_db
SAID = {
    "question": "lonely",
    "since": "2026-09-01",
    "until": "2026-09-30",
    "population": "18歳以上の住民から無作為に",
    "asked": "1000",
    "answered": "400",
    "counted": "60",
    "source": "住民意識調査の報告書",
}


def page(client: Client, name: str, *args: object, **asked: str) -> Any:
    return client.get(reverse(f"office:{name}", args=args), asked)


def sent(client: Client, door: str, *args: object, **fields: object) -> Any:
    return client.post(reverse(f"office:{door}", args=args), {"key": str(uuid4()), **fields})


def test_the_cheapest_way_leads_to_the_form(town: Town, enter: Enter) -> None:
    hirata = enter("hirata")
    shown = page(hirata, "indicators", state="not_yet").content.decode()
    for one in QUESTIONS:
        address = f"/office/surveys/new/?question={one.code}"
        assert address in shown
        assert one.counted in words(hirata.get(address))
    assert "はじめの点の合計" in words(page(hirata, "survey_new", question="loneliness"))
    assert "はじめの点の合計" not in words(page(hirata, "survey_new", question="lonely"))
    assert page(hirata, "survey_new", question="nothing").status_code == 200


def test_what_was_written_is_listed_and_counted_the_next_time(town: Town, enter: Enter) -> None:
    hirata = enter("hirata")
    assert sentence(page(hirata, "surveys")) == "残した調査は、まだありません。"
    told = sent(hirata, "survey_write", **SAID)
    assert told.status_code == 302
    shown = words(hirata.get(told["Location"]))
    assert "1,000人にたずね、400人が答え、「しばしばある・常にある」と答えた数は60" in shown
    listed = page(hirata, "surveys")
    assert sentence(listed) == "残した調査は1回。6の問いのうち、1つをたずねています。"
    assert "1,000" in words(listed)
    assert "40%" in words(listed)
    assert "判定不能" in sentence(page(hirata, "indicator", "I37")), "a page counts nothing"
    count_everywhere(at=timezone.now(), due=True)
    said = "1,000人にたずねて400人が答え、60人(15%、幅11〜19%)"
    assert sentence(page(hirata, "indicator", "I37")) == f"「孤独の割合(住民)」は、{said}です。"
    assert said in words(page(hirata, "indicators", text="I37"))
    assert said in words(page(hirata, "standard"))
    assert words(page(hirata, "indicators", state="not_yet")).count("判定不能(U)") == 5
    assert sentence(page(hirata, "indicators")).endswith("出ているのは1、たずねないと分からないのは5です。")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"answered": "1001"}, "答えた数(1001)が、たずねた数(1000)より多くなっています。"),
        ({"counted": "401"}, "答えた数(400)より多くなっています。"),
        ({"asked": "0"}, "1以上で書いてください。"),
        ({"answered": "12.5"}, "整数"),
        ({"until": "2026-08-01"}, "始まりの日より前です。"),
        ({"until": "2030-08-01"}, "まだ来ていません。"),
        ({"population": ""}, "だれにたずねたか"),
    ],
)
def test_what_cannot_be_comes_back_with_its_reason(town: Town, enter: Enter, fields: Any, why: str) -> None:
    hirata = enter("hirata")
    told = sent(hirata, "survey_write", **SAID | fields)
    assert told.status_code == 422
    assert why in words(told)
    assert 'class="errors"' in told.content.decode()
    assert sentence(page(hirata, "surveys")) == "残した調査は、まだありません。"


@pytest.mark.parametrize("question", ["bank", ""])
def test_a_question_that_is_none_of_ours_is_refused(town: Town, enter: Enter, question: str) -> None:
    told = sent(enter("hirata"), "survey_write", **SAID | {"question": question})
    assert told.status_code == 422
    assert "どの問いの調査かがわかりません。" in words(told)
    assert sentence(page(enter("hirata"), "surveys")) == "残した調査は、まだありません。"


def test_a_survey_that_nobody_wrote_is_not_there(town: Town, enter: Enter) -> None:
    assert page(enter("hirata"), "survey", uuid4()).status_code == 404


def test_it_is_put_right_and_taken_back_and_all_of_it_stays_to_be_read(town: Town, enter: Enter) -> None:
    line, hirata = survey(town), enter("hirata")
    new = {name: value for name, value in SAID.items() if name != "question"}
    assert "直すわけ" in words(sent(hirata, "survey_change", line, **new))
    assert sent(hirata, "survey_change", line, **new, reason="打ちまちがい").status_code == 302
    assert sent(hirata, "survey_withdraw", line, why="").status_code == 422
    assert sent(hirata, "survey_withdraw", line, why="ほかの町の調査").status_code == 302
    said = words(page(enter("kuze"), "survey", line))
    for wanted in ("取り消した調査です。", "第1版", "第2版", "打ちまちがい", "ほかの町の調査", "812人が答え", "平田"):
        assert wanted in said, wanted
    assert sentence(page(hirata, "surveys")) == "残した調査は、まだありません。"
    assert "直す" not in words(page(enter("kuze"), "survey", line)).partition("履歴")[2]


def test_too_few_answers_say_so_and_stay_at_u(town: Town, enter: Enter) -> None:
    survey(town, answers=Answers(2000, 399, 200))
    survey(town, question=SurveyQuestion.ISOLATED, answers=Answers(29, 29, 3))
    survey(town, question=SurveyQuestion.LONELINESS, answers=Answers(25, 20, 110, 130))
    survey(town, question=SurveyQuestion.TRUST, answers=Answers(60, 40, 720))
    count_everywhere(at=timezone.now(), due=True)
    hirata = enter("hirata")
    assert "答えは399人。たずねた数の2割に届きません" in sentence(page(hirata, "indicator", "I40"))
    assert "答えは29人。30人に届きません" in sentence(page(hirata, "indicator", "I38"))
    assert "一人平均1.0点の減" in sentence(page(hirata, "indicator", "I36"))
    assert "一人平均3.0点" in sentence(page(hirata, "indicator", "I19"))
    lacking = words(page(hirata, "indicators", state="not_yet"))
    assert "たずねた数の2割に届きません" in lacking
    assert lacking.count("判定不能(U)") == 4


def test_behind_the_figure_stands_the_survey(town: Town, enter: Enter) -> None:
    told = page(enter("hirata"), "behind", "indicators", "I40")
    assert told.status_code == 302
    assert told["Location"] == "/office/surveys/?question=knows_where"


def test_a_decision_names_the_survey_and_the_file(town: Town, enter: Enter) -> None:
    line, talk, hirata = survey(town), talked(town), enter("hirata")
    assert "どの調査をよりどころにするか" in words(page(hirata, "judgement_new"))
    fields = {"follows": "yes", "decided": "続ける。", "decider": "庁議", "day": str(timezone.localdate())}
    told = sent(hirata, "judgement_write", **fields, waves=[str(line)], talks=[str(talk)])
    assert told.status_code == 302
    made = UUID(told["Location"].rstrip("/").rpartition("/")[2])
    report = SimpleUploadedFile("住民意識調査の報告書.pdf", LETTER)
    assert sent(hirata, "judgement_file_add", made, papers=report).status_code == 302
    shown = page(enter("kuze"), "judgement", made)
    packed = zipfile.ZipFile(BytesIO(page(enter("kuze"), "judgement_docx", made).content))
    paper = unescape(re.sub(r"<[^>]+>", "", packed.read("word/document.xml").decode()))
    for said in (words(shown), paper):
        assert "困ったときの相談先を知っているか(I40)" in said
        assert "2,000人にたずね、812人が答え、「知っている」と答えた数は406" in said
        assert "住民意識調査の報告書.pdf" in said
    assert page(enter("kuze"), "judgement_pdf", made).content.startswith(b"%PDF")


def test_a_file_is_saved_never_opened_and_gone_when_it_was_taken_out(town: Town, enter: Enter) -> None:
    paper, hirata, kuze = judgement_file(town), enter("hirata"), enter("kuze")
    answer = page(kuze, "judgement_file", paper)
    assert answer.content == LETTER
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert page(enter("tanaka"), "judgement_file", paper).status_code == 404
    assert sent(kuze, "judgement_file_remove", paper, why="わけ").status_code == 404
    told = sent(hirata, "judgement_file_remove", paper, why="")
    assert told.status_code == 422
    assert 'class="errors"' in told.content.decode()
    gone = sent(hirata, "judgement_file_remove", paper, why="ちがう紙だった")
    assert "外した" in words(hirata.get(gone["Location"]))
    assert "ちがう紙だった" in words(hirata.get(gone["Location"]))
    assert page(kuze, "judgement_file", paper).status_code == 404


def test_a_file_of_another_kind_is_refused_by_its_name(town: Town, enter: Enter) -> None:
    made, hirata = decided(town), enter("hirata")
    told = sent(hirata, "judgement_file_add", made, papers=SimpleUploadedFile("表.xlsx", b"PK\x03\x04more"))
    assert told.status_code == 422
    assert "「表.xlsx」はWordやExcelのファイルです。" in words(told)
    assert "ファイルが選ばれていません。" in words(sent(hirata, "judgement_file_add", made))


def test_who_may_not_write_reads(town: Town, enter: Enter) -> None:
    line, kuze = survey(town), enter("kuze")
    assert page(kuze, "surveys").status_code == page(kuze, "survey", line).status_code == 200
    assert page(kuze, "survey_new").status_code == 404
    assert "/surveys/new/" not in page(kuze, "indicators", state="not_yet").content.decode()
    assert sent(kuze, "survey_write", **SAID).status_code == 404
    assert page(enter("tanaka"), "surveys").status_code == 404


def test_many_ask_as_few(town: Town, enter: Enter) -> None:
    survey(town)
    made, hirata = decided(town), enter("hirata")
    asked = {"surveys": (), "judgement": (made,), "judgement_new": ()}
    few = {name: _asked(hirata, name, *args) for name, args in asked.items()}
    for place in range(34):
        survey(town, days=31 + place)
    for _ in range(4):
        sent(hirata, "judgement_file_add", made, papers=SimpleUploadedFile("報告書.pdf", LETTER))
    assert {name: _asked(hirata, name, *args) for name, args in asked.items()} == few
    assert few["surveys"] <= 8
    assert few["judgement"] <= 14


def _asked(client: Client, name: str, *args: object) -> int:
    with counted() as asked:
        assert page(client, name, *args).status_code == 200
    return len(asked)
