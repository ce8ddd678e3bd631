"""The table of allowed cells with their article: written from the rules, and read back to be compared with them."""

from pathlib import Path

from proofs import _ruled
from proofs._grounds import Grounding, ground_rows

Row = tuple[str, ...]
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "access.md"
GROUNDS = ("basis", "article", "from", "profile says yes to", "agreed", "reason", "seat", "parts that may be opened")
OWN, OPENING, FREE = (
    ("viewer", "body of the folder"),
    ("viewer", "granted to", "since", "until", "taken back"),
    ("viewer", "listed", "since", "ended"),
)
INTRO = """# Who may see what: the allowed cells

Written from the rules by `bin/prove access --write`; a test of `tests/disclosure` asks whether it is fresh, and `bin/prove access`
reads it back and holds it against the rule, the SQL filter and PostgreSQL's own row security. Everything that is not in these tables
is refused.

A folder is seen when three things hold together: the viewer acts in its body (table 2); some grant on it opens to him (table 3), which
came about on one of the grounds of table 1; and every restriction on it leaves him free (table 4). Moments are told from the moment of
looking: *before* and *after* are one or two microseconds away, *at* is that very moment. Articles whose text was not yet checked against
the promulgated law are marked in `docs/reference/law.md`.
"""


def page() -> str:
    from marugoto.disclosure.rules import basis, sharing
    from proofs._grounds import loaded

    grounding = Grounding(loaded("basis_copy", source_of(basis)), sharing)
    bodies, grants, restrictions = _ruled.cells()
    return "\n".join(
        [
            INTRO,
            "## 1. On what ground a grant may come about\n",
            _table(GROUNDS, ground_rows(grounding)),
            "\n## 2. In which body a viewer acts\n",
            _table(OWN, bodies),
            "\n## 3. Which grants open\n",
            _table(OPENING, grants),
            "\n## 4. Which restrictions leave free\n",
            _table(FREE, restrictions),
            "",
        ]
    )


def read(text: str) -> dict[Row, list[Row]]:
    """By heading the rows of each table of the page."""
    found = dict[Row, list[Row]]()
    rows = list[Row]()
    for line in text.splitlines():
        if not line.startswith("| "):
            continue
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if cells in {GROUNDS, OWN, OPENING, FREE}:
            rows = found.setdefault(cells, [])
        else:
            rows.append(cells)
    return found


def source_of(module: object) -> str:
    return Path(str(vars(module)["__file__"])).read_text(encoding="utf-8")


def _table(heading: Row, rows: list[Row]) -> str:
    lines = [_line(heading), "|" + "---|" * len(heading), *map(_line, rows)]
    return "\n".join(lines)


def _line(cells: Row) -> str:
    return f"| {' | '.join(cells)} |"
