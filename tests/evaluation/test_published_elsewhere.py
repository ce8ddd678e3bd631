"""What leaves the house beside sheets and tables: no subtraction finds anybody, and much of it is told; and what leaves is all known."""

import ast
from pathlib import Path

import pytest

import marugoto
from tests.evaluation.published_elsewhere import attack_begun, attack_ways, found_in_begun, found_in_ways

TOWNS = 40
HOME = Path(next(iter(marugoto.__path__)))
HIDING = {"suppression", "subtraction", "telling", "heads", "before_after", "route", "sheets"}

# Everything that asks the rules what may be told: how it is attacked, or why nothing leaves by it.
TAKES_OUT = {
    "evaluation/queries/heads": "sheets: published_towns",
    "evaluation/queries/measure": "measure tables: published_towns",
    "evaluation/queries/published": "what came to the prefecture in measure tables: published_towns",
    "evaluation/queries/pattern": "ways between fields: published_elsewhere",
    "evaluation/queries/initiative": "before and after: published_elsewhere",
    "web/office/pages/patterns": "prints what queries/pattern tells; the reasons only where their field tells every refusal",
    "web/office/pages/reports": "the sheet on the screen: published_towns",
    "web/office/pages/balance": "stays within: which kinds of work left a record, for those who think about the whole",
    "web/office/papers/material": "of what papers to go out are made, all from the sheet and the table: published_towns",
    "web/office/papers/words": "words for what material tells",
    "web/office/papers/half_year": "words for what material tells",
    "web/office/papers/mayor": "words for what material tells",
    "web/office/papers/answers": "words for what material tells; what was begun is left out of what goes out",
    "web/office/papers/looked_back": "what was begun, for inside alone",
    "web/pref/pages/municipality": "prints what the measure tables told",
    "web/pref/pages/provision": "uses of all municipalities together, in steps: test_small_numbers_are_hidden",
    "web/town/before_after_words": "words for what queries/initiative tells, on the page and in the table to take along",
    "web/town/pages/initiative": "before and after: published_elsewhere",
    "web/town/pages/light": "what is lacking, by district: each theme by parts_of, of the day",
    "web/town/pages/unmet_sheet": "what is lacking, by district: each theme by parts_of, of the day",
}


def test_nobody_is_found_beside_the_figures_of_the_town() -> None:
    assert [(seed, one) for seed in range(TOWNS) for one in found_in_ways(seed, protected=True)] == []


def test_nobody_is_found_in_one_table_laid_in_another() -> None:
    assert [(seed, one) for seed in range(TOWNS) for one in found_in_begun(seed, protected=True)] == []


@pytest.mark.parametrize(("attack", "told"), [(attack_ways, 0.5), (attack_begun, 0.5)])
def test_the_same_attack_finds_them_where_small_numbers_alone_are_hidden_and_much_is_told(
    attack: object, told: float
) -> None:
    control, ours = (attack(0, TOWNS, protected=protected) for protected in (False, True))  # type: ignore[operator]
    assert control["small numbers found"] > TOWNS / 4
    assert control["of these singletons"] > 0
    assert ours["small numbers found"] == 0
    assert ours["numbers told"] > control["numbers told"] * told


def test_whatever_asks_what_may_be_told_is_known() -> None:
    """Found from the imports: a page that is new here has to say how it is attacked."""
    assert {name for name in _modules() if not name.startswith("evaluation/rules/")} == TAKES_OUT.keys()


def _modules() -> set[str]:
    found = set()
    for path in HOME.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("marugoto.evaluation.rules"):
                named = {(node.module or "").rpartition(".")[2], *(one.name for one in node.names)}
                if named & HIDING:
                    found.add(str(path.relative_to(HOME).with_suffix("")))
    return found
