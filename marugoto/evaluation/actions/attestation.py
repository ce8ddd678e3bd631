"""A body says something of itself for a criterion, chooses its way, and reads a criterion in words of its own."""

from dataclasses import dataclass
from datetime import date, datetime

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.recount import count_soon
from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.events import CriterionAttested, CriterionWorded, PathChosen
from marugoto.evaluation.models import Attestation, ChosenPath, CriterionWording
from marugoto.evaluation.queries.attestation import path_of
from marugoto.evaluation.rules.attestation import is_word_of, may_attest, may_tend, may_walk
from marugoto.evaluation.standards import BY_CODE
from marugoto.evaluation.standards.criterion import PARTS
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

WORDS = 300


@dataclass(frozen=True)
class Told:
    """`statement` empty: of the cases of the criterion themselves."""

    criterion: str
    statement: str
    word: Word
    words: str
    until: date
    cases: int = 0
    passed: int = 0


@acting
def attest(*, by: Viewer, at: datetime, told: Told) -> Attestation:
    """What was said before of the same stays to be read. Raises KeyError where there is no such criterion."""
    may_tend(by.roles).require()
    today, criterion = local_day(at), BY_CODE[told.criterion]
    keys = {one.key for one in criterion.statements} | ({""} if criterion.evidence else set())
    if told.statement not in keys or not is_word_of(told.word, told.statement):
        no("この基準には、その言明はありません。", "一覧から選び直してください。").require()
    may_attest(told.words, today=today, until=told.until).require()
    if told.word is Word.WALKED:
        may_walk(told.cases, told.passed, path_of(by, last=today)).require()
    walked = told.word is Word.WALKED
    row = Attestation.objects.create(
        body=by.body,
        made_at=at,
        criterion=told.criterion,
        statement=told.statement,
        word=told.word,
        words=clean(told.words.strip(), limit=WORDS),
        day=today,
        until=told.until,
        cases=told.cases if walked else 0,
        passed=told.passed if walked else 0,
        by=by.duty,
    )
    said = CriterionAttested(attestation=row.pk, word=told.word, until=row.until, cases=row.cases, passed=row.passed)
    announce(said, by=by, at=at)
    count_soon(by=by, at=at)
    return row


@acting
def word_criterion(*, by: Viewer, at: datetime, criterion: str, part: str, words: str, reason: str) -> CriterionWording:
    """In a body's own words from now on; without words ours hold again. Raises KeyError where there is no such criterion."""
    may_tend(by.roles).require()
    ours = getattr(BY_CODE[criterion], PARTS[part])
    if not reason.strip():
        no("書きかえるわけがありません。", "なぜこの町のことばにするかを、一言で書いてください。").require()
    own = clean(words.strip(), limit=WORDS)
    own = "" if own == ours else own
    row = CriterionWording.objects.create(
        body=by.body,
        made_at=at,
        criterion=criterion,
        part=part,
        words=own,
        reason=clean(reason.strip(), limit=200),
        by=by.duty,
    )
    announce(CriterionWorded(wording=row.pk, ours=int(not own)), by=by, at=at)
    return row


@acting
def choose_path(*, by: Viewer, at: datetime, path: Path, words: str) -> ChosenPath:
    """The ways are equal; only the instruments with which a level begins differ."""
    may_tend(by.roles).require()
    if not words.strip():
        no("わけが書かれていません。", "なぜこの進め方かを、一言で書いてください。").require()
    row = ChosenPath.objects.create(
        body=by.body, made_at=at, path=path, words=clean(words.strip(), limit=WORDS), by=by.duty
    )
    announce(PathChosen(path=path), by=by, at=at)
    count_soon(by=by, at=at)
    return row
