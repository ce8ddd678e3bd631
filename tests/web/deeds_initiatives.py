"""Deeds about what a town has begun and looks back at, and about its reviews."""

from tests.web.deeds_reviews import REVIEWS
from tests.web.filled import Fields, soon, today

SAID = {"name": "朝の畑の会", "runner": "農政課", "theme": "work"}

INITIATIVES: tuple[tuple[str, str, Fields], ...] = (
    ("town:initiative_write", "hayashi", lambda *_: SAID | {"since": today()}),
    ("town:initiative_change", "hirata", lambda *_: SAID | {"name": "畑の会", "since": today(), "reason": "名前"}),
    ("town:initiative_end", "yamazaki", lambda *_: {"day": soon(), "reason": "年度で終える"}),
    *REVIEWS,
)
