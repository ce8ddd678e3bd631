"""The assessment sheet kept: versions, who sees what, an agency's own form, and what the book of facts is told."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from django.db import transaction

from marugoto.casework import sheets
from marugoto.casework.actions.assessment import Heard, write
from marugoto.casework.actions.lead import offer_lead
from marugoto.casework.events import AssessmentWritten, TroubleNamed
from marugoto.casework.models import Assessment, AssessmentAnswer, AssessmentPart
from marugoto.casework.queries import assessment as assessments
from marugoto.casework.rules.assessment import Answers
from marugoto.casework.sheets.household_2026 import household_2026
from marugoto.casework.sheets.sheet import About, Field, FieldKind, Origin, Section
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from marugoto.people.actions.household import leave
from marugoto.people.actions.protection import unprotect
from marugoto.people.queries.household import living
from tests.casework.test_behind_the_wall import show, shut
from tests.database import unwalled
from tests.decided import decided
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def makoto(town: Town, story: Story) -> UUID:
    return next(person for person, called in living(town("tanaka"), story.household) if called == "佐藤 誠")


def written(
    town: Town, story: Story, said: Answers, *, worker: str = "tanaka", follows: int = 0, **how: object
) -> Assessment:
    at = town.later()
    heard = Heard(**{"day": local_day(at)} | how)  # type: ignore[arg-type]
    return write(by=town(worker), at=at, case=story.case, said=said, heard=heard, follows=follows)


def first(town: Town, story: Story) -> Assessment:
    """キヨ was met and heard; her son refused."""
    kiyo, son = story.person, makoto(town, story)
    said = {
        (kiyo, "reach"): ("met",),
        (kiyo, "troubles"): ("care", "income"),
        (kiyo, "own_words"): ("この子を置いて死ねない。",),
        (kiyo, "treated"): ("yes",),
        (son, "reach"): ("refused",),
        (son, "troubles"): ("income",),
        (None, "strengths"): ("ふたりで食べている。",),
        (None, "debts"): ("yes",),
    }
    return written(town, story, said)


def read(town: Town, story: Story, worker: str = "tanaka", number: int | None = None) -> dict:
    found = assessments.filled(town(worker), story.case, number)
    return found.answers if found else {}


def test_what_was_written_is_read_and_blank_stays_unknown(town: Town, story: Story) -> None:
    made = first(town, story)
    answers = read(town, story)
    assert answers[story.person, "troubles"] == ("care", "income")
    assert answers[story.person, "own_words"] == ("この子を置いて死ねない。",)
    assert (story.person, "risks") not in answers
    assert made.number == 1


def test_it_was_heard_before_it_was_typed(town: Town, story: Story) -> None:
    day = local_day(town.now) - timedelta(days=3)
    written(town, story, {(story.person, "reach"): ("met",)}, day=day, hour=time(14, 30))
    found = assessments.filled(town("tanaka"), story.case)
    assert found
    assert (found.version.heard_on, found.version.heard_time) == (day, time(14, 30))
    assert local_day(found.version.written_at) > day


def test_saved_again_it_is_the_next_version_and_the_first_stays(town: Town, story: Story) -> None:
    first(town, story)
    son = makoto(town, story)
    said = {(son, "reach"): ("met",), (son, "own_words"): ("将棋なら。",), (story.person, "troubles"): ()}
    assert written(town, story, said, follows=1).number == 2
    now, then = read(town, story), read(town, story, number=1)
    assert now[son, "reach"] == ("met",)
    assert then[son, "reach"] == ("refused",)
    assert (story.person, "troubles") not in now  # made blank
    assert now[story.person, "own_words"] == then[story.person, "own_words"]  # not asked, and so as it was
    found = assessments.filled(town("tanaka"), story.case)
    assert found
    assert [(one.number, one.writer) for one in found.history] == [(2, "田中 美咲"), (1, "田中 美咲")]


def test_a_second_hand_does_not_write_over_the_first(town: Town, story: Story) -> None:
    first(town, story)
    with pytest.raises(Refused, match="第1版が残されました"):
        written(town, story, {(None, "risks"): ("雨もり",)}, worker="hoshi", follows=0)
    with unwalled():
        assert Assessment.objects.within(town.body).count() == 1


def test_an_older_sheet_is_read_in_its_own_words_after_a_new_one(
    town: Town, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    first(town, story)
    tomorrow = local_day(town.now) + timedelta(days=1)
    wish = Field("wish", "願い", FieldKind.WORDS, Origin.OURS)
    words = household_2026.field_of(About.MEMBER, "own_words")
    assert words
    newer = Section("all", "あたらしい紙", About.MEMBER, (replace(words, label="話したとおり"), wish))
    later = replace(household_2026, code="later", since=tomorrow, sections=(newer,))
    monkeypatch.setattr(sheets, "SHEETS", (replace(household_2026, until=tomorrow), later))
    town.later(days=2)
    second = written(town, story, {(story.person, "wish"): ("温泉",)}, follows=1)
    assert second.sheet == "later"
    now = assessments.filled(town("tanaka"), story.case)
    assert now
    mother = next(one for one in now.parts if one.person == story.person and one.part is Part.SUPPORT)
    assert mother.answers == {"own_words": ("この子を置いて死ねない。",), "wish": ("温泉",)}
    then = assessments.filled(town("tanaka"), story.case, 1)
    assert then
    assert then.version.sheet == "household_2026"
    assert then.answers[story.person, "troubles"] == ("care", "income")


@pytest.mark.parametrize("number", [1, 2])
def test_who_is_shut_is_shut_in_every_version(town: Town, story: Story, number: int) -> None:
    first(town, story)
    written(town, story, {(story.person, "risks"): ("夜に来る人",)}, follows=1)
    assert read(town, story, "hoshi", number)
    shut(town, story.person)
    assert read(town, story, "hoshi", number) == {}
    assert (story.person, "troubles") in read(town, story, "tanaka", number)
    unprotect(by=town("tanaka"), at=town.later(), person=story.person, reason="おわった")
    town.later()
    assert read(town, story, "hoshi", number)


def test_what_is_written_after_is_born_shut(town: Town, story: Story) -> None:
    shut(town, story.person)
    first(town, story)
    with unwalled():
        folders = set(
            AssessmentPart.objects.within(town.body).filter(person=story.person).values_list("folder", flat=True)
        )
    seen = assessments.AssessmentAnswer.objects.open_to(town("hoshi"))
    with unwalled():
        assert not seen.filter(folder__in=folders).exists()
        assert AssessmentAnswer.objects.open_to(town("tanaka")).filter(folder__in=folders).exists()


@pytest.mark.postgres
def test_the_wall_alone_hides_what_the_filter_hides(town: Town, story: Story) -> None:
    """Asked without the filter, under each one's own eyes: the database refuses by itself what the filter leaves out."""
    first(town, story)
    with unwalled():
        hers = AssessmentPart.objects.within(town.body).filter(person=story.person)
        folders = set(hers.values_list("folder", flat=True))
    shut(town, story.person)
    for model in (Assessment, AssessmentPart, AssessmentAnswer):
        for worker in ("tanaka", "hoshi"):
            viewer = town(worker)
            with transaction.atomic(), entered(viewer):
                alone = set(model.objects.within(town.body).values_list("pk", "folder"))
                filtered = set(model.objects.open_to(viewer).values_list("pk", "folder"))
            assert alone == filtered
            seen = {folder for _row, folder in alone} & folders
            assert seen == (folders if worker == "tanaka" and model is not Assessment else set())


