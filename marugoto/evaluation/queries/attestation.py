"""What a body says of itself for the criteria, on which way it goes, and in which words it reads them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, F, Value

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.labels import PARTS
from marugoto.evaluation.models import Attestation, ChosenPath, CriterionWording
from marugoto.evaluation.rules.evidence import Said
from marugoto.evaluation.standards import CRITERIA, Criterion
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import end_of_day, local_day

SAID = ("criterion", "statement", "word", "day", "until", "words", "cases", "passed", "made_at", "id")


@dataclass(frozen=True)
class AttestedLine:
    """One thing that was said, as a page tells it; `holds`: it is the last of its statement, and its time is not over."""

    criterion: str
    statement: str
    said: Said
    by_name: str
    holds: bool


@dataclass(frozen=True)
class WordingLine:
    """A body's own words for a part of a criterion; empty where ours hold again."""

    criterion: str
    part: str
    words: str
    reason: str
    by_name: str
    day: date


@looking_from_the_tower
def attested(viewer: Viewer, *, last: date) -> Mapping[str, Mapping[str, Said]]:
    """By criterion and statement: what was said last up to that day, and holds on it. One query."""
    return _held(Attestation.objects.within(viewer.body).filter(day__lte=last), last)


@looking_from_the_tower
def attested_on_its_path(viewer: Viewer, *, last: date) -> tuple[Mapping[str, Mapping[str, Said]], Path]:
    """`attested` and `path_of` in one query: a way that was chosen is a row of no criterion."""
    said = Attestation.objects.within(viewer.body).filter(day__lte=last).values_list(*SAID, named=True)
    chosen = ChosenPath.objects.within(viewer.body).filter(made_at__lt=end_of_day(last))
    none, day = Value(0), Value(last, output_field=DateField())
    blank = {"criterion": Value(""), "statement": F("path"), "word": Value(""), "cases": none, "passed": none}
    ways = chosen.annotate(**blank, day=day, until=day).values_list(*SAID, named=True)
    rows = list(said.union(ways, all=True))
    way = max((row for row in rows if not row.criterion), key=lambda row: (row.made_at, row.id), default=None)
    return _held((row for row in rows if row.criterion), last), Path(way.statement) if way else Path.EXISTING


@looking_from_the_tower
def path_of(viewer: Viewer, *, last: date) -> Path:
    """The way chosen last up to that day; until one was, that of existing schemes."""
    rows = ChosenPath.objects.within(viewer.body).order_by("-made_at", "-pk")
    return next((Path(row.path) for row in rows if local_day(row.made_at) <= last), Path.EXISTING)


@looking_from_the_tower
def attestations(viewer: Viewer) -> list[AttestedLine]:
    """All that was ever said, the newest first; two queries."""
    rows = list(Attestation.objects.within(viewer.body).order_by("-day", "-made_at", "pk"))
    people = names_of_duties({row.by for row in rows})
    today, met, lines = local_day(viewer.at), set(), []
    for row in rows:
        place = (row.criterion, row.statement)
        holds = place not in met and row.until > today
        met.add(place)
        name = people[row.by].worker.name if row.by in people else ""
        lines.append(AttestedLine(row.criterion, row.statement, _said(row), name, holds))
    return lines


@looking_from_the_tower
def wordings(viewer: Viewer, *, code: str = "") -> list[WordingLine]:
    """The body's own words, the newest first; of one criterion, or of all."""
    rows = CriterionWording.objects.within(viewer.body).order_by("-made_at", "pk")
    found = list(rows.filter(criterion=code) if code else rows)
    people = names_of_duties({row.by for row in found}) if code else {}
    return [
        WordingLine(
            row.criterion,
            row.part,
            row.words,
            row.reason,
            people[row.by].worker.name if row.by in people else "",
            local_day(row.made_at),
        )
        for row in found
    ]


def own_words(lines: list[WordingLine]) -> dict[tuple[str, str], str]:
    """By criterion and part: the words that hold instead of ours."""
    last = {(line.criterion, line.part): line.words for line in reversed(lines)}
    return {place: words for place, words in last.items() if words}


@dataclass(frozen=True)
class Reworded:
    """A part of a criterion that the body reads in its own words, beside ours."""

    criterion: Criterion
    part: str
    words: str
    ours: str


def differences(lines: list[WordingLine]) -> list[Reworded]:
    """All of them at once, in the order of the standard. What is looked at, and where its thresholds lie, is nowhere another."""
    own = own_words(lines)
    return [
        Reworded(criterion, part, own[criterion.code, part], str(getattr(criterion, part)))
        for criterion in CRITERIA
        for part in PARTS
        if (criterion.code, part) in own
    ]


def _held(rows: Iterable[Any], last: date) -> dict[str, dict[str, Said]]:
    found: defaultdict[str, dict[str, Said]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: (row.day, row.made_at, row.id)):
        found[row.criterion][row.statement] = _said(row)
    return {code: {key: one for key, one in own.items() if one.until > last} for code, own in found.items()}


def _said(row: Any) -> Said:
    return Said(Word(row.word), row.day, row.until, row.words, row.cases, row.passed)
