"""The papers carry every question of the screen, what cannot wait first, and a window gets no more than its own."""

import pytest

from marugoto.intake.labels import URGENT_QUESTIONS
from marugoto.intake.rules.troubles import TROUBLE_SETS
from marugoto.web.desk.forms.intake import ConsultationForm, NoticeForm
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def test_every_field_of_the_screen_is_on_paper(town: Town) -> None:
    page = text(signed_in("tanaka").get("/desk/papers/"))
    for form in (ConsultationForm(), NoticeForm(agreements=[])):
        for bound in form:
            assert (str(bound.label) in page) is (bound.name not in {"papers", "day"}), (
                bound.name
            )  # the day stands at the head
    for label in TROUBLE_SETS[-1].labels.values():
        assert f"□ {label}" in page
    places = [page.index(str(question)) for question in URGENT_QUESTIONS.values()]
    assert max(places) < page.index("呼び名")
    assert "公の様式ではありません" in page


def test_a_window_gets_the_notice_alone(town: Town) -> None:
    page = text(signed_in("okamoto").get("/desk/papers/"))
    assert "気づき(つなぐシート)" in page
    assert "相談受付票" not in page


@pytest.mark.parametrize(
    ("worker", "page"), [("tanaka", "/desk/consultations/new/"), ("okamoto", "/desk/notices/new/")]
)
def test_the_form_leads_to_its_paper(town: Town, worker: str, page: str) -> None:
    assert 'href="/desk/papers/"' in signed_in(worker).get(page).content.decode()
