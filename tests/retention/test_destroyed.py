"""What two persons decided on is gone to the last row; the chain, the balls and the figures stand as they stood."""

import io
import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection

from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.queries.check import faults
from marugoto.disclosure.actions.books import seal_everywhere
from marugoto.disclosure.queries.books import BOOKS
from marugoto.evaluation.indicators import INDICATORS
from marugoto.evaluation.queries.figure import figures
from marugoto.ground.models import Kept
from marugoto.kernel import chain
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import give_checkpoint
from marugoto.ledger.models import Fact
from marugoto.ledger.queries.chain import export
from marugoto.ledger.queries.checkpoint import last_given
from marugoto.people.queries.person import search
from marugoto.people.queries.pointer import keepers
from marugoto.people.rules.pointer import Question
from marugoto.retention.actions.destroy import forget_targets
from marugoto.retention.models import Destruction, DisposalItem, DisposalTarget
from marugoto.retention.reach import reached_models
from marugoto.retention.rules.disposal import BACKUP_DAYS
from marugoto.retention.rules.proof import commitment, half
from tests.database import unwalled
from tests.disposed import Ended, destroyed
from tests.town import Town
from tests.web.client import signed_in

pytestmark = pytest.mark.django_db
# Sealed, or the line that remains; the target goes with the last backup.
BOOKS_THAT_STAY = {"ledger.Fact", "ledger.Seal", "disclosure.Look", "retention.DisposalTarget"}
NAMES = re.compile("佐藤|キヨ|きよ|小林 茂|戸口で5分|将棋の会に名前")


def rows_of(model: Any) -> list[dict[str, Any]]:
    return list(model._base_manager.using(model.objects.db if hasattr(model, "objects") else None).values())


def everything() -> dict[str, list[dict[str, Any]]]:
    kept = [model for model in apps.get_models() if issubclass(model, Kept) or model._meta.label == "ground.Counter"]
    with unwalled():
        return {model._meta.label: rows_of(model) for model in kept if model._meta.label not in BOOKS_THAT_STAY}


def ids_before() -> dict[str, set[UUID]]:
    return {label: {row["id"] for row in rows} for label, rows in everything().items() if label != "ground.Counter"}


def mentions(ids: set[UUID], rows: dict[str, list[dict[str, Any]]]) -> set[str]:
    """In a column of its own, within a text, in a list: as it is written with and without its strokes."""
    known = re.compile("|".join(sorted({str(one) for one in ids} | {one.hex for one in ids})))
    return {
        f"{label}.{name}"
        for label, found in rows.items()
        for row in found
        for name, value in row.items()
        if not isinstance(value, bytes | memoryview) and known.search(str(value))
    }


def test_no_row_of_any_table_mentions_what_was_destroyed(town: Town, over: Ended) -> None:
    before = ids_before()
    destroyed(town)
    rows = everything()
    gone = {
        label: ids - {row["id"] for row in rows[label]}
        for label, ids in before.items()
        if label in {model._meta.label for model in reached_models()}
    }
    went = set().union(*gone.values())
    story = over.story
    assert {story.household, story.person, story.case, story.need, story.item, story.plan, story.entry} <= went
    assert len(went) > 200
    assert mentions(went, rows) == set()
    assert {f"{label}: {row}" for label, found in rows.items() for row in found if NAMES.search(str(row))} == set()


def test_whoever_has_another_record_stays(town: Town, over: Ended) -> None:
    """喜代 is in the index by herself, and 石井's consultation was another's: both are there as before."""
    destroyed(town)
    with unwalled():
        assert apps.get_model("people.Person").objects.within(town.body).filter(pk=over.story.other).exists()
        kept = apps.get_model("intake.Consultation").objects.within(town.body)
        assert kept.filter(pk=over.story.fresh_consultation).exists()
        assert apps.get_model("community.UnmetNeed").objects.within(town.body).filter(pk=over.story.unmet).exists()


def test_the_line_that_remains_says_what_went_and_of_what_it_was(town: Town, over: Ended) -> None:
    before = ids_before()
    destroyed(town)
    with unwalled():
        line = Destruction.objects.within(town.body).select_related("item").get()
        target = DisposalTarget.objects.within(town.body).get(item=line.item)
    after = ids_before()
    tables = {model._meta.db_table: model._meta.label for model in reached_models()}
    gone = [(name, one) for name, label in tables.items() for one in before[label] - after[label]]
    assert line.counts == {name: n for name in tables if (n := sum(one == name for one, _ in gone))}
    assert line.rows == len(gone) == sum(line.counts.values())
    assert line.commitment == commitment(target.salt, gone)
    assert line.commitment != commitment(target.salt, gone[1:])
    with unwalled():
        fact = Fact.objects.within(town.body).get(kind="disposal.executed")
    assert (fact.ref_1, fact.ref_2, fact.num_1) == (line.item_id, half(line.commitment), line.rows)


