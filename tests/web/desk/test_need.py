"""The page of one need: all that is wanted by those who see it and not the whole household."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from marugoto.casework.actions import journal
from marugoto.casework.actions.need import offer_need
from marugoto.casework.actions.review import review
from marugoto.casework.codes import Change, Method, ReviewResult
from marugoto.casework.labels import CHANGES
from marugoto.casework.queries import need as needs
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.kernel.jst import local_day
from marugoto.people.queries.folder import basic_folder
from marugoto.web.shell.matters import MatterLine
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def ogawa(town: Town, story: Story) -> Client:
    """小川 caught a need of 誠, who agreed to it; his mother was not asked."""
    by, at = town("tanaka"), town.later()
    person = by_whom(town, story)
    folder = basic_folder(by, person)
    assert folder
    north, parts = town.team("north-care-desk"), [Part.BASIC, Part.CONTACT, Part.SUPPORT]
    record_consent(
        by=by,
        at=at,
        folder=folder,
        person=person,
        receiver=north,
        state=ConsentState.GIVEN,
        parts=parts,
        form=ConsentForm.SPOKEN,
        answered_on=local_day(at),
    )
    made = offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=story.need,
        to=north,
        reason=OfferReason.NEARER,
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC, Part.CONTACT],
    )
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    return signed_in("ogawa")


def by_whom(town: Town, story: Story) -> UUID:
    row = needs.get(town("tanaka"), story.need)
    assert row is not None
    assert row.person_id is not None
    return row.person_id


def test_a_need_without_a_household_is_a_link_by_its_own_words(story: Story, ogawa: Client) -> None:
    today = ogawa.get("/").content.decode()
    assert f'<a href="/desk/needs/{story.need}/">誠さんが外で過ごせる場所</a>' in today
    assert not re.search(r"<a [^>]*>\s*</a>", today)
    whole = MatterLine("佐藤さん世帯", "通院の足")
    assert (whole.head, whole.rest) == ("佐藤さん世帯", "通院の足")


def test_who_sees_the_need_alone_finds_all_he_needs_on_its_page(story: Story, ogawa: Client) -> None:
    said = text(ogawa.get(f"/desk/needs/{story.need}/"))
    assert "佐藤 誠" in said
    assert "0000-22-1101" in said
    assert "世帯ぜんぶの記録は、あなたの係に開かれていません。" in said
    assert "キヨ" not in said
    assert ogawa.get(f"/desk/households/{story.case}/").status_code == 404
    assert f"/desk/needs/{story.need}/" in ogawa.get("/").content.decode()  # from the day it is one press


def test_he_writes_there_and_comes_back_there(town: Town, story: Story, ogawa: Client) -> None:
    page = f"/desk/needs/{story.need}/"
    sent = {"words": "玄関で話せた。", "method": "visit", "key": str(uuid4())}
    answer = ogawa.post(f"{page}journal/", sent)
    assert (answer.status_code, answer["Location"]) == (302, page)
    assert "玄関で話せた。" in text(ogawa.get(page))
    answer = ogawa.post(f"{page}next-step/", {"next_step": "木曜に行く", "key": str(uuid4())})
    assert answer["Location"] == page
    lead = text(signed_in("tanaka").get(f"/desk/households/{story.case}/"))
    assert "玄関で話せた。" in lead  # the team that leads the household reads it too
    assert "木曜に行く" in lead


def test_an_entry_without_words_is_refused_on_the_same_page(story: Story, ogawa: Client) -> None:
    answer = ogawa.post(f"/desk/needs/{story.need}/journal/", {"words": "", "key": str(uuid4())})
    assert answer.status_code == 422
    assert "この必要の記録" in text(answer)


def test_the_whole_journal_has_pages_and_is_searched(town: Town, story: Story) -> None:
    for number in range(60):
        journal.write(
            by=town("tanaka"), at=town.later(), case=story.case, method=Method.PHONE, words=f"電話 {number:02d}回目。"
        )
    tanaka, address = signed_in("tanaka"), f"/desk/households/{story.case}/journal/all/"
    first, second = text(tanaka.get(address)), text(tanaka.get(f"{address}?page=2"))
    assert "記録が61件あります。" in first
    assert "電話 59回目。" in first
    assert "電話 00回目。" not in first
    assert "電話 00回目。" in second
    assert "戸口で5分話せた。" in second
    found = text(tanaka.get(f"{address}?words=戸口"))
    assert "記録が1件見つかりました。" in found
    assert "電話" not in found.split("新しい順", 1)[1].split("戸口で5分話せた。")[0].replace("電話・", "")
    assert "この見かたに合う記録はありません。" in text(tanaka.get(f"{address}?words=どこにもない"))
    assert "この見かたに合う記録はありません。" in text(tanaka.get(f"{address}?need={story.need}"))
    assert tanaka.get(f"{address}?page=99").status_code == 200
    assert signed_in("ogawa").get(address).status_code == 404


def test_a_corrected_entry_counts_once_and_shows_both(town: Town, story: Story) -> None:
    journal.supersede(by=town("tanaka"), at=town.later(), entry=story.entry, words="戸口で10分話せた。")
    said = text(signed_in("tanaka").get(f"/desk/households/{story.case}/journal/all/"))
    assert "記録が1件あります。" in said
    assert "戸口で5分話せた。" in said
    assert "戸口で10分話せた。" in said


def test_a_plan_shows_what_its_reviews_said(town: Town, story: Story) -> None:
    tanaka, person = signed_in("tanaka"), by_whom(town, story)
    page = f"/desk/plans/{story.plan}/"
    assert "見直しの記録" not in text(tanaka.get(page))
    review(
        by=town("tanaka"),
        at=town.later(days=1),
        plan=story.plan,
        result=ReviewResult.KEEP,
        changes=[(person, Change.RELATIONS), (None, Change.EASE)],
        words="週に一度、外に出るようになった。",
        next_review_on=local_day(town.now) + timedelta(days=60),
    )
    said = text(tanaka.get(page))
    assert "見直しの記録" in said
    assert "週に一度、外に出るようになった。" in said
    assert f"誠さん: {CHANGES[Change.RELATIONS]}" in said or f"佐藤 誠: {CHANGES[Change.RELATIONS]}" in said
    assert f"世帯: {CHANGES[Change.EASE]}" in said


def test_the_household_leads_back_to_the_consultation_it_came_from(story: Story) -> None:
    page = signed_in("tanaka").get(f"/desk/households/{story.case}/")
    assert f"/desk/consultations/{story.consultation}/" in page.content.decode()
    assert "もとの相談" in text(page)
