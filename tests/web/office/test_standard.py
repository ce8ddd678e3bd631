"""整備の基準 and its indicators: what the planner reads, how it moves with the work, and that it is always said whose idea it is."""

import re
from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.measure import compute
from marugoto.evaluation.actions.recount import count_everywhere
from marugoto.evaluation.rules.half_year import last_days
from marugoto.evaluation.rules.stage import Function
from marugoto.evaluation.standards import CRITERIA, OURS
from marugoto.kernel.era import say_era, say_moment
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import Line, tell
from tests.town import MINAMO, Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.office.figures import answered, count, handed_over

pytestmark = pytest.mark.django_db

STANDARD, FALLS = "/office/standard/", "/office/standard/criteria/F2.2/"
STATEMENTS = "/office/standard/statements/"
BALLS, CONTACT = "/office/indicators/I06/", "/office/indicators/I01/"


def text(response: HttpResponse) -> str:
    """What is read, drawings included."""
    assert response.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def h1(response: HttpResponse) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.S)
    assert found
    return re.sub(r"<[^>]+>", "", found.group(1)).strip()


def test_a_new_town_is_told_what_is_missing_and_what_begins_it(enter: Enter) -> None:
    page = enter("hirata").get(STANDARD)
    assert h1(page) == "この町がどこにいるかは、まだ言えません。判定できる基準が、まだありません。"
    said = text(page)
    assert "次の一歩" in said.partition("この基準について")[0]
    assert "一行を書くだけで判定できる基準が" in said
    assert "要の基準3のうち、判定できるのは0。あと3で、段階が言えます。" in said
    assert "いちばん手前" not in said, "of what nobody knows nothing is said to be low"
    assert "0 未着手 要の基準" not in said
    assert "まだ判定できない基準 8" in said
    assert "判定不能 U" in said
    assert "2 動いた 決めたことが、記録の上で動いている。" in said
    assert not re.search(r"(?<!\d)0%", said)
    assert OURS in said
    assert "合計点は出しません" in said
    for one in CRITERIA:
        assert f"{one.code}" in said
        assert one.name in said


def test_one_statement_changes_the_headline(enter: Enter) -> None:
    """It is said at once how far the town has come, and the next step is another one."""
    hirata = enter("hirata")
    before = hirata.get(STANDARD)
    attested(hirata, "F3.2", "template")
    after = hirata.get(STANDARD)
    assert h1(after) == "基準32のうち、判定できるのは1つです。どの機能が弱いかは、まだ言えません。"
    assert next_step(after) != ""
    assert h1(before) != h1(after)
    assert "要の基準3のうち、判定できるのは1。あと2で、段階が言えます。" in text(after)
    told = next_step(after)
    attested(hirata, "F3.1", "channels")
    assert next_step(hirata.get(STANDARD)) != told


def attested(client: Client, code: str, statement: str) -> None:
    until = (local_day(timezone.now()) + timedelta(days=300)).isoformat()
    fields = {"statement": statement, "word": "yes", "words": "4月に決めた", "until": until, "key": str(uuid4())}
    assert client.post(f"/office/standard/criteria/{code}/statements/", fields).status_code == 302


def next_step(response: HttpResponse) -> str:
    found = re.search(r"次の一歩</b>(.*?)(?:<br>|</p>)", response.content.decode(), re.S)
    return re.sub(r"<[^>]+>", "", found.group(1)).strip() if found else ""


def test_of_thirty_statements_three_are_shown_and_the_others_folded(enter: Enter) -> None:
    page = enter("hirata").get(STATEMENTS)
    assert h1(page) == "つぎに言うとよいのは、この3つです。一行ずつでかまいません。"
    open_part, folded = page.content.decode().split("あとで言うこと")
    assert open_part.count("、一行で書きます。") == 3
    assert folded.count("、一行で書きます。") == 27
    assert folded.count('<details class="earlier">') == len(Function)
    nearest = re.findall(r"criteria/([^/]+)/#statements", open_part)
    attested(enter("hirata"), nearest[0], dict(KEYS)[nearest[0]])
    again = text(enter("hirata").get(STATEMENTS))
    assert "言ったこと" in again
    assert "4月に決めた" in again.partition("あとで言うこと")[0]


KEYS = [
    (one.code, ask.key) for one in CRITERIA for ask in reversed(one.statements)
]  # the first of each is kept by dict()


