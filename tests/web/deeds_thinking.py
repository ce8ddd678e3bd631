"""Deeds about what a town thinks of its own system, in an order in which each still can be done."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.papers import LETTER
from tests.web.filled import Fields, plain, soon, today

SYSTEM = {"name": "生活困窮者自立相談支援", "runner": "社会福祉協議会", "staff": "2.5", "F2": "part", "consult": "part"}
TRIAL = {"signal": "N2", "instrument": "持ち手を決める約束", "found": "月に三件が一件になった。"}
TOWN = {"desks": "6", "staff": "42.0", "law": "unsure", "N6": "", "source": "組織図"}
DECIDED = {"follows": "no", "decided": "半年調べる。", "decider": "庁議", "survey": "まだ調べていない。秋に調べる。"}
SURVEY = {
    "population": "65歳以上の住民",
    "asked": "400",
    "answered": "240",
    "counted": "60",
    "source": "圏域ニーズ調査の集計表",
}
SCORES = {"F1": "2", "F2": "3", "F3": "", "P": "1"}

THINKING: tuple[tuple[str, str, Fields], ...] = (
    ("office:system_write", "hirata", plain(**SYSTEM)),
    ("office:system_change", "hirata", plain(**SYSTEM, reason="人がふえた")),
    ("office:trial_write", "hirata", lambda *_: TRIAL | {"since": today()}),
    ("office:trial_change", "hirata", lambda *_: TRIAL | {"since": today(), "reason": "日のまちがい"}),
    ("office:facts_say", "hirata", plain(**TOWN)),
    ("office:judgement_write", "hirata", lambda *_: DECIDED | {"day": today()}),
    ("office:survey_write", "hirata", lambda *_: SURVEY | {"question": "isolated", "since": today(), "until": today()}),
    (
        "office:survey_change",
        "hirata",
        lambda *_: SURVEY | {"since": today(), "until": today(), "reason": "打ちまちがい"},
    ),
    ("office:survey_withdraw", "hirata", plain(why="ほかの町の調査だった")),
    ("office:judgement_file_add", "hirata", lambda *_: {"papers": SimpleUploadedFile("報告書.pdf", LETTER)}),
    ("office:judgement_file_remove", "hirata", plain(why="ちがう紙だった")),
    ("office:rating_give", "tanaka", plain(role="desk", **SCORES)),
    (
        "office:rating_copy",
        "hirata",
        plain(**{f"paper-{name}": one for name, one in (SCORES | {"role": "concerned"}).items()}),
    ),
    ("office:rating_close", "hirata", plain(words="来月、話し合う。")),
    ("office:rating_begin", "hirata", lambda *_: {"until": soon()}),
)
