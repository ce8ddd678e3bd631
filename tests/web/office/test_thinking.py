"""要否, 棚おろし and 自己採点 by their pages: what is said, who may write, papers, and equal questions for few and many."""

import csv
import io
import re
import zipfile
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.recount import count_anew
from marugoto.evaluation.queries import necessity
from marugoto.evaluation.rules.necessity import Signal
from marugoto.evaluation.rules.necessity_sheet import sheet
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from tests.signs import held_at, signals_off
from tests.town import MINAMO, Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.town.asking import sentence, words
from tests.weighed import ALL_AGES, decided, rating_round, standing_at, system, talked, town_said, tried

pytestmark = pytest.mark.django_db
OURS = "公式の基準ではありません"


def page(client: Client, name: str, *args: object) -> Any:
    return client.get(reverse(f"office:{name}", args=args))


def sent(client: Client, door: str, *args: object, **fields: object) -> Any:
    return client.post(reverse(f"office:{door}", args=args), {"key": str(uuid4()), **fields})


def test_the_inventory_says_what_nothing_answers_for(town: Town, enter: Enter) -> None:
    hirata = enter("hirata")
    assert "地域包括支援センター" in words(page(hirata, "inventory"))  # a proposal to begin with
    system(town)
    shown = page(hirata, "inventory")
    assert sentence(shown) == "8のはたらきのうち6つは、果たしていると言える制度がありません。"
    said = words(shown)
    assert "「参加支援」を果たしていると言える制度は、まだありません。" in said
    assert "一部は、地域包括支援センター(全世代)が担っています。" in said
    assert "6.5" in said
    rows = list(csv.reader(io.StringIO(page(hirata, "inventory_table").content.decode("utf-8-sig"))))
    assert rows[1][:3] == [ALL_AGES.name, "高齢福祉課", "6.5"]
    assert rows[1][5] == "果たしている"
    assert "制度を書く" not in words(page(enter("kuze"), "inventory"))
    assert page(enter("tanaka"), "inventory").status_code == 404


def test_a_proposal_of_ours_is_only_a_beginning(town: Town, enter: Enter) -> None:
    new = enter("hirata").get(reverse("office:system_new"), {"of": "living"})
    assert 'value="生活困窮者自立相談支援"' in new.content.decode()
    told = sent(enter("hirata"), "system_write", name="相談", runner="社協", F2="whole")
    assert told.status_code == 422
    assert "よりどころがありません" in words(told)


def test_without_a_look_the_page_says_what_is_missing(town: Town, enter: Enter) -> None:
    shown = page(enter("hirata"), "necessity")
    assert sentence(shown) == "まだ判断できません。"
    said = words(shown)
    assert "思いこみは、よりどころになりません。" in said
    assert "判定できるようになるには" in said
    assert "いちばん手間のない次の一歩" in said
    assert "確かさ: まだ言えません(判断していないため)" in said
    assert OURS in said


def test_signs_that_all_are_unknown_give_no_no(town: Town, enter: Enter) -> None:
    """What an outsider found: 「いまの体制で整っています」 over seven signs that all said 「わからない」."""
    with standing_at():
        shown = page(enter("hirata"), "necessity")
        fresh = page(enter("hirata"), "judgement_new")
    assert sentence(shown) == "まだ判断できません。"
    assert words(shown).count("わからない") >= len(Signal)
    for said in (words(shown), words(fresh)):
        assert "すき間のしるし7つは、どれもまだ分かりません。" in said
        assert "重層は要りません。" not in said.partition("答えが変わる")[0]
        assert "点いているすき間はありません" not in said
        assert "確かさ: 確か" not in said


