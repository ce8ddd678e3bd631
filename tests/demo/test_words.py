"""What the town writes fits what it is about: the next step its trouble, the words the way people met."""

from marugoto.casework.codes import Method
from marugoto.demo.live.journal import _method_of
from marugoto.demo.live.words.journal import LEAD
from marugoto.demo.live.words.next_steps import next_steps_of
from marugoto.demo.tales import STORIES
from marugoto.intake.rules.troubles import TroubleCode

FIT = {
    "受診": {TroubleCode.ILLNESS, TroubleCode.CARE},
    "部屋": {TroubleCode.HOUSING},
    "役所の手紙": {TroubleCode.BILLS},
    "履歴書": {TroubleCode.JOB_SEARCH},
    "園": {TroubleCode.CHILDCARE},
}


def test_a_next_step_belongs_to_the_trouble_it_stands_beside() -> None:
    for theme in TroubleCode:
        for word, themes in FIT.items():
            said = any(word in step for step in next_steps_of(theme))
            assert said is (theme in themes), (theme, word)


def test_talks_with_the_family_are_no_talks_with_another_agency() -> None:
    for method, words in LEAD:
        assert (method is Method.AGENCY) is ("家族" not in words), words


def test_a_visit_is_written_down_as_a_visit() -> None:
    for story in STORIES:
        for line in story.lines:
            if line.startswith("訪問") and "会えず" not in line:
                assert _method_of(line) is Method.VISIT, line