def test_the_sentence_says_where_it_stands_and_the_next_step(enter: Enter) -> None:
    answered(17, of=41)
    page = enter("hirata").get(FALLS)
    assert (
        h1(page)
        == "「ボールが落ちない」は「1 決めた」まで来ています。「期限までの返事」があと12件多ければ、「動いた」になります。"
    )
    said = text(page)
    assert "期限までの返事は41件中17件(41%)。2 になるのは 29件(70%)から、3 は 37件(90%)から。" in said
    assert "2 まで あと12件" in said
    assert "確かさ: 確か(41件)" in said
    assert "受け取ったあとの支援のよしあし。" in said
    assert "社会福祉法106条の3第1項3号" in said
    assert "定義 F2.2 v0" in said
    assert OURS in said


def test_every_figure_says_up_to_when_it_was_counted(enter: Enter) -> None:
    hirata = enter("hirata")
    for address in (STANDARD, FALLS, BALLS):
        assert "まだ一度も数えていません。" in text(hirata.get(address))
    answered(17, of=41)
    at = timezone.now() - timedelta(hours=2)
    count(at)
    for address in (STANDARD, FALLS, BALLS):
        assert f"{say_moment(at)}までの記録" in text(hirata.get(address))


def test_whoever_reads_asks_to_count_again(enter: Enter) -> None:
    answered(17, of=41)
    hirata = enter("hirata")
    tell([Line("ball.offered", "one more", 1, offer="one more", due=2)], after=500)
    page = hirata.get(BALLS)
    assert "41件中17件" in text(page)
    key = re.search(r'name="key" value="([^"]+)"', page.content.decode())
    assert key
    sent = hirata.post("/office/standard/counts/", {"key": key.group(1), "back": "I06"}, follow=True)
    assert sent.redirect_chain == [(BALLS, 302)]
    assert "計算しなおしを頼みました。" in text(sent)
    assert "計算しなおしています。" in text(hirata.get(BALLS))
    assert count_everywhere(at=timezone.now(), due=False) == 1
    assert "計算しなおしています。" not in text(hirata.get(BALLS))
    assert count_everywhere(at=timezone.now(), due=False) == 0, "nobody waits"


def test_the_forty_are_found_by_their_words_and_open(enter: Enter) -> None:
    hirata = enter("hirata")
    page = hirata.get("/office/indicators/")
    assert page.content.decode().count("<details>") == 41, "I31 has a longer time beside it"
    assert h1(page) == "指標は41。記録から数が出ているのは0、たずねないと分からないのは6です。"
    answered(17, of=41)
    said = text(hirata.get("/office/indicators/?text=ボール応答"))
    assert "I06 ボール応答率 41件中17件(41%)" in said
    assert "I01 受け止め率" not in said
    asked = text(hirata.get("/office/indicators/?state=not_yet"))
    assert "いちばん安い残し方" in asked
    assert asked.count("判定不能(U)") == 6
    assert "あてはまる指標がありません。" in text(hirata.get("/office/indicators/?text=ｘｘｘ"))


def test_the_next_step_leads_to_the_rows_it_is_about(enter: Enter) -> None:
    answered(17, of=41)
    assert "/office/standard/criteria/F2.2/rows/" in enter("hirata").get(FALLS).content.decode()


def test_few_cases_give_no_percentage(enter: Enter) -> None:
    answered(3, of=4)
    page = enter("hirata").get(FALLS)
    assert "4件中3件(少ないので割合は出しません)" in text(page)
    assert "75%" not in text(enter("hirata").get(BALLS))


def test_half_years_held_fast_are_shown(town: Town, enter: Enter) -> None:
    at = timezone.now()
    for last in last_days(local_day(at), 2):
        compute(by=system_viewer(MINAMO, at), at=at, last=last)
    assert "半期ごとに残した段階" in text(enter("hirata").get(FALLS))
    assert text(enter("hirata").get(BALLS)).count("半期 0件") == 2


def test_the_figures_move_with_the_work(town: Town, enter: Enter) -> None:
    hirata = enter("hirata")
    assert "まだ1件もありません" in text(hirata.get(BALLS))
    handed_over(town, "佐藤さん", caught=False, days_ago=0)
    assert "まだ期限の前 1件" in text(hirata.get(BALLS))
    handed_over(town, "石井さん", caught=True)
    assert "1件中1件" in text(hirata.get(BALLS))
    handed_over(town, "原さん", caught=False)
    assert "2件中1件" in text(hirata.get(BALLS))
    assert "期限までの返事は2件中1件" in text(hirata.get(FALLS))


@pytest.mark.parametrize(("address", "name"), [(CONTACT, "受け止め率"), (BALLS, "ボール応答率")])
def test_an_indicator_says_what_it_does_not_say_and_what_it_could_change(enter: Enter, address: str, name: str) -> None:
    said = text(enter("hirata").get(address))
    assert name in said
    for term in ("言うこと", "言えないこと", "向き", "変えられる決定", "定義", "もとの記録を見る", "数字"):
        assert term in said, term
    assert "公式の指標ではありません。配分には使えません。" in said


