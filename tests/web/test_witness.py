"""Nobody is shown before the look is written, and what was written stays; one hat at a time."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, OperationalError, transaction
from django.test import Client
from django.utils import timezone

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import hats_of
from marugoto.casework.models import JournalEntry
from marugoto.custody.actions.people import end_duty
from marugoto.disclosure.models import Look
from marugoto.ground.context import entered
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import HOTAKAZAWA, Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def account(worker: str) -> object:
    return get_user_model().objects.get(username=f"cast-{worker}")


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(account(worker))
    return client


def looks() -> list[Look]:
    with unwalled():
        return list(Look.objects.everywhere("the whole book").order_by("made_at"))


@pytest.fixture
def full_disk(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the book of looks takes no more rows; the story has its own in it."""

    monkeypatch.setattr(Look, "save", no_room)


def no_room(self: Look, **_: object) -> None:
    raise OperationalError("disk full")


def test_a_page_that_showed_somebody_left_a_row_before_it_was_sent(story: Story) -> None:
    before = len(looks())
    assert signed_in("tanaka").get(f"/desk/households/{story.case}/").status_code == 200
    row = looks()[-1]
    assert len(looks()) == before + 1
    assert (row.page, row.matter, row.outcome) == ("desk:household", str(story.case), "shown")
    assert row.folders


def test_a_page_that_showed_nobody_left_none(story: Story) -> None:
    before = len(looks())
    assert signed_in("tanaka").get("/help/").status_code == 200
    assert signed_in("nishimura").get(f"/desk/households/{story.case}/").status_code == 404
    assert len(looks()) == before


@pytest.mark.parametrize("page", ["/", "/desk/households/", "/desk/households/{case}/", "/search/?q=佐藤"])
@pytest.mark.usefixtures("full_disk")
def test_nothing_is_shown_that_cannot_be_written_down(story: Story, page: str) -> None:
    answer = signed_in("tanaka").get(page.format(case=story.case))
    shown = answer.content.decode()
    assert answer.status_code == 503
    assert "佐藤" not in shown
    assert "誠" not in shown
    assert "ください" in shown


@pytest.mark.usefixtures("full_disk")
def test_neither_is_a_form_that_came_back_with_errors(story: Story) -> None:
    answer = signed_in("tanaka").post(f"/desk/households/{story.case}/journal/", {"key": str(uuid4())})
    assert answer.status_code == 503
    assert "佐藤" not in answer.content.decode()


def test_a_deed_is_done_once_although_its_look_could_not_be_written(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    tanaka, entries = signed_in("tanaka"), kept_entries()
    sent = {"key": str(uuid4()), "words": "電話で話せた。", "method": "phone"}
    with monkeypatch.context() as patched:
        patched.setattr(Look, "save", no_room)
        assert tanaka.post(f"/desk/households/{story.case}/journal/", sent).status_code == 503
    assert tanaka.post(f"/desk/households/{story.case}/journal/", sent).status_code == 302
    assert kept_entries() == entries + 1


def kept_entries() -> int:
    with unwalled():
        return JournalEntry.objects.everywhere("what is kept").count()


@pytest.mark.postgres
@pytest.mark.parametrize("worker", ["tanaka", "shiraishi"])
def test_nobody_can_change_what_was_written(town: Town, story: Story, worker: str) -> None:
    """Neither the one who looked nor the privacy officer; nor the application before anybody is signed in."""
    signed_in("tanaka").get(f"/desk/households/{story.case}/")
    count = len(looks())
    rows = Look.objects.within(town.body)
    for change in (lambda: rows.update(page="elsewhere"), rows.delete):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), entered(town(worker)):
            change()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            change()
    assert len(looks()) == count


def hats(worker: str) -> list[Duty]:
    return hats_of(account(worker).pk, local_day(timezone.now()))  # type: ignore[attr-defined]


def first_of(own: list[Duty]) -> Duty:
    """What is worn after signing in: the hat that can do most."""
    return max(own, key=lambda hat: len(hat.role_set()))


def worn(client: Client) -> UUID:
    """The duty under which the page was written into the book."""
    return client.get("/").wsgi_request.marugoto_signed_in.viewer.duty  # type: ignore[attr-defined]


