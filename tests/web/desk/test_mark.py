"""Lines of how two stand, the star of whom one turns to and the letters of who cares, on the pages: shown and printed with their
legend, and not there for whom one of the two is hidden."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from marugoto.people.actions.protection import protect
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.deeds_people import person_named

pytestmark = pytest.mark.django_db
PAGES = ("", "around/", "people/", "kin/")


def sent(client: Client, story: Story, door: str, **fields: object):
    return client.post(f"/desk/households/{story.case}/{door}/", {"key": str(uuid4()), **fields}, follow=True)


def given(client: Client, story: Story, role: str, who: object) -> str:
    page = sent(client, story, "family-roles", role_of=str(who), role=role)
    assert page.status_code == 200
    return text(page)


def read(client: Client, story: Story) -> dict[str, str]:
    return {page: client.get(f"/desk/households/{story.case}/{page}").content.decode() for page in PAGES}


def test_every_picture_of_the_family_carries_it_with_its_legend_and_in_words(story: Story) -> None:
    tanaka = signed_in("tanaka")
    given(tanaka, story, "key_person", story.person)
    given(tanaka, story, "main_carer", story.person)
    for page, shown in read(tanaka, story).items():
        figure = shown.split("の家族図</title>")[1].split("</svg>")[0]
        assert "gg-feeling--strained" in figure, page
        assert "gg-star" in figure, page
        assert "gg-carer" in figure, page
        legend = figure.split("gg-legend", maxsplit=1)[1]
        assert "こじれている" in legend, page
        assert "キーパーソン" in legend, page
        assert "主に介護する人" in legend, page
        assert "主に介護しています。" in shown, page
        assert "とはこじれています。" in shown, page
    printed = read(tanaka, story)["around/"].split('id="family"')[1]
    assert "noprint" not in printed.split("<svg")[0].split("</nav>")[1]


def test_the_medical_convention_says_it_in_words_alone(story: Story) -> None:
    tanaka = signed_in("tanaka")
    given(tanaka, story, "second_carer", story.person)
    page = tanaka.get(f"/desk/households/{story.case}/around/", {"notation": "medical"}).content.decode()
    assert "gg-feeling" not in page
    assert "gg-carer" not in page
    assert "介護を手伝っています。" in page
    assert "とはこじれています。" in page


def test_for_whom_one_of_the_two_is_hidden_there_is_no_line_and_nothing_to_take_away(town: Town, story: Story) -> None:
    yamazaki = signed_in("yamazaki")
    for role in ("key_person", "main_carer"):
        given(signed_in("tanaka"), story, role, story.person)
    assert all("gg-feeling--strained" in page for page in read(yamazaki, story).values())
    town.later()
    protect(by=town("tanaka"), at=town.now, person=story.person, listed=[town("tanaka").worker], reason="支援措置")
    for page, shown in read(yamazaki, story).items():
        for trace in (
            "gg-feeling",
            "gg-star",
            "gg-carer",
            "こじれています",
            "キーパーソンです",
            "主に介護しています",
            str(story.mark),
        ):
            assert trace not in shown, (page, trace)
    assert sent(yamazaki, story, f"marks/{story.mark}/away").status_code == 404
    assert "gg-feeling--strained" in read(signed_in("tanaka"), story)["kin/"]


def test_for_whom_a_relative_is_hidden_the_household_is_there_and_the_line_to_him_is_not(
    town: Town, story: Story
) -> None:
    """The whole support is shut with a member; with a relative elsewhere it is not, and nothing of him may shine through."""
    tanaka, yamazaki = signed_in("tanaka"), signed_in("yamazaki")
    shigeru = person_named(town, "小林 茂")
    sent(tanaka, story, "feelings", one_of=str(story.person), other_of=shigeru, feeling="broken")
    assert all("縁が切れています" in page for page in read(yamazaki, story).values())
    town.later()
    protect(by=town("tanaka"), at=town.now, person=UUID(shigeru), listed=[town("tanaka").worker], reason="支援措置")
    for page, shown in read(yamazaki, story).items():
        assert "gg-feeling--strained" in shown, page
        for trace in ("gg-feeling--broken", "縁が切れて", "小林 茂", shigeru):
            assert trace not in figures(shown), (page, trace)


def figures(page: str) -> str:
    """Without the forms, which offer every kind."""
    return page.split('id="marks"', maxsplit=1)[0]


def test_the_way_back_from_what_was_written_over_leads_to_what_stood_there(story: Story, town: Town) -> None:
    tanaka = signed_in("tanaka")
    pair = {"one_of": str(story.person), "other_of": person_named(town, "佐藤 誠")}
    over = sent(tanaka, story, "feelings", feeling="close", **pair).content.decode()
    assert "gg-feeling--close" in over
    assert f"/marks/{story.mark}/again/" in over
    back = sent(tanaka, story, f"marks/{story.mark}/again").content.decode()
    assert "gg-feeling--strained" in back
    assert "gg-feeling--close" not in back
    gone = sent(tanaka, story, f"marks/{story.mark}/away").content.decode()
    assert f"/marks/{story.mark}/again/" in gone


def test_whoever_helps_now_cares_mainly_again_by_the_way_back(story: Story) -> None:
    tanaka = signed_in("tanaka")
    given(tanaka, story, "main_carer", story.person)
    page = sent(tanaka, story, "family-roles", role_of=str(story.person), role="second_carer").content.decode()
    assert "介護を手伝っています。" in page
    assert "主に介護しています。" not in page
    way = next(iter(re.findall(r"/marks/([0-9a-f-]+)/again/", page)))
    back = sent(tanaka, story, f"marks/{way}/again").content.decode()
    assert "主に介護しています。" in back
    assert "介護を手伝っています。" not in back


def test_two_who_both_live_elsewhere_are_not_written_as_drawn(story: Story, town: Town) -> None:
    tanaka, shigeru = signed_in("tanaka"), person_named(town, "小林 茂")
    said = {"whose": str(story.person), "kin": "parent", "name": "小林 マツ"}
    page = sent(tanaka, story, "kin/relatives", **said).content.decode()
    (matsu, *_) = re.findall(r'<option value="([^"]+)">小林 マツ\(別に暮らす\)</option>', page)
    pair = {"one_of": shigeru, "other_of": matsu}
    refused = sent(tanaka, story, "feelings", feeling="close", **pair)
    assert refused.status_code == 422
    assert "別に暮らす家族どうしの間柄は、この図には描かれません。" in text(refused)
    assert "gg-feeling--close" not in refused.content.decode()


def test_what_cannot_be_comes_back_with_a_sentence_and_a_mark_can_be_taken_away(story: Story) -> None:
    tanaka = signed_in("tanaka")
    kiyo = str(story.person)
    alone = sent(tanaka, story, "feelings", one_of=kiyo, other_of=kiyo, feeling="close")
    assert alone.status_code == 422
    assert "同じ方どうしの間柄は書けません。" in text(alone)
    nobody = sent(tanaka, story, "family-roles", role_of=str(uuid4()), role="key_person")
    assert nobody.status_code == 422
    assert "家族図に印を描きました。" in given(tanaka, story, "main_carer", kiyo)
    again = sent(tanaka, story, "family-roles", role_of=kiyo, role="main_carer")
    assert again.status_code == 422
    assert "もうそのように書かれています。" in text(again)
    gone = sent(tanaka, story, f"marks/{story.mark}/away")
    assert "家族図から外しました。" in text(gone)
    assert "gg-feeling" not in gone.content.decode()
