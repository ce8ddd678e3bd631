"""Deeds around persons and households, in an order in which each still can be done."""

from uuid import UUID

from marugoto.casework.queries import case as cases
from marugoto.people.queries.person import search
from marugoto.people.queries.ties import ties
from tests.begun import supported
from tests.story import Story
from tests.town import Town
from tests.web.deeds_rights import RIGHTS
from tests.web.filled import Fields, plain, prefixed, today


def person_named(town: Town, name: str) -> str:
    """Somebody of the story, by the name."""
    return str(search(town("tanaka"), name).rows[0].face.person)


def latest_turn(town: Town, story: Story) -> UUID:
    return ties(town("tanaka"), [story.person]).unions[0].turn


def another_home(town: Town) -> UUID:
    case = supported(town)
    found = cases.get(town("tanaka"), case)
    assert found
    return found.household


PEOPLE: tuple[tuple[str, str, Fields], ...] = (
    ("desk:rename", "tanaka", plain(name="佐藤さんのおうち", area="north")),
    ("desk:join", "tanaka", plain(name="佐藤 花", relation="孫")),
    ("desk:relation", "tanaka", plain(relation="実母", was="母", seen="True")),
    ("desk:stay", "tanaka", plain()),
    ("desk:relative", "tanaka", lambda town, story: {"whose": str(story.person), "kin": "parent", "name": "小林 マツ"}),
    (
        "desk:union",
        "tanaka",
        lambda town, story: {"one": str(story.person), "other": person_named(town, "佐藤 誠"), "union": "partner"},
    ),
    (
        "desk:descent",
        "tanaka",
        lambda town, story: {
            "parent": person_named(town, "小林 茂"),
            "child": person_named(town, "佐藤 誠"),
            "descent": "step",
        },
    ),
    (
        "desk:feeling",
        "tanaka",
        lambda town, story: {
            "one_of": str(story.person),
            "other_of": person_named(town, "小林 茂"),
            "feeling": "close",
        },
    ),
    (
        "desk:family_role",
        "tanaka",
        lambda town, story: {"role_of": person_named(town, "小林 茂"), "role": "main_carer"},
    ),
    ("desk:mark_away", "tanaka", plain()),
    ("desk:mark_again", "tanaka", plain()),
    ("desk:acquaintance", "tanaka", plain(called="将棋仲間の大野さん", kind="friend")),
    ("desk:acquaintance_end", "tanaka", plain()),
    ("desk:acquaintance_again", "tanaka", plain()),
    ("desk:acquaintance_now", "tanaka", lambda town, story: prefixed(story.acquaintance, closeness="weak", what="")),
    (
        "desk:turn",
        "tanaka",
        lambda town, story: prefixed(story.union, state="divorced", turned="平成5年4月1日", seen="separated"),
    ),
    ("desk:turn_mistake", "tanaka", lambda town, story: {"@turn": latest_turn(town, story)}),
    ("desk:union_mistake", "tanaka", plain()),
    ("desk:descent_mistake", "tanaka", plain()),
    (
        "desk:person_correct",
        "tanaka",
        lambda *_: {
            "name": "佐藤 きよ",
            "kana": "さとう きよ",
            "birth": "昭和19年3月3日",
            "sex": "female",
            "seen": "0",
        },
    ),
    ("desk:person_name", "tanaka", plain(kind="former", other_name="小林 キヨ")),
    ("desk:phone_add", "tanaka", plain(number="0000-22-1103")),
    ("desk:phone_end", "tanaka", lambda town, story: prefixed(story.phone, day=today())),
    ("desk:phone_again", "tanaka", plain()),
    ("desk:address_add", "tanaka", plain(text="みなも市南町3")),
    ("desk:address_again", "tanaka", plain()),
    ("desk:address_end", "tanaka", lambda town, story: prefixed(story.address, day=today())),
    ("desk:protect", "tanaka", plain(reason="支援措置", reach="contact")),
    ("desk:unprotect", "tanaka", plain(lift_reason="措置が終わった。")),
    *RIGHTS,
    ("desk:same_say", "tanaka", plain()),
    ("desk:part_again", "tanaka", plain()),
    (
        "desk:inquiry_send",
        "tanaka",
        plain(name="小林 茂", birth="昭和15年1月1日", reason="came", basis="own_duty"),
    ),
    ("desk:inquired_answer", "tanaka", plain(answer="will_call")),
    ("desk:death", "tanaka", plain(unknown="on")),
    ("desk:alive", "tanaka", plain()),
    (
        "desk:split_send",
        "tanaka",
        lambda town, story: {"persons": [person_named(town, "小林 隣")], "day": today(), "go_on": ""},
    ),
    (
        "desk:merge_send",
        "tanaka",
        lambda town, story: {"other": str(another_home(town)), "day": today()},
    ),
    ("desk:leave", "tanaka", lambda *_: {"reason": "moved_out", "left_on": today(), "destination": "facility"}),
)
