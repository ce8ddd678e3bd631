"""What stands in the forms of the review cycle."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from marugoto.evaluation.actions.plan import set_aim
from marugoto.evaluation.queries import indicator_ledger as ledger
from marugoto.evaluation.rules.pruning import propose
from tests.reviewed import means, review_with
from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, plain, soon, today

HELD = ("means_decision", "means_change", "means_effect", "means_undo", "pilot", "pilot_end", "opinion_answer")
HELD_BY_THE_PLANNER = {f"office:{name}": "hirata" for name in HELD}  # others who walk about find nothing there
PAPERS_OF_REVIEWS = ("office:review_docx", "office:review_pdf")
CHANGED = {"proof": "procedure", "was": "返事の係は決めない。", "becomes": "当番が14日のうちに電話する。"}
A_LIST = "指標,単位,目標,月の手入力(分),義務\nサロンの数,か所,30,15,\n事業報告,件,,5,○\n".encode("utf-8-sig")


def a_question(town: Town, _story: Story) -> dict[str, Any]:
    about = str(means(town, name="朝の見守り").pk)
    return {"question": "なぜ続かないのか。", "level": "concerned", "means": [about], "due": soon()}


def a_publication(town: Town, _story: Story) -> dict[str, Any]:
    closed = str(review_with(town).scope.review_id)
    return {"@review": closed, "published": today(), "where": "市ホームページ", "outside": "手段まで変えた。"}


def a_pilot(town: Town, _story: Story) -> dict[str, Any]:
    about, team = means(town, name="夕方の見守り").pk, town("hirata").team
    words = {"words": "一つの町内で試す。", "stop_rule": "ひと月で0件ならやめる。"}
    return words | {"means": str(about), "team": str(team), "since": today(), "until": soon()}


def a_line(town: Town, _story: Story) -> dict[str, Any]:
    aim = set_aim(by=town("hirata"), at=town.later(), name="ひとりにならない")
    return {"aim": str(aim.pk), "end": f"means:{means(town, name='お茶の会').pk}", "assumption": "顔が分かる。"}


def the_names(town: Town, _story: Story) -> dict[str, Any]:
    """Of all that stand by now, as the page shows them: they are few, so that none is a seed or put aside."""
    found = propose(ledger.candidates(ledger.book(town("hirata"))))
    assert found.seeds + found.parked == ()
    named = {"decision": "返事の係の置き方", "turning": "50%を下回ったら"}
    return {f"{name}-{row.hex}": words for row in found.live for name, words in named.items()}


REVIEWS: tuple[tuple[str, str, Fields], ...] = (
    ("office:review_open", "hirata", a_question),
    ("office:review_cite", "hirata", plain(picked=["I06"])),
    ("office:review_join", "hirata", plain(parties=["residents", "family"])),
    (
        "office:review_answer",
        "hirata",
        plain(said="keep", reason="足りている。", would_change="半分を下回ったら変える。"),
    ),
    ("office:review_close", "hirata", plain(why_kept="いまの手段で足りている。")),
    ("office:review_publish", "hirata", a_publication),
    ("office:means_change", "hirata", lambda *_: CHANGED | {"effective": today(), "check_on": soon()}),
    ("office:means_effect", "hirata", plain(said="worse", words="44件中12件になった。")),
    ("office:means_undo", "hirata", plain(undone="人が足りない。")),
    ("office:pilot_begin", "hirata", a_pilot),
    ("office:pilot_end", "hirata", plain(end="stopped", finding="夕方は人がいない。")),
    ("office:opinion_give", "tanaka", plain(party="family", words="返事が来ない。")),
    ("office:opinion_answer", "hirata", plain(said="not_now", words="来年度に考えます。")),
    ("office:opinion_tell", "tanaka", plain(of="answer", how="電話で")),
    ("office:outline_aim", "hirata", plain(aim_name="だれかと食べる日がある")),
    ("office:outline_means", "hirata", lambda *_: {"name": "会食の会", "runner": "社協", "since": today()}),
    ("office:outline_link", "hirata", a_line),
    ("office:outline_cut", "hirata", plain()),
    ("office:ledger_add", "hirata", plain(name="会食の回数", sort="output", way="up")),
    ("office:ledger_bring", "hirata", lambda *_: {"file": SimpleUploadedFile("indicators.csv", A_LIST)}),
    ("office:ledger_value", "hirata", lambda *_: {"day": today(), "value": "12"}),
    ("office:ledger_stand", "hirata", plain(to="parked")),
    ("office:ledger_back", "hirata", plain()),
    ("office:prune", "hirata", the_names),
)