def test_the_case_alone_opens_no_member_and_no_money(town: Town, story: Story) -> None:
    """Another team was shown the case: it reads what is said of the household, and of nobody in it."""
    first(town, story)
    show(town, "aged-support", [story.case, story.household], [Part.SUPPORT, Part.BASIC])
    reader = town.of("aged-support")
    found = assessments.filled(reader, story.case)
    assert found
    assert found.answers == {(None, "strengths"): ("ふたりで食べている。",)}
    assert set(reader.sight.folders.values()) == {Part.SUPPORT}


def test_who_does_not_see_a_part_does_not_wipe_it_out(town: Town, story: Story) -> None:
    first(town, story)
    show(town, "aged-support", [story.case, story.household], [Part.SUPPORT, Part.BASIC])
    at = town.later()
    by, heard = town.of("aged-support"), Heard(local_day(at))
    write(by=by, at=at, case=story.case, said={(None, "risks"): ("階段",)}, heard=heard, follows=1)
    found = assessments.filled(town("tanaka"), story.case)
    assert found
    assert found.version.number == 2
    assert found.answers[story.person, "treated"] == ("yes",)
    assert found.answers[None, "risks"] == ("階段",)
    health = next(one for one in found.parts if one.person == story.person and one.part is Part.HEALTH)
    assert health.version.number == 1


@pytest.mark.parametrize(("parts", "sees"), [([Part.BASIC], False), ([Part.BASIC, Part.HEALTH], True)])
def test_whoever_takes_the_lead_reads_the_sheet(town: Town, story: Story, parts: list[Part], sees: bool) -> None:
    """Health, money and school go along only where they are told."""
    first(town, story)
    made = offer_lead(
        by=town("tanaka"),
        at=town.later(),
        case=story.case,
        to=town.team("aged-support"),
        reason=OfferReason.OWN_FIELD,
        basis=BasisCode.OWN_DUTY,
        parts=parts,
    )
    catch(by=town.of("aged-support"), at=town.later(), offer=made.pk)
    town.later()
    found = assessments.filled(town.of("aged-support"), story.case)
    assert found
    assert found.answers[story.person, "troubles"] == ("care", "income")
    assert ((story.person, "treated") in found.answers) is sees
    assert (None, "debts") not in found.answers


