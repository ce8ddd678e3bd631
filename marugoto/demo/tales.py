"""Which household lives which story; and the household of which the whole town's pages speak, written out by hand."""

import random
from dataclasses import replace
from datetime import date

from marugoto.demo.households import HouseholdSketch, Shape
from marugoto.demo.kin import DescentSketch, PersonSketch, UnionSketch
from marugoto.demo.names import InventedName, read_parts
from marugoto.demo.stories.families import FAMILIES
from marugoto.demo.stories.old_age import OLD_AGE
from marugoto.demo.stories.story import Story
from marugoto.demo.stories.work_and_home import WORK_AND_HOME
from marugoto.people.codes import Sex, UnionKind, UnionState

STORIES: tuple[Story, ...] = OLD_AGE + FAMILIES + WORK_AND_HOME
BY_CODE: dict[str, Story] = {story.code: story for story in STORIES}

# Households of みなも市 that the cast knows by name: family name, shape, story. The Satos are written out below.
NAMED: tuple[tuple[str, Shape, str], ...] = (
    ("高(たか)橋(はし)", Shape.COUPLE, "eviction"),
    ("松(まつ)本(もと)", Shape.SINGLE_PARENT, "no_food"),
    ("小(こ)林(ばやし)", Shape.EIGHTY_FIFTY, "leaving_work_to_care"),
    ("中(なか)村(むら)", Shape.ALONE_OLD, "after_hospital"),
    ("渡(わた)辺(なべ)", Shape.SINGLE_PARENT, "single_and_tired"),
    ("石(いし)川(かわ)", Shape.THREE_GENERATIONS, "young_carer"),
    ("山(やま)本(もと)", Shape.ALONE_WORKING, "eviction"),
    ("清(し)水(みず)", Shape.SIBLINGS, "after_the_parents"),
    ("井(いの)上(うえ)", Shape.ALONE_WORKING, "lost_job"),
    ("加(か)藤(とう)", Shape.EIGHTY_FIFTY, "after_the_parents"),
    ("木(き)村(むら)", Shape.COUPLE_WITH_CHILDREN, "not_at_school"),
)


def invent_story(rng: random.Random, shape: Shape) -> Story:
    """A story that can happen to such a household, as often as its weight says."""
    possible = [story for story in STORIES if shape in story.shapes]
    return rng.choices(possible, weights=[story.weight for story in possible])[0]


def sato_household(day: date) -> HouseholdSketch:
    """佐藤さん世帯: キヨ 82, her son 誠 54 who is at home, her daughter 陽子 51 who came back with 蓮 14, and two who are not there."""
    sato, ishii = read_parts("佐(さ)藤(とう)"), read_parts("石(いし)井(い)")

    def person(key: str, name: InventedName, sex: Sex, age: int, relation: str, work: str = "") -> PersonSketch:
        return PersonSketch(key, name, sex, date(day.year - age, 4 + len(key) % 5, 3 + len(key)), relation, work=work)

    people = (
        person("head", InventedName(sato, read_parts("キヨ(きよ)")), Sex.FEMALE, 82, "本人", "年金生活"),
        person("child", InventedName(sato, read_parts("誠(まこと)")), Sex.MALE, 54, "長男", "無職"),
        person("daughter", InventedName(ishii, read_parts("陽(よう)子(こ)")), Sex.FEMALE, 51, "長女", "パート"),
        person("grandchild", InventedName(ishii, read_parts("蓮(れん)")), Sex.MALE, 14, "孫", "中学生"),
        replace(
            person("spouse", InventedName(sato, read_parts("昭(あき)雄(お)")), Sex.MALE, 86, "夫"),
            here=False,
            died=date(2019, 12, 8),
        ),
        replace(
            person("former", InventedName(ishii, read_parts("隆(たかし)")), Sex.MALE, 53, "長女の元配偶者"), here=False
        ),
    )
    return HouseholdSketch(
        shape=Shape.EIGHTY_FIFTY,
        people=people,
        unions=(
            UnionSketch("head", "spouse", UnionKind.MARRIAGE, UnionState.TOGETHER, 1969, 2019),
            UnionSketch("daughter", "former", UnionKind.MARRIAGE, UnionState.DIVORCED, 2009, 2024),
        ),
        descents=(
            *(DescentSketch(child, parent) for child in ("child", "daughter") for parent in ("head", "spouse")),
            *(DescentSketch("grandchild", parent) for parent in ("daughter", "former")),
        ),
    )
