"""What stands in the forms of the town's room around what is missing and those who make places."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.beside import GROUND, farm
from tests.exchange.long_lists import begun
from tests.story import Story
from tests.town import Town
from tests.waited import lacking
from tests.web.filled import Fields, plain, soon, today

LONG_LIST = "名称,種別\n本町サロン,サロン\n".encode()  # it waits to be read, however short it is


def provision_said(name: str) -> Fields:
    return lambda *_: {
        "name": name,
        "does": "農家と事業所をつなぐ。",
        "audience": "働く場をさがす人",
        "lack": "work",
        "since": today(),
        "last": soon(),
        "contact": "県 地域福祉課 0000-11-2100",
        "ground": "order",
        "ground_words": "青嶺県農福連携推進要領3",
    }


def a_sheet(town: Town, _story: Story) -> dict[str, Any]:
    """Something is lacking, and planning has a team that can answer."""
    lacking(town, worker="hayashi")
    member = farm(town, "企画課", "planning-desk").pk
    return {"member": str(member), "title": "通院の足に応えられますか", "answer_by": soon()}


TOWN: tuple[tuple[str, str, Fields], ...] = (
    (
        "town:unmet_join",
        "hayashi",
        lambda town, story: {"@unmet": lacking(town, worker="hayashi").pk, "into": str(story.unmet)},
    ),
    ("town:unmet_step", "hayashi", lambda *_: {"words": "商店会に聞いた。", "next_on": soon()}),
    ("town:unmet_answer", "hayashi", plain(end="not_possible", text="圏域に場所がない。")),
    ("town:unmet_file", "hayashi", plain(lack="place", theme="withdrawal")),
    ("desk:waited_reply", "tanaka", plain(said="not_fitting")),
    (
        "town:member_admit",
        "hayashi",
        lambda *_: {
            "name": "図書館",
            "kind": "division",
            "ground": "order",
            "ground_words": GROUND,
            "since": today(),
        },
    ),
    (
        "town:undertake",
        "miyata",
        lambda *_: {
            "name": "収穫の日",
            "does": "だれでも来てよい日。",
            "goal": "月に一人、あたらしい人が来る。",
            "serves": "community",
            "lack": "place",
            "since": today(),
        },
    ),
    ("town:undertaking_end", "miyata", plain()),
    (
        "town:cooperation_ask",
        "miyata",
        lambda town, story: {"title": "送り迎え", "to": str(town.team("shakyo-region")), "answer_by": soon()},
    ),
    ("town:cooperation_answer", "hayashi", plain(said="together", words="3回いっしょに行きます。")),
    ("town:sheet_bring", "hayashi", a_sheet),
    ("town:member_end", "hayashi", plain(reason="課の統合")),
    ("town:provision_take", "hayashi", plain()),
    ("town:provision_leave", "hayashi", plain()),
    ("desk:provision_use", "tanaka", plain()),
    (
        "town:enquiry_ask",
        "hayashi",
        plain(about="community", question="南に昼の場所がない。", tried="公民館に聞いた。", trigger="heard"),
    ),
    (
        "pref:enquiry_answer",
        "kurokawa",
        lambda *_: {"words": "空き家の所有者を三人で訪ねます。", "adviser": "県社協 0000-11-3300", "visit": soon()},
    ),
    ("town:enquiry_outcome", "hayashi", plain(fruit="trying", words="一軒で試している。")),
    ("pref:provision_offer", "kurokawa", provision_said("農福連携の受け入れ先さがし")),
    ("pref:provision_change", "kurokawa", provision_said("県居住支援協議会の入居相談")),
    ("pref:provision_end", "kurokawa", plain(reason="国の事業に替わる")),
    ("town:import_yes", "hayashi", plain()),
    ("town:import_undo", "hayashi", plain()),
    ("town:import_stop", "hayashi", lambda town, story: {"@prepared": begun(town, LONG_LIST).pk}),
    (
        "town:import_send",
        "hayashi",
        lambda *_: {"file": SimpleUploadedFile("places.csv", "名称,住所\n畑の会,若葉台1-2".encode("utf-8-sig"))},
    ),
)