def test_one_hat_is_worn_at_a_time(town: Town) -> None:
    """有賀 of the small town has three duties and one account."""
    aruga, own = signed_in("aruga"), hats("aruga")
    assert len(own) == 3
    assert worn(aruga) == first_of(own).pk
    for hat in reversed(own):
        assert aruga.post("/hat/", {"hat": str(hat.pk)}).status_code == 302
        assert worn(aruga) == hat.pk
        assert f"いまの役割: </span>{hat.name}" in aruga.get("/").content.decode()


def test_nobody_puts_on_anothers_hat(town: Town) -> None:
    aruga, mine = signed_in("aruga"), first_of(hats("aruga")).pk
    foreign = hats("tanaka")[0].pk
    for hat in (str(foreign), str(uuid4()), "x", ""):
        assert aruga.post("/hat/", {"hat": hat}).status_code == 404
    assert worn(aruga) == mine
    session = aruga.session
    session["hat"] = str(foreign)
    session.save()
    assert worn(aruga) == mine


def test_what_one_hat_may_see_the_other_may_not(town: Town) -> None:
    """The day lists the balls of all hats, those of the others by their face; the press that opens one puts its hat on."""
    own = hats("aruga")
    town.body = HOTAKAZAWA
    aruga = signed_in("aruga")
    sent = {
        "key": str(uuid4()),
        "caller": "遠山さん",
        "day": timezone.localdate().isoformat(),
        "channel": "phone",
        "urgent_food": "not_asked",
        "urgent_bed": "not_asked",
        "urgent_violence": "not_asked",
        "urgent_life": "not_asked",
    }
    aruga.post("/hat/", {"hat": str(own[0].pk)})
    assert aruga.post("/desk/consultations/received/", sent).status_code == 302
    assert "遠山さん" in aruga.get("/").content.decode()
    other = next(hat for hat in own if hat.team_id != own[0].team_id)
    aruga.post("/hat/", {"hat": str(other.pk)})
    page = aruga.get("/").content.decode()
    assert "遠山さん" not in page
    assert f"{own[0].name}({own[0].team.name})" in page
    opened = re.search(
        rf'name="hat" value="{own[0].pk}"><input type="hidden" name="next" value="(/desk/balls/[^"]+)"', page
    )
    assert opened
    assert worn(aruga) == other.pk
    shown = aruga.post("/hat/", {"hat": str(own[0].pk), "next": opened.group(1)}, follow=True)
    assert "遠山さん" in shown.content.decode()
    assert worn(aruga) == own[0].pk
    assert aruga.post("/hat/", {"hat": str(other.pk), "next": "https://elsewhere.example/"}).headers["Location"] == "/"


def end(town: Town, hat: Duty, *, days: int = 0) -> None:
    """唐沢 of the small town ends a duty, from today on or from a day to come."""
    at = timezone.now()
    by, day = town("karasawa", HOTAKAZAWA).at_moment(at), local_day(at) + timedelta(days=days)
    end_duty(by=by, at=at, duty=hat.pk, day=day, reason="異動")


def test_a_duty_that_has_ended_falls_away_and_the_others_stay(town: Town) -> None:
    aruga, own = signed_in("aruga"), hats("aruga")
    gone, leaving, stays = (next(hat for hat in own if word in hat.name) for word in ("地域包括", "こども", "福祉係"))
    aruga.post("/hat/", {"hat": str(gone.pk)})
    end(town, leaving, days=7)
    end(town, gone)
    assert worn(aruga) != gone.pk  # in the middle of her work
    assert {hat.pk for hat in hats("aruga")} == {leaving.pk, stays.pk}  # the one until its last day
    assert aruga.post("/hat/", {"hat": str(gone.pk)}).status_code == 404
    assert gone.name not in aruga.get("/").content.decode()


def test_with_the_last_duty_the_way_in_is_gone(town: Town) -> None:
    momose = signed_in("momose")
    assert momose.get("/").status_code == 200
    end(town, hats("momose")[0])
    answer = momose.get("/")
    assert answer.status_code == 302
    assert "/sign-in/" in answer["Location"]
