"""Deeds about the standard: what the body says of itself, its own words, its way."""

from tests.web.filled import Fields, soon

STANDARD: tuple[tuple[str, str, Fields], ...] = (
    (
        "office:attest",
        "hirata",
        lambda *_: {"word": "walked", "cases": "5", "passed": "5", "words": "司令塔会議で", "until": soon()},
    ),
    (
        "office:criterion_word",
        "yamazaki",
        lambda *_: {"part": "name", "words": "渡したものが消えない", "reason": "町のことばで"},
    ),
    ("office:path_choose", "mori", lambda *_: {"path": "b", "words": "重層事業を使うことにした"}),
    ("office:recount", "hirata", lambda *_: {"back": "I06"}),
)
