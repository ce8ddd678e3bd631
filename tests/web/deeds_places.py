"""What is done with a place of the town: written part by part, checked, promised, linked, answered."""

from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, plain, soon


def called(town: Town, story: Story) -> dict[str, object]:
    return {"places": [str(story.place)], "how": "phone"}


PLACES: tuple[tuple[str, str, Fields], ...] = (
    ("town:place_change", "hayashi", plain(name="木曜の将棋会", kind="circle", version="1", sure="1")),
    ("town:place_times", "hayashi", plain(day_0="3", week_0="2-4", opens_0="13:00", closes_0="15:00")),
    ("town:place_day", "hayashi", lambda *_: {"day": soon(), "is_open": "no"}),
    ("town:place_day_back", "hayashi", lambda *_: {"day": soon()}),
    ("town:place_try", "hayashi", plain(way="phone")),
    ("town:place_doubt", "tanaka", plain(reason="full")),
    ("town:check_round", "hayashi", called),
    ("town:place_link", "hayashi", lambda *_: {"until": soon()}),
    ("town:place_link_withdraw", "hayashi", plain()),
    ("town:change_answer", "hayashi", plain(taken=["hours_note"])),
    ("town:place_promise", "hayashi", plain(kind="not_listed", said_by="host")),
    ("town:place_promise_lift", "hayashi", plain()),
)
