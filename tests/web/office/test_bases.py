"""The page of the grounds: which can be used today, why not, by what source; and what changes them from a day on."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.agencies.queries.directory import profile
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import BASES, BY_CODE, called, may_use, usable
from tests.town import HOTAKAZAWA, MINAMO, Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def change(worker: str, door: str = "changes", **fields: Any) -> HttpResponse:
    sent = {"key": str(uuid4()), "since": timezone.localdate().isoformat(), **fields}
    return signed_in(worker).post(f"/office/bases/{door}/", sent, follow=True)


def test_the_announced_opening_is_off_until_somebody_confirms_it_with_a_source(town: Town) -> None:
    page = text(signed_in("karasawa").get("/office/bases/"))
    assert "社会福祉法106条の6(2026年の改正)" in page
    assert "確かめていません" in page
    day = timezone.localdate()
    assert not may_use(BasisCode.SUPPORT_CONFERENCE, profile=profile(HOTAKAZAWA, day), day=day)
    bare = change("karasawa", entry="support_conference_for_all", answer="yes", source="")
    assert bare.status_code == 422
    soon = day + timedelta(days=30)
    told = {"entry": "support_conference_for_all", "answer": "yes", "source": "官報 令和8年11月20日"}
    assert "から変えます。" in text(change("karasawa", **told, since=soon.isoformat()))
    assert not may_use(BasisCode.SUPPORT_CONFERENCE, profile=profile(HOTAKAZAWA, day), day=day)
    assert may_use(BasisCode.SUPPORT_CONFERENCE, profile=profile(HOTAKAZAWA, soon), day=soon)
    page = text(signed_in("karasawa").get("/office/bases/"))
    assert "官報 令和8年11月20日" in page
    assert "これから" in page
    back = {"entry": "support_conference_for_all", "answer": "no", "source": "施行が延びた"}
    change("karasawa", **back, since=(soon + timedelta(days=1)).isoformat())
    assert may_use(BasisCode.SUPPORT_CONFERENCE, profile=profile(HOTAKAZAWA, soon), day=soon)
    later = soon + timedelta(days=1)
    assert not may_use(BasisCode.SUPPORT_CONFERENCE, profile=profile(HOTAKAZAWA, later), day=later)


def test_the_conference_on_public_assistance_is_off_until_the_house_has_read_the_article(town: Town) -> None:
    """The day and who organises it were read in the notice of the ministry; how far one may speak without consent was not."""
    day = timezone.localdate()
    code, entry = BasisCode.ASSISTANCE_CONFERENCE, "assistance_conference"
    row = BY_CODE[code]
    assert (row.article, row.since, row.verified) == ("生活保護法27条の3", date(2025, 4, 1), False)
    assert not may_use(code, profile=profile(MINAMO, day), day=day)
    page = text(signed_in("honma").get("/office/bases/"))
    assert "生活保護の調整会議" in page
    assert "社援保発0331第1号" in page
    new = text(signed_in("tanaka").get("/meeting/conferences/new/"))
    assert "生活保護の調整会議 — 保護を受けている方を" in new  # on consent it can be held from the start
    change("honma", entry=entry, answer="yes", source="生活保護法27条の3の条文と調整会議設置要綱")
    assert may_use(code, profile=profile(MINAMO, day), day=day)
    assert not may_use(code, profile={entry: "yes"}, day=date(2025, 3, 31))
    assert may_use(code, profile={entry: "yes"}, day=date(2025, 4, 1))
    here = text(signed_in("aruga").get("/meeting/conferences/new/"))
    assert (
        "生活保護の調整会議" in here[here.index("いま開けない会議") :]
    )  # no welfare office, so it is the prefecture's


@pytest.mark.parametrize(("worker", "status"), [("tanaka", 404), ("shiraishi", 404), ("honma", 200)])
def test_who_changes_it(town: Town, worker: str, status: int) -> None:
    answer = change(worker, entry="child_council", answer="no", source="条例の廃止 令和8年10月1日")
    assert answer.status_code == status
    assert signed_in(worker).get("/office/bases/").status_code == 200


def test_a_name_of_ones_own_stands_beside_the_ground(town: Town) -> None:
    answer = change(
        "honma",
        "names",
        basis="called_support_conference",
        name="まるごと会議",
        named_since=timezone.localdate().isoformat(),
        named_source="まるごと会議設置要綱",
    )
    assert "この名で出ます" in text(answer)
    assert "まるごと会議(支援会議)" in text(signed_in("honma").get("/office/bases/"))
    assert "まるごと会議(支援会議)" in text(signed_in("tanaka").get("/meeting/conferences/new/"))


def test_every_ground_says_what_an_auditor_asks() -> None:
    for basis in BASES:
        assert all((basis.allows, basis.binds, basis.gate, basis.duty, basis.source)), basis.article
    everything = {one.needs: "yes" for one in BASES}
    assert [one.code for one in usable(profile=everything, day=date(2026, 11, 24))] == list(BY_CODE)
    assert called(BasisCode.CONSENT, profile={"called_consent": "本人の同意"}) == "本人の同意"


def test_the_way_instead_is_said_where_a_conference_cannot_be_held(town: Town) -> None:
    page = text(signed_in("aruga").get("/meeting/conferences/new/"))
    page = page[page.index("いま開けない会議") :]
    assert "重層的支援体制整備事業をしている市町村だけです。" in page
    assert "本人の同意を得るか、この自治体で使えるほかの会議" in page
