"""Deeds around those who have not asked: going there, respecting a no, watching over, and what firms tell; each on a matter of its own."""

from uuid import UUID, uuid4

from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import NoticeSource
from tests.town import Town
from tests.visited import agreed_with_a_firm, approached, watched
from tests.web.filled import Fields, plain, soon, today

WHY = "郵便がたまっている。"


def noticed(town: Town) -> UUID:
    said = {"words": WHY, "source": NoticeSource.RESIDENT, "where": "北町2丁目"}
    return raise_notice(
        by=town("okamoto"),
        at=town.later(),
        notice=uuid4(),
        team=town.team("soudan-desk"),
        **said,  # type: ignore[arg-type]
    ).pk


OUTREACH: tuple[tuple[str, str, Fields], ...] = (
    (
        "desk:approach_begin",
        "tanaka",
        lambda town, story: {"why": WHY, "source": "firm", "ground": "all_towns", "next_on": today()},
    ),
    ("desk:attempt", "tanaka", lambda town, story: {"way": "visit", "reaction": "none", "day": today()}),
    ("desk:approach_plan", "tanaka", plain(every="14", safe="夕方")),
    ("desk:approach_person", "tanaka", lambda town, story: {"person": str(story.person)}),
    ("desk:approach_rest", "tanaka", lambda town, story: {"words": "来るな。", "until": soon(), "lifter": "chief"}),
    ("desk:approach_lift", "tanaka", plain(reason="danger", lift_words="煙が出ていた。")),
    ("desk:approach_agree", "tanaka", lambda town, story: {"@approach": approached(town), "agreed_on": today()}),
    (
        "desk:approach_end",
        "tanaka",
        lambda town, story: {"@approach": approached(town), "end": "well", "end_words": "娘さんと暮らす。"},
    ),
    ("desk:watch_begin", "tanaka", plain(why="一人で暮らしている。", looker="team", every="7")),
    ("desk:watch_look", "tanaka", lambda town, story: {"result": "as_usual", "day": today()}),
    ("desk:watch_person", "tanaka", lambda town, story: {"@watch": watched(town), "person": str(story.person)}),
    (
        "desk:watch_end",
        "tanaka",
        lambda town, story: {"@watch": watched(town), "end": "not_needed", "end_words": "娘さんと暮らす。"},
    ),
    (
        "desk:agreement_begin",
        "tanaka",
        lambda town, story: {"firm": "朝日新聞店", "sort": "newspaper", "ground": "覚書", "since": today()},
    ),
    (
        "desk:agreement_end",
        "tanaka",
        lambda town, story: {"@agreement": agreed_with_a_firm(town), "until": soon()},
    ),
    (
        "desk:notice_tie",
        "tanaka",
        lambda town, story: {"@notice": noticed(town), "first": str(noticed(town))},
    ),
)
