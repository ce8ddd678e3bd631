"""Stories fit the households they happen to, and every one of the sixteen troubles happens to somebody."""

import random
import re
from datetime import date

import pytest

from marugoto.agencies.codes import Field
from marugoto.community.codes import Interest
from marugoto.demo.households import Shape, invent_household
from marugoto.demo.stories.story import Outlook, Story
from marugoto.demo.tales import BY_CODE, NAMED, STORIES, invent_story, sato_household
from marugoto.demo.town import MUNICIPALITIES
from marugoto.intake.rules.troubles import TroubleCode, may_mark

TODAY = date(2026, 11, 24)

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.code)


def test_every_shape_of_household_has_several_stories():
    for shape in Shape:
        assert len([story for story in STORIES if shape in story.shapes]) >= 2
    assert len(BY_CODE) == len(STORIES)


def test_every_trouble_of_the_form_happens_to_somebody():
    assert {trouble for story in STORIES for trouble in story.troubles} == set(TroubleCode)


@each_story
def test_a_story_marks_its_troubles_as_the_form_allows(story: Story):
    assert bool(may_mark(story.troubles, [story.pressing])) is True
    assert story.opening
    assert story.lines


@each_story
def test_what_is_needed_belongs_to_somebody_in_every_household_of_its_shapes(story: Story):
    for shape in story.shapes:
        for seed in range(30):
            household = invent_household(random.Random(seed), shape, day=TODAY)
            keys = {person.key for person in household.people}
            wanted = {need.who for need in story.needs if need.who}
            assert wanted <= keys | {"child", "spouse"}, (shape, wanted - keys)


@each_story
def test_only_a_story_that_one_talk_answers_needs_nothing_more(story: Story):
    assert (story.outlook is Outlook.ANSWERED) is (not story.needs)
    assert story.restricted is (story.pressing is TroubleCode.VIOLENCE)


@each_story
def test_sentences_blame_nobody_and_stand_in_the_place_of_a_name_only_with_who(story: Story):
    words = [
        *story.opening,
        *story.lines,
        *(need.title for need in story.needs),
        *(need.next_step for need in story.needs),
    ]
    for sentence in words:
        assert not re.search(r"放置|たらい回し|困難事例|ケース|対象者|拒否|指導", sentence)
        assert set(re.findall(r"{\w+}", sentence)) <= {"{who}"}


def test_every_need_can_be_taken_by_an_agency_of_each_larger_municipality():
    for body in MUNICIPALITIES[:1]:
        fields = {agency.field for agency in body.agencies if agency.has_accounts}
        assert {need.field for story in STORIES for need in story.needs} <= fields
    assert Field.POVERTY not in {agency.field for agency in MUNICIPALITIES[2].agencies}


def test_the_same_seed_tells_the_same_story():
    for shape in Shape:
        once, again = ([invent_story(random.Random(seed), shape).code for seed in range(20)] for _ in range(2))
        assert once == again


def test_households_known_by_name_live_stories_that_fit_them():
    assert all(shape in BY_CODE[code].shapes for _, shape, code in NAMED)


def test_the_satos_are_four_under_one_roof_and_two_elsewhere():
    household = sato_household(TODAY)
    assert [(person.name.full, person.age_on(TODAY)) for person in household.members] == [
        *(("佐藤 キヨ", 82), ("佐藤 誠", 54), ("石井 陽子", 51), ("石井 蓮", 14)),
    ]
    akio = household.by_key("spouse")
    assert (akio.age_on(TODAY), akio.here) == (79, False)
    assert set(BY_CODE["hidden_child"].interests) == {Interest.GAMES, Interest.READING}