def test_a_no_gives_its_reasons_and_what_would_turn_it(town: Town, enter: Enter) -> None:
    no_gap(town)
    with standing_at():
        said = words(page(enter("kuze"), "necessity"))
    assert "重層は要りません。いまの体制で整っています。" in said
    assert "三つの機能の段階は「地域で支え合う」3・「支援機関どうしが支え合う」3・" in said
    assert "「狭間・複合が拾えない」(N1)が点くと → まず、いまある制度で試します" in said
    assert "すき間のしるし7つのうち7つが分かり、点いているのは0、消えているのは7です。" in said
    assert "二人以上の世帯で、二人目に会えた 20件中14件(70%)" in said
    assert "町のことば: 按分の事務は0.05人分、点くのは0.20人分から" in said
    assert "わからない" not in said
    assert "確かさ: 確か" in said


def test_page_decision_paper_and_mayor_say_the_same(town: Town, enter: Enter) -> None:
    """The same answer, the same reasons and the same sureness, wherever and by whomever it is read; ten days later, too."""
    no_gap(town)
    talk = talked(town)
    held_at(MINAMO, 3)
    count_anew(by=system_viewer(MINAMO, timezone.now()), at=timezone.now())
    found = necessity.weighed(town("hirata"))
    lines = [line for title, each in sheet(found) if title != "いつの数か" for line in each]
    made = decided(town, talks=[talk])
    planner, mayor = page(enter("hirata"), "necessity"), page(enter("kuze"), "necessity")
    assert sentence(planner) == sentence(mayor) == "重層は要りません。いまの体制で整っています。"
    for said in (words(planner), words(mayor)):
        assert "きょうの記録でも、答えは同じです。" in said
        for line in (*found.headline.lines[1:], *found.stands):
            assert line in said, line
    kept = words(page(enter("kuze"), "judgement", made))
    packed = zipfile.ZipFile(io.BytesIO(page(enter("kuze"), "judgement_docx", made).content))
    paper = unescape(re.sub(r"<[^>]+>", "", packed.read("word/document.xml").decode()))
    for line in lines:
        assert line in kept, line
        assert line in paper, line


def no_gap(town: Town) -> None:
    """Its records light no sign, and it says what no record knows."""
    signals_off(MINAMO)
    town_said(town, bookkeeping=5)


def test_a_decision_against_a_project_is_as_good_a_paper(town: Town, enter: Enter) -> None:
    talk = talked(town)
    no_gap(town)
    with standing_at():
        made = decided(town, talks=[talk])
    kuze = enter("kuze")
    shown = page(kuze, "judgement", made)
    assert sentence(shown) == "重層は要りません。いまの体制で整っています"
    packed = zipfile.ZipFile(io.BytesIO(page(kuze, "judgement_docx", made).content))
    text = packed.read("word/document.xml").decode()
    for wanted in (
        "重層は要りません",
        "令和8年度ニーズ調査",
        "北部の住民の会",
        "答えが変わる、いちばん小さな変化",
        "市長決裁",
    ):
        assert wanted in text, wanted
    assert OURS in packed.read("word/footer1.xml").decode()
    assert page(kuze, "judgement_pdf", made).content.startswith(b"%PDF")
    assert page(enter("tanaka"), "judgement", made).status_code == 404


def test_a_decision_is_written_by_its_form(town: Town, enter: Enter) -> None:
    talk, hirata = talked(town), enter("hirata")
    day = say_era(local_day(timezone.now()))  # of an earlier one the answer would be another
    typed = {"follows": "yes", "decided": "続ける。", "decider": "庁議", "day": day, "survey": "ニーズ調査"}
    no_gap(town)
    with standing_at():
        assert sent(hirata, "judgement_write", **typed).status_code == 422
        assert sent(hirata, "judgement_write", **typed, talks=[str(talk)]).status_code == 302
    assert "第1号" in words(page(hirata, "necessity"))
    assert sent(enter("kuze"), "judgement_write", **typed).status_code == 404


