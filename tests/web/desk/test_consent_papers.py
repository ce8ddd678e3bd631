"""Consent as it is kept: which wording was shown, the signed paper, what has gone out; and the paper itself, in two wordings."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from marugoto.casework.actions.need import offer_need
from marugoto.casework.models import Need
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, ConsentState, Part
from marugoto.disclosure.labels import CONSENT_STATES
from marugoto.disclosure.queries.consent import answers
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day
from tests.agreed import agreed, taken_back
from tests.database import unwalled
from tests.papers import LETTER
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def test_the_wording_and_the_signed_paper_stay_with_the_answer(town: Town, story: Story) -> None:
    said = {
        "receiver": str(town.team("north-care-desk")),
        "state": "given",
        "form": "paper",
        "parts": ["basic"],
        "purpose": "通院のため",
        "shown": "easy",
        "answered_on": timezone.localdate().isoformat(),
        "papers": SimpleUploadedFile("同意.pdf", LETTER, content_type="application/pdf"),
    }
    sent = {f"{story.person.hex}-{name}": value for name, value in said.items()}
    tanaka, address = signed_in("tanaka"), f"/desk/households/{story.case}/consents/"
    answer = tanaka.post(f"{address}{story.person}/", sent | {"key": str(uuid4())}, follow=True)
    page = text(answer)
    assert "答えを残しました。" in page
    assert "やさしい日本語の説明文(2026-11版)" in page
    assert "通院のため" in page
    assert "同意.pdf" in page


@pytest.mark.parametrize("state", list(ConsentState))
def test_each_of_the_six_answers_is_kept_and_said_and_two_of_them_open(
    town: Town, story: Story, state: ConsentState
) -> None:
    """キヨ answers for herself: of 誠 nothing is known by it."""
    said = {
        "receiver": str(town.team("north-care-desk")),
        "state": state.value,
        "form": "spoken",
        "parts": ["basic", "support"],
        "answered_on": timezone.localdate().isoformat(),
        "until": (timezone.localdate() + timedelta(days=30)).isoformat(),
    }
    sent = {f"{story.person.hex}-{name}": value for name, value in said.items()} | {"key": str(uuid4())}
    tanaka, address = signed_in("tanaka"), f"/desk/households/{story.case}/consents/"
    answer = tanaka.post(f"{address}{story.person}/", sent, follow=True)
    assert "答えを残しました。" in text(answer)
    by = town("tanaka").at_moment(timezone.now())
    with unwalled():
        makoto = Need.objects.within(town.body).get(pk=story.need).person_id
    (kept,) = answers(by, [story.person, makoto])
    opens = state in {ConsentState.GIVEN, ConsentState.PARTLY}
    assert (kept.person, kept.state, set(kept.parts)) == (
        story.person,
        state,
        {Part.BASIC, Part.SUPPORT} if opens else set(),
    )
    page = answer.content.decode()
    assert f"<b>{CONSENT_STATES[state]}</b>" in page
    assert f"{say_day(timezone.localdate() + timedelta(days=30))}まで" in page
    terms = Terms(BasisCode.CONSENT, team=town.team("north-care-desk"), via="test")
    how: dict[str, Any] = {"by": by, "at": by.at, "subjects": [story.person], "parts": [Part.BASIC], "terms": terms}
    if opens:
        assert grant(**how)
    else:
        with pytest.raises(Refused, match="本人の同意が"):
            grant(**how)


@pytest.mark.parametrize(("wanted", "says"), [("", "お答えは自由です。"), ("?text=easy", "あなたが きめます。")])
def test_the_paper_is_printed_with_lines_left_blank(town: Town, story: Story, wanted: str, says: str) -> None:
    address = f"/desk/households/{story.case}/consents/{story.person}/paper/"
    page = text(signed_in("tanaka").get(address + wanted))
    assert says in page
    assert "佐藤 キヨ" in page
    assert "2026-11版" in page
    assert signed_in("nishimura").get(address).status_code == 404


def test_after_a_withdrawal_what_has_gone_out_is_listed_and_the_receiver_sees_nothing(town: Town, story: Story) -> None:
    with unwalled():
        makoto = Need.objects.within(town.body).get(pk=story.need).person_id
    agreed(town, makoto, "north-care-desk", parts=(Part.BASIC, Part.SUPPORT))
    how = {"to": town.team("north-care-desk"), "reason": OfferReason.NEARER, "basis": BasisCode.CONSENT}
    made = offer_need(by=town("tanaka"), at=town.later(), need=story.need, parts=[Part.BASIC], **how)
    address = f"/desk/households/{story.case}/consents/"
    assert "これまでに伝わったもの" not in text(signed_in("tanaka").get(address)), "nobody has caught it yet"
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    page = text(signed_in("tanaka").get(address))
    assert "北部包括 総合相談 基本(氏名・生年月日・家族)、世帯・必要の相談と支援の記録 本人の同意" in page
    assert "いまも読めます" in page
    assert signed_in("ogawa").get(f"/desk/people/{makoto}/").status_code == 200
    taken_back(town, makoto, "north-care-desk")
    page = text(signed_in("tanaka").get(address))
    assert "に閉じました" in page
    assert "いまも読めます" not in page
    assert signed_in("ogawa").get(f"/desk/people/{makoto}/").status_code == 404