def test_what_the_line_pointed_at_goes_when_no_backup_holds_it(town: Town, over: Ended) -> None:
    destroyed(town)
    by = system_viewer(town.body, town.now)
    assert forget_targets(by=by, at=town.now) == 0
    later = town.now + timedelta(days=BACKUP_DAYS + 1)
    assert forget_targets(by=by, at=later) == 1
    found = everything()
    with unwalled():
        found["retention.DisposalTarget"] = rows_of(DisposalTarget)
        assert DisposalItem.objects.within(town.body).filter(destruction__isnull=False).count() == 1
    assert mentions({over.story.household, over.story.case, over.story.person}, found) == set()


# ---------------------------------------------------------------- the chain, the balls, the figures


def exported(town: Town) -> list[str]:
    said = io.StringIO()
    export(system_viewer(town.body, town.now), BOOKS, name="みなも市", write=said.write)
    return said.getvalue().splitlines()


def checkpoint(town: Town) -> tuple[str, int, str]:
    by = system_viewer(town.body, town.later())
    seal_everywhere(at=town.now)
    give_checkpoint(by=by, at=town.now)
    return chain.read_checkpoint(last_given(by, name="みなも市"))


def test_the_chain_verifies_against_a_checkpoint_of_before(town: Town, over: Ended) -> None:
    kept = checkpoint(town)
    destroyed(town)
    seal_everywhere(at=town.later())
    check, found = chain.verify(exported(town), [kept])
    assert found == []
    assert check.rows > 50
    assert not check.tail


def test_a_row_that_goes_any_other_way_is_still_found(town: Town, over: Ended) -> None:
    kept = checkpoint(town)
    destroyed(town)
    seal_everywhere(at=town.later())
    lines = exported(town)
    rows = [number for number, line in enumerate(lines) if '"row":"fact"' in line]
    without = [line for number, line in enumerate(lines) if number != rows[len(rows) // 2]]
    assert [one.what for one in chain.verify(without, [kept])[1]] == ["deleted"]
    executed = next(number for number, line in enumerate(lines) if "disposal.executed" in line)
    changed = [line.replace("household", "notice") if number == executed else line for number, line in enumerate(lines)]
    assert [one.what for one in chain.verify(changed, [kept])[1]] == ["edited"]


def test_every_ball_that_is_left_agrees_with_its_facts(town: Town, over: Ended) -> None:
    with unwalled():
        before = apps.get_model("custody.Ball").objects.within(town.body).count()
    destroyed(town)
    with unwalled():
        after = apps.get_model("custody.Ball").objects.within(town.body).count()
    assert after < before
    assert faults(town("mori")) == []


def test_every_figure_stands_as_it_stood(town: Town, over: Ended) -> None:
    """In whole numbers, over the twelve months in which the household was supported, and over those of today."""
    days = [over.day + timedelta(days=30), local_day(town.now)]
    asked = {"days": days, "indicators": INDICATORS}
    before = figures(system_viewer(town.body, town.now), **asked)  # type: ignore[arg-type]
    with unwalled():
        facts = Fact.objects.within(town.body).filter(matter=over.story.case).count()
    destroyed(town)
    after = figures(system_viewer(town.body, town.now), **asked)  # type: ignore[arg-type]
    assert (after.shares, after.verdicts) == (before.shares, before.verdicts)
    with unwalled():
        assert Fact.objects.within(town.body).filter(matter=over.story.case).count() == facts > 0


# ---------------------------------------------------------------- for every door it was never there


def test_search_and_pointer_know_nobody(town: Town, over: Ended) -> None:
    asked = Question(name="佐藤誠", birth=None, digits="0000221101")
    assert search(town("tanaka"), "佐藤").rows
    assert keepers(town("nishimura"), asked)
    destroyed(town)
    assert not search(town("tanaka"), "佐藤").rows
    assert not keepers(town("nishimura"), asked)


def test_every_page_answers_as_for_what_was_never_there(town: Town, over: Ended) -> None:
    story, nobody = over.story, uuid4()
    destroyed(town)
    tanaka = signed_in("tanaka")
    for address, key in (
        ("/desk/households/{}/", story.case),
        ("/desk/people/{}/", story.person),
        ("/desk/needs/{}/", story.need),
        ("/desk/consultations/{}/", story.consultation),
        ("/desk/plans/{}/", story.plan),
        ("/meeting/items/{}/", story.item),
    ):
        gone, never = tanaka.get(address.format(key)), tanaka.get(address.format(nobody))
        assert (gone.status_code, never.status_code) == (404, 404), address
        assert plain(gone, key) == plain(never, nobody), address


def plain(answer: Any, key: UUID) -> str:
    """Without the words that differ with each answer: the address, the token, the nonce."""
    said = answer.content.decode().replace(str(key), "KEY")
    return re.sub(r'nonce="[^"]+"|value="[A-Za-z0-9:_-]{32,}"', "", said)


@pytest.mark.sqlite
def test_the_keys_between_the_rows_still_hold(town: Town, over: Ended) -> None:
    destroyed(town)
    connection.check_constraints()  # raises where a key points at nothing
    with unwalled():
        assert Destruction.objects.within(town.body).exists()
