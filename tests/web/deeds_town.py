"""What stands in the forms of the town's room around what is missing and those who make places."""

from tests.waited import lacking
from tests.web.filled import Fields, plain, soon

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
)
