"""Tests: sentences about the town. The cast stands in `tests/town.py`; the rules of the house in `tests/house/`."""
