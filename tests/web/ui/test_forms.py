"""Forms: label above, hint, error with what to do; two buttons are two deeds; a refusal shows its sentence."""

from datetime import date
from uuid import uuid4

import pytest
from django import forms
from django.test import RequestFactory

from marugoto.kernel.decision import no
from marugoto.web.ui.fields import DateWords
from tests.web.ui.drawn import Reader, draw, words


class Offer(forms.Form):
    title = forms.CharField(label="見出し", max_length=4, help_text="短く")
    way = forms.ChoiceField(label="急ぎ", choices=[("a", "いますぐ"), ("b", "ふつう")], widget=forms.RadioSelect)
    note = forms.CharField(label="伝えたいこと", required=False, widget=forms.Textarea)
    to = forms.ChoiceField(label="渡す先", choices=[("", "-"), ("x", "北部包括")], required=False)
    people = forms.IntegerField(label="人数", min_value=1, required=False)
    reply = forms.BooleanField(label="返してよい", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)
    own = forms.CharField(label="わけ", error_messages={"required": "わけを一言。"})


def test_every_control_has_its_label_hint_and_error() -> None:
    page = Reader(draw("{% form_fields form %}", form=Offer({"title": "長すぎる見出し", "people": "0"})))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    labelled = {attrs["for"] for attrs in page.all("label")}
    controls = [
        attrs for tag in ("input", "select", "textarea") for attrs in page.all(tag) if attrs.get("type") != "hidden"
    ]
    assert {attrs["id"] for attrs in controls} <= labelled
    described = [name for _tag, attrs in page.tags for name in str(attrs.get("aria-describedby") or "").split()]
    assert described
    assert set(described) <= set(ids)


def test_errors_say_what_to_do_and_lead_to_their_field() -> None:
    html = draw("{% form_fields form %}", form=Offer({"title": "長すぎる見出し", "people": "0"}))
    page = Reader(html)
    for said in (
        "直すところが4つあります。",
        "4文字までで書いてください。",
        "選んでください。",
        "1以上で書いてください。",
        "わけを一言。",
    ):
        assert said in words(html)
    targets = {str(attrs["href"]).removeprefix("#") for attrs in page.all("a")}
    assert targets <= set(page.ids())
    assert [attrs["aria-invalid"] for attrs in page.all("input") if attrs.get("name") == "title"] == ["true"]


def test_an_untouched_form_has_no_errors_and_says_what_need_not_be_written() -> None:
    html = draw("{% error_list form %}{% form_fields form %}", form=Offer())
    assert "誤り" not in html
    assert html.count("書かなくてもよい") == 2  # note and people
    assert html.count("選ばなくてもよい") == 1  # to


class Ending(forms.Form):
    """A label that says so itself, and a field that some answers ask for."""

    at_times = frozenset({"team"})
    why = forms.CharField(label="わけ(書かなくてもよい)", required=False)
    team = forms.ChoiceField(label="見守る機関", choices=[("", "なし")], required=False)


def test_what_need_not_be_written_is_said_once_and_not_of_what_is_asked_for_at_times() -> None:
    html = draw("{% form_fields form %}", form=Ending())
    assert html.count("書かなくてもよい") == 1
    assert "選ばなくてもよい" not in html


def test_a_file_is_asked_for_in_japanese_and_the_browser_s_own_field_is_kept() -> None:
    class Paper(forms.Form):
        paper = forms.FileField(label="手紙の写し", required=False)

    page = Reader(draw("{% form_fields form %}", form=Paper()))
    assert [attrs["id"] for attrs in page.all("input") if attrs.get("type") == "file"] == ["id_paper"]
    assert "ファイルを選ぶ" in page.words
    assert "まだ選んでいません" in page.words
    said = [attrs for attrs in page.all("span") if "data-none" in attrs]
    assert [one["aria-hidden"] for one in said] == ["true"]  # the browser's own field says it to a screen reader


def test_hidden_fields_travel_without_a_label() -> None:
    assert 'type="hidden" name="secret"' in draw("{% form_fields form %}", form=Offer())


def test_a_label_may_be_given_on_the_page() -> None:
    assert "別の名" in draw('{% field form.title label="別の名" %}', form=Offer())


@pytest.mark.parametrize("why", ["まだできません。", no("まだできません。")], ids=["sentence", "decision"])
def test_a_refused_button_stays_and_says_why(why: object) -> None:
    html = draw('{% refused_button "閉じる" why way_url="/x" way_label="1つを見る" %}', why=why)
    page = Reader(html)
    button = page.all("button")[0]
    assert button["aria-disabled"] == "true"
    assert "disabled" not in button  # it can be reached by keyboard, so that the reason is heard
    assert button["aria-describedby"] in page.ids()
    assert words(html) == "閉じる まだできません。 1つを見る"