def test_an_indicator_that_is_not_there(enter: Enter) -> None:
    hirata = enter("hirata")
    assert hirata.get("/office/indicators/I99/").status_code == 404
    assert hirata.get("/office/indicators/F2.2/").status_code == 404


@pytest.mark.parametrize("address", [STANDARD, FALLS, STATEMENTS, BALLS])
def test_for_those_who_think_about_the_whole(enter: Enter, address: str) -> None:
    for worker in ("hirata", "yamazaki", "kuze", "mori"):
        assert enter(worker).get(address).status_code == 200, worker
    for worker in ("tanaka", "okamoto", "hayashi", "shiraishi", "honma"):
        assert enter(worker).get(address).status_code == 404, worker


def test_ten_facts_and_a_thousand_cost_the_same(enter: Enter) -> None:
    hirata, costs = enter("hirata"), []
    hirata.get(STANDARD)  # what is kept in memory for a minute
    for number, after in ((10, 0), (490, 1_000)):
        answered(number // 2, of=number, after=after)
        for address, most in ((STANDARD, 14), (FALLS, 14), (BALLS, 8), (STATEMENTS, 14)):
            with counted() as asked:
                assert hirata.get(address).status_code == 200
            assert len(asked) <= most, "\n".join(asked)
            costs.append(len(asked))
    assert costs[:4] == costs[4:]


def test_what_the_body_says_is_asked_for_and_kept(enter: Enter) -> None:
    hirata = enter("hirata")
    page, address = hirata.get("/office/standard/criteria/F3.2/"), "/office/standard/criteria/F3.2/statements/"
    assert "返事のひな形が決まっている" in text(page)
    sent = {"statement": "template", "word": "yes", "words": "4月に決めた", "key": str(uuid4())}
    refused = hirata.post(address, sent | {"until": "2020-01-01"})
    assert refused.status_code == 422
    assert "いつまで言えるかの日が過ぎています。" in text_of(refused)
    until = (local_day(timezone.now()) + timedelta(days=300)).isoformat()
    assert hirata.post(address, sent | {"until": until, "key": str(uuid4())}).status_code == 302
    said = text(hirata.get("/office/standard/criteria/F3.2/"))
    assert "4月に決めた" in said
    assert "平田 裕子" in said
    assert "1 決めた" in said
    assert "4月に決めた" in text(hirata.get(STATEMENTS))
    assert f"{say_era(date.fromisoformat(until))}まで" in said  # next year's day is not taken for this year's
    assert OURS in text(hirata.get(STATEMENTS))


def test_own_words_stand_beside_ours(enter: Enter) -> None:
    hirata = enter("hirata")
    sent = {"part": "name", "words": "渡したものが消えない", "reason": "町のことば", "key": str(uuid4())}
    assert "ちがいはありません。" in text(hirata.get("/office/standard/"))
    assert "私たちの案とのちがい 「私たちの案」は" in text(hirata.get(STATEMENTS))
    assert "ちがいはありません。私たちの案のまま使っています。" in text(hirata.get(STATEMENTS))
    assert hirata.post(f"{FALLS}words/", sent).status_code == 302
    for address in (FALLS, STATEMENTS):
        said = text(hirata.get(address))
        assert "渡したものが消えない" in said
        assert "わたしたちの案: ボールが落ちない" in said
    assert "私たちの案とのちがい 1" in text(hirata.get(STATEMENTS))
    page = hirata.get("/office/standard/")
    assert "この町のことばに書きかえたところが1あります。" in text(page)
    assert f'href="{STATEMENTS}#words"' in page.content.decode()
    assert "渡したものが消えない" in text(hirata.get(STANDARD))


def test_who_only_reads_is_told_who_writes(enter: Enter) -> None:
    kuze = enter("kuze")
    for address, words in ((FALLS, "言明を書けるのは"), (STATEMENTS, "進め方を決めるのは")):
        said = kuze.get(address)
        assert f"{words}、企画・司令塔・課長です。" in text(said)
        forms = re.findall(r'<form[^>]*action="([^"]+)"', body_of(said))
        assert set(forms) <= {"/office/standard/counts/"}, "he may have the figures counted again, and write nothing"


def test_a_criterion_that_is_not_there(enter: Enter) -> None:
    assert enter("hirata").get("/office/standard/criteria/F9.9/").status_code == 404


def text_of(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def body_of(response: HttpResponse) -> str:
    """The part between the head of the page and its foot."""
    return response.content.decode().partition("<main")[2].partition("</main>")[0]
