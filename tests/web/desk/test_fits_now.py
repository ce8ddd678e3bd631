"""お知らせ of a place that came to fit: which, what became of it, why it fits now, and where to go on; to the holder's team alone."""

import pytest

from marugoto.agencies.queries.system import system_viewer
from marugoto.community.actions.place import create_place, welcome_also
from marugoto.community.codes import Interest, Welcome
from marugoto.participation.actions import anew
from tests.still_waiting import Waits, waits_for_a_place
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
SAID = "待っている必要に、合う場所が出てきました"


def told(town: Town, names: list[str], waits: int = 1) -> list[Waits]:
    """Needs that wait, and places that widen one after the other."""
    anew._LOOKED.clear()  # another test's courier
    found = [waits_for_a_place(town) for _one in range(waits)]
    for name in names:
        widens(town, name)
        look(town)
    return found


def widens(town: Town, name: str) -> None:
    by, kinds = town("hayashi"), {"welcome": [Welcome.AGED], "interests": [Interest.GAMES]}
    values = {"name": name, "description": "囲碁をする。"}
    key = create_place(by=by, at=town.later(), values=values, **kinds).pk
    welcome_also(by=town("hayashi"), at=town.later(), place=key, welcome=Welcome.ANYBODY)


def look(town: Town) -> None:
    at = town.later()
    anew.look_anew(by=system_viewer(town.body, at), at=at)


@pytest.mark.both
def test_the_holder_reads_which_place_and_why_and_goes_on(town: Town) -> None:
    [waits] = told(town, ["なぎさの会"])
    for page in ("/", "/tidings/"):
        answer = signed_in("tanaka").get(page)
        said = text(answer)
        assert SAID in said, page
        assert "なぎさの会 (迎える人が広がりました): 好きなこと（将棋・囲碁・ゲーム）ができます。" in said
        assert f'href="/desk/needs/{waits.need}/match/"' in answer.content.decode()
    assert "いちばん合いそうなのは「なぎさの会」です。" in text(
        signed_in("tanaka").get(f"/desk/needs/{waits.need}/match/")
    )
    assert SAID not in text(signed_in("ogawa").get("/"))


@pytest.mark.both
def test_of_many_places_three_are_named_and_the_rest_counted(town: Town) -> None:
    told(town, [])
    for number in range(5):
        widens(town, f"{number}番目の会")
    look(town)
    said = text(signed_in("tanaka").get("/"))
    assert (said.count(SAID), said.count("番目の会 (")) == (1, 3)
    assert "ほかに2か所あります。" in said


def test_the_page_asks_as_often_for_many_as_for_few(town: Town) -> None:
    counts = []
    tanaka = signed_in("tanaka")
    for names, waits in ((["あさの会"], 1), (["ひるの会", "よるの会"], 3)):
        told(town, names, waits)
        tanaka.get("/tidings/")
        with counted() as asked:
            page = text(tanaka.get("/tidings/"))
        assert all(f"{name} (" in page for name in names)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= 14
