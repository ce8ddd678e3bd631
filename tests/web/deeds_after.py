"""What is done after the end of support, and what the control tower directs: each on a matter of its own."""

from tests.begun import ended, heard
from tests.web.filled import Fields, soon

AFTER: tuple[tuple[str, str, Fields], ...] = (
    ("desk:look_in", "tanaka", lambda town, story: {"@case": ended(town), "result": "steady"}),
    ("desk:resume", "tanaka", lambda town, story: {"@case": ended(town), "words": "電気が止まった。"}),
    (
        "desk:direct",
        "mori",
        lambda town, story: {"@ball": heard(town).ball_id, "words": "あす電話してください。", "due": soon()},
    ),
)
