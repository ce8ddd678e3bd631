"""The deeds of the pages that think about a town: its words, its standard, what it began and weighs, its districts on the map."""

from tests.web.deeds_boundaries import BOUNDARIES
from tests.web.deeds_initiatives import INITIATIVES
from tests.web.deeds_standard import STANDARD
from tests.web.deeds_thinking import THINKING
from tests.web.deeds_words import WORDS

ALL_OVER = (*WORDS, *STANDARD, *INITIATIVES, *THINKING, *BOUNDARIES)
