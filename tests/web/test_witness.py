"""Nobody is shown before the look is written, and what was written stays; one hat at a time."""

from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, OperationalError, transaction
from django.test import Client
from django.utils import timezone

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import hats_of
from marugoto.disclosure.models import Look
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
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The book of looks takes no more rows."""

    def refuse(self: Look, **_: object) -> None:
        raise OperationalError("disk full")

    monkeypatch.setattr(Look, "save", refuse)


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


@pytest.mark.postgres
def test_the_application_cannot_change_what_was_written(story: Story) -> None:
    signed_in("tanaka").get(f"/desk/households/{story.case}/")
    count = len(looks())
    everything = Look.objects.everywhere("an intruder")
    for change in (lambda: everything.update(page="elsewhere"), everything.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert len(looks()) == count


def hats(worker: str) -> list[Duty]:
    return hats_of(account(worker).pk, local_day(timezone.now()))  # type: ignore[attr-defined]


def worn(client: Client) -> UUID:
    """The duty under which the page was written into the book."""
    return client.get("/").wsgi_request.marugoto_signed_in.viewer.duty  # type: ignore[attr-defined]


def test_one_hat_is_worn_at_a_time(town: Town) -> None:
    """有賀 of the small town has three duties and one account."""
    aruga, own = signed_in("aruga"), hats("aruga")
    assert len(own) == 3
    assert worn(aruga) == own[0].pk
    for hat in reversed(own):
        assert aruga.post("/hat/", {"hat": str(hat.pk)}).status_code == 302
        assert worn(aruga) == hat.pk
        assert f"いまの役割: {hat.name}" in aruga.get("/").content.decode()


def test_nobody_puts_on_anothers_hat(town: Town) -> None:
    aruga, mine = signed_in("aruga"), hats("aruga")[0].pk
    foreign = hats("tanaka")[0].pk
    for hat in (str(foreign), str(uuid4()), "x", ""):
        assert aruga.post("/hat/", {"hat": hat}).status_code == 404
    assert worn(aruga) == mine
    session = aruga.session
    session["hat"] = str(foreign)
    session.save()
    assert worn(aruga) == mine


def test_what_one_hat_may_see_the_other_may_not(town: Town) -> None:
    """A ball of one of the teams stands on the day of that hat alone."""
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
    assert "遠山さん" not in aruga.get("/").content.decode()
