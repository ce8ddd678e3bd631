"""A list given at once finds what a place for each would find, also words that are empty or hold what lists are written with."""

import pytest
from django.db.models import CharField, F, Value

from marugoto.agencies.models import Worker
from marugoto.ground.any_of import AnyOf
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db

WORDS = ["", "a,b", 'say "so"', "back\\slash", "{curly}", "NULL", "ふつう"]


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_found_and_no_other(town: Town, word: str) -> None:
    with unwalled():
        rows = Worker.objects.within(town.body).annotate(word=Value(word, CharField(max_length=20)))
        assert rows.filter(AnyOf(F("word"), WORDS)).exists()
        assert rows.filter(AnyOf(F("word"), [word])).exists()
        assert not rows.filter(AnyOf(F("word"), [one for one in WORDS if one != word])).exists()
