"""The books that are sealed: facts and looks, in one chain for each body."""

from marugoto.disclosure.models import Look
from marugoto.ledger.queries.book import FACTS, Book

LOOKS = Book("look", Look, key="id", place="made_at", margin=3_600_000_000)
BOOKS = (FACTS, LOOKS)