def test_two_refusals_of_a_page_do_not_share_a_name() -> None:
    ids = Reader(draw('{% refused_button "a" "x" %}{% refused_button "b" "y" %}')).ids()
    assert len(set(ids)) == len(ids) == 2


def test_each_form_has_its_own_key_and_the_same_page_gives_the_same_keys() -> None:
    key = uuid4()
    source = '{% act_form "/a" %}{% button "渡す" %}{% endact_form %}{% act_button "困った" "/b" %}'

    def keys() -> list[str | None]:
        return [
            attrs["value"]
            for attrs in Reader(draw(source, key=key, csrf_token="t")).all("input")
            if attrs["name"] == "key"
        ]

    assert len(set(keys())) == 2
    assert keys() == keys()
    assert str(key) not in keys()


def test_forms_carry_the_token_against_forgery_and_are_sent_once() -> None:
    page = Reader(draw('{% act_form "/a" upload=True %}x{% endact_form %}', csrf_token="token"))
    assert page.all("form")[0] | {"class": ""} == {
        "method": "post", "class": "", "action": "/a", "enctype": "multipart/form-data", "novalidate": None, "data-once": None, "data-draft": None,
    }  # fmt: skip
    assert [attrs["value"] for attrs in page.all("input")] == ["token"]


def test_pages_keep_the_other_words_of_the_address() -> None:
    request = RequestFactory().get("/x", {"area": "north", "page": "7"})
    html = draw("{% pagination 2 9 420 %}", request=request)
    page = Reader(html)
    assert "420件のうち 51–100" in words(html)
    assert [attrs["href"] for attrs in page.all("a")][:2] == ["?area=north&page=1", "?area=north&page=1"]
    assert "…" in words(html)
    assert 'aria-current="page">2' in html


@pytest.mark.parametrize(
    ("number", "pages", "count", "said"),
    [(1, 0, 0, "0件"), (9, 1, 3, "3件のうち 1–3"), (0, 2, 60, "60件のうち 1–5012次へ")],
)
def test_pages_hold_at_the_ends(number: int, pages: int, count: int, said: str) -> None:
    assert words(draw("{% pagination number pages count %}", number=number, pages=pages, count=count)) == said


def test_a_placeholder_does_not_repeat_the_label() -> None:
    class Door(forms.Form):
        name = forms.CharField(label="名前", widget=forms.TextInput(attrs={"placeholder": "名前"}))
        code = forms.CharField(label="番号", widget=forms.TextInput(attrs={"placeholder": "123456"}))

    html = draw("{% form_fields form %}", form=Door())
    assert [attrs.get("placeholder") for attrs in Reader(html).all("input")] == [None, "123456"]


class Due(forms.Form):
    due = DateWords(label="返事の期限", required=False)


@pytest.mark.parametrize("typed", ["令和8年11月24日", "R8.11.24", "2026/11/24", "２０２６年１１月２４日", " 20261124 "])
def test_a_date_is_read_as_people_write_it_and_read_back(typed: str) -> None:
    form = Due({"due": typed})
    html = draw("{% field form.due %}", form=form)
    assert form.cleaned_data["due"] == date(2026, 11, 24)
    assert "令和8年11月24日(火)と読みました。" in words(html)


@pytest.mark.parametrize("typed", ["2026/2/30", "令和0年1月1日", "あした頃"])
def test_a_date_that_cannot_be_is_refused_with_what_to_do(typed: str) -> None:
    form = Due({"due": typed})
    html = draw("{% field form.due %}", form=form)
    assert "誤り" in html
    assert form.errors["due"][0].endswith("。")
    assert f'value="{typed}"' in html  # nothing is typed twice
    assert "と読みました" not in html


def test_a_known_date_is_shown_in_the_words_of_the_era_and_is_not_a_change() -> None:
    assert 'value="令和8年12月2日"' in draw("{% field form.due %}", form=Due(initial={"due": date(2026, 12, 2)}))
    assert not Due({"due": "令和8年12月2日"}, initial={"due": date(2026, 12, 2)}).has_changed()
    assert Due({"due": "R8.12.3"}, initial={"due": date(2026, 12, 2)}).has_changed()
    assert Due({"due": ""}).is_valid()


@pytest.mark.parametrize("more", ["", 'kind="stuck" small=True', 'name="a" value="<b>" label="だれの & 何の"'])
@pytest.mark.parametrize("key", ["", f"{uuid4()}.{uuid4()}"])
def test_a_form_of_one_button_is_drawn_as_its_templates_say(more: str, key: str) -> None:
    whole = f'{{% act_form url="/a?b&c" one=True %}}{{% button "渡<す>" {more} %}}{{% endact_form %}}'
    short = f'{{% act_button "渡<す>" "/a?b&c" {more} %}}'
    drawn = [draw(source, csrf_token="a&b", key=key) for source in (whole, short)]
    assert drawn[0] == drawn[1]
    assert ("a&amp;b" in drawn[0], bool(key)) == (True, 'name="key"' in drawn[0])
