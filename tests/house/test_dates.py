"""A day is said in one way on every page: by the era, through `marugoto.kernel.era` and the filters of `web/ui/templatetags/days.py`."""

import re

import pytest

from tests.house.tree import python_files, templates, text_of

IN_TEMPLATES = re.compile(r"\|\s*date\b|{%\s*now\b|\|\s*time:\"[^\"]*Y")
IN_PYTHON = re.compile(r"\.year\}年|%\((?:\w+)\)[sd]年%\((?:\w+)\)[sd]月|%Y年")


def test_no_template_says_a_day_in_a_way_of_its_own() -> None:
    assert {path: found for path in templates() if (found := IN_TEMPLATES.findall(text_of(path)))} == {}


def test_no_page_says_a_day_by_the_western_year() -> None:
    pages = [path for path in python_files("web") if path.parts[0] == "marugoto"]
    assert len(pages) > 100
    assert {path: found for path in pages if (found := IN_PYTHON.findall(text_of(path)))} == {}


@pytest.mark.parametrize("text", ['{{ day|date:"Y年n月j日" }}', "{{ day|date }}", '{% now "Y" %}'])
def test_another_way_in_a_template_is_caught(text: str) -> None:
    assert IN_TEMPLATES.search(text)


@pytest.mark.parametrize("text", ['f"{day.year}年{day.month}月"', '_("%(year)d年%(month)d月")', 'f"{day:%Y年%m月}"'])
def test_a_western_year_is_caught(text: str) -> None:
    assert IN_PYTHON.search(text)


@pytest.mark.parametrize("text", ["{{ day|era }}", "{{ updated|near }}", "{% now_said %}", "{{ row.date }}"])
def test_the_ways_of_the_house_are_not_caught(text: str) -> None:
    assert IN_TEMPLATES.search(text) is None
