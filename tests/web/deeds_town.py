"""What stands in the forms of the town's room around what is missing and those who make places."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.beside import GROUND
from tests.waited import lacking
from tests.web.filled import Fields, plain, soon, today

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
        lambda *_: {"name": "収穫の日", "does": "だれでも来てよい日。", "lack": "place", "since": today()},
    ),
    ("town:undertaking_end", "miyata", plain()),
    (
        "town:cooperation_ask",
        "miyata",
        lambda town, story: {"title": "送り迎え", "to": str(town.team("shakyo-region")), "answer_by": soon()},
    ),
    ("town:cooperation_answer", "hayashi", plain(said="together", words="3回いっしょに行きます。")),
    ("town:member_end", "hayashi", plain(reason="課の統合")),
    ("town:import_yes", "hayashi", plain()),
    ("town:import_undo", "hayashi", plain()),
    (
        "town:import_send",
        "hayashi",
        lambda *_: {"file": SimpleUploadedFile("places.csv", "名称,住所\n畑の会,若葉台1-2".encode("utf-8-sig"))},
    ),
)