def unseen_hand(town: Town, story: Story, said: Answers) -> None:
    """Another team knows キヨ, but reads nothing that the sheet says of her, and writes the second version."""
    show(town, "aged-support", [story.case, story.household, story.person], [Part.SUPPORT, Part.BASIC])
    at = town.later()
    by, heard = town.of("aged-support"), Heard(local_day(at))
    before = assessments.filled(by, story.case)
    assert before
    assert (story.person, "troubles") not in before.answers
    write(by=by, at=at, case=story.case, said=said, heard=heard, follows=1)
    with unwalled():
        parts = AssessmentPart.objects.within(town.body).filter(person=story.person, folder__part=Part.SUPPORT)
        folders = list(parts.order_by("made_at").values_list("folder__subject", flat=True))
    assert len(set(folders)) == 2
    at = town.later()
    terms = Terms(BasisCode.PURPOSE_CHANGE, team=town("tanaka").team, reason="確かめるため")
    decided(by, at, town("tanaka").team, folders[1:], [Part.SUPPORT])
    grant(by=by, at=at, subjects=folders[1:], parts=[Part.SUPPORT], terms=terms)
    town.later()


def test_two_who_did_not_see_each_other_are_read_together(town: Town, story: Story) -> None:
    first(town, story)
    kiyo = story.person
    unseen_hand(town, story, {(kiyo, "risks"): ("階段",), (kiyo, "troubles"): ("food",), (kiyo, "reach"): ("refused",)})
    now = read(town, story)
    assert now[kiyo, "own_words"] == ("この子を置いて死ねない。",)
    assert now[kiyo, "risks"] == ("階段",)
    assert now[kiyo, "troubles"] == ("food",)
    assert assessments.met(town("tanaka"), story.case)[kiyo] == assessments.Met("refused", ("food",))


def test_what_lies_in_one_folder_is_not_carried_into_another(town: Town, story: Story) -> None:
    """Whoever sees both writes both on, each where it lies; and what is blank then does not show through from the older."""
    first(town, story)
    kiyo = story.person
    unseen_hand(town, story, {(kiyo, "risks"): ("階段",), (kiyo, "troubles"): ("food",)})
    written(town, story, {(kiyo, "troubles"): (), (kiyo, "strengths"): ("料理",)}, follows=2)
    now = read(town, story)
    assert (kiyo, "troubles") not in now
    assert (now[kiyo, "own_words"], now[kiyo, "risks"]) == (("この子を置いて死ねない。",), ("階段",))
    theirs = assessments.filled(town.of("aged-support"), story.case)
    assert theirs
    assert (kiyo, "own_words") not in theirs.answers
    assert theirs.answers[kiyo, "risks"] == ("階段",)
    assert assessments.met(town("tanaka"), story.case)[kiyo] == assessments.Met("met", ())


def test_the_lead_opens_nothing_of_who_has_left(town: Town, story: Story) -> None:
    first(town, story)
    son = makoto(town, story)
    leave(by=town("tanaka"), at=town.later(), household=story.household, person=son)
    town.later(days=1)
    to, how = town.team("aged-support"), {"reason": OfferReason.OWN_FIELD, "basis": BasisCode.OWN_DUTY}
    made = offer_lead(by=town("tanaka"), at=town.later(), case=story.case, to=to, parts=[Part.BASIC], **how)
    catch(by=town.of("aged-support"), at=town.later(), offer=made.pk)
    town.later()
    found = assessments.filled(town.of("aged-support"), story.case)
    assert found
    assert {one.person for one in found.parts} == {story.person, None}


def test_a_form_of_ones_own_is_enough_with_its_place(town: Town, story: Story) -> None:
    with pytest.raises(Refused, match="どこにあるか"):
        written(town, story, {}, own_form="総合相談票")
    made = written(town, story, {(None, "screening"): ("support",)}, own_form="総合相談票", own_form_at="書庫 3番")
    assert (made.own_form, made.own_form_at) == ("総合相談票", "書庫 3番")
    assert read(town, story) == {(None, "screening"): ("support",)}


def test_the_book_of_facts_is_told_numbers_and_codes(town: Town, story: Story) -> None:
    first(town, story)
    with unwalled():
        fact = Fact.objects.within(town.body).get(kind=AssessmentWritten.kind)
        troubles = (
            Fact.objects.within(town.body)
            .filter(kind=TroubleNamed.kind)
            .order_by("code_1")
            .values_list("code_1", "num_1", "num_2")
        )
        assert (fact.num_1, fact.num_2, fact.num_3, fact.num_4) == (1, 2, 1, 1)
        assert list(troubles) == [("care", 1, 1), ("income", 1, 2)]
        assert fact.matter == story.case


@pytest.mark.parametrize("day", [date(2999, 1, 1)])
def test_nothing_is_heard_tomorrow(town: Town, story: Story, day: date) -> None:
    with pytest.raises(Refused, match="まだ来ていない日"):
        written(town, story, {(None, "risks"): ("あ",)}, day=day)