def test_an_answer_that_was_another_on_the_day_of_the_decision_is_told(town: Town, enter: Enter) -> None:
    """She sees a no, and the decision was of a day on which the town had not written what makes it one."""
    talk, hirata = talked(town), enter("hirata")
    no_gap(town)
    typed = {"follows": "yes", "decided": "続ける。", "decider": "庁議", "survey": "ニーズ調査", "talks": [str(talk)]}
    day = say_era(local_day(timezone.now()) - timedelta(days=200))
    with standing_at():
        shown = page(hirata, "judgement_new").content.decode()
        seen = re.search(r'name="seen" value="(\w+)"', shown)
        assert seen
        assert seen.group(1) == "N"
        unsaid = sent(hirata, "judgement_write", **typed | {"decider": ""}, day=day, seen="N")
        assert "答えは「まだ判断できません」です。" in words(unsaid), "what else is wrong does not keep it back"
        told = sent(hirata, "judgement_write", **typed, day=day, seen="N")
        assert told.status_code == 422
        assert f"{day}までの記録では、答えは「まだ判断できません」です。" in words(told)
        assert 'name="seen" value="W0"' in told.content.decode()
        later = sent(hirata, "judgement_write", **typed, day=day, seen="W0")
        assert later.status_code == 422, "the talk came after the decision"
        assert "決めた日よりあとの調査か話し合いが、よりどころに選ばれています。" in words(later)
        assert sent(hirata, "judgement_write", **typed | {"talks": []}, day=day, seen="W0").status_code == 302
    assert "まだ判断できません" in words(page(hirata, "necessity"))


def test_what_a_town_says_needs_its_source(town: Town, enter: Enter) -> None:
    hirata = enter("hirata")
    told = sent(hirata, "facts_say", law="unsure", N3="yes", source="組織図")
    assert told.status_code == 422
    assert "何で確かめたかを書いてください" in words(told)
    sent(hirata, "facts_say", law="unsure", N3="yes", said_source="社協に聞いた", staff="42.5", source="組織図")
    said = words(page(hirata, "necessity"))
    assert "福祉の第一線の職員は42.5人分" in said
    assert "町のことば: 社協に聞いた" in said


def test_scores_are_hidden_until_the_round_is_closed(town: Town, enter: Enter) -> None:
    made, tanaka, hirata = rating_round(town), enter("tanaka"), enter("hirata")
    shown = words(page(tanaka, "rating_round", made))
    assert "5人の点が届いています。閉じるまで、だれの点も見えません。" in shown
    assert "紙から。" not in shown
    assert "みんなの見方と、記録" not in shown
    assert "0から4の意味" in shown
    assert "2 動いた 決めたことが、記録の上で動いている。" in shown
    assert sent(tanaka, "rating_give", made, role="desk", F1="4").status_code == 302
    assert sent(tanaka, "rating_give", made, role="desk", F1="4").status_code == 422
    assert sent(tanaka, "rating_close", made).status_code == 404
    assert sent(hirata, "rating_close", made, words="話し合う。").status_code == 302
    shown = words(page(tanaka, "rating_round", made))
    assert "「支援機関どうしが支え合う」は、見方が割れています。点より先に話し合います。" in shown
    assert "0・1・2・3・4" in shown
    assert "紙から。" in shown
    assert "「振り返って直す」は、みんなの見方と記録が食い違っています。" in shown
    assert "みんなの見方の中央値は3ですが、記録の段階は判定不能です。" in shown
    assert "「調べて話し合ってから決める」(P.1): " in shown


def test_few_and_many_are_asked_for_alike(town: Town, enter: Enter) -> None:
    hirata, asked = enter("hirata"), []
    made = rating_round(town)
    names = [("inventory", 8), ("necessity", 14), ("town_facts", 14), ("rating_rounds", 8), ("judgement_new", 14)]
    for turn in range(2):
        for _time in range(1 + 4 * turn):
            system(town)
            tried(town, Signal.N2)
            town_said(town)
            decided(town)
        count_anew(by=system_viewer(MINAMO, timezone.now()), at=timezone.now())
        found = {}
        for name, _most in names:
            page(hirata, name)
            with counted() as lines:
                page(hirata, name)
            found[name] = lines
        with counted() as lines:
            page(hirata, "rating_round", made)
        found["rating_round"] = lines
        asked.append(found)
    for name, most in [*names, ("rating_round", 14)]:
        few, many = (found[name] for found in asked)
        assert len(few) == len(many) <= most, f"{name}\n" + "\n".join(many)
