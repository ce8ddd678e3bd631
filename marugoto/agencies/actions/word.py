"""Write down how each division says a thing, and what the body calls it across them."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.codes import ConceptCode
from marugoto.agencies.labels import CONCEPTS
from marugoto.agencies.models import (
    Agency,
    Concept,
    ConceptChange,
    ConceptEnding,
    DivisionWord,
    DivisionWordEnding,
)
from marugoto.agencies.queries.calendar import forget_with_commit
from marugoto.agencies.rules.word import may_end, may_name, may_say, may_write_words
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean


@acting
def say_word(
    *, by: Viewer, at: datetime, concept: ConceptCode | UUID, agency: UUID, word: str, note: str = ""
) -> DivisionWord:
    """From now on that division says it so; said again it replaces the word before. Raises Agency.DoesNotExist, Concept.DoesNotExist."""
    may_write_words(by.roles).require()
    theirs = Agency.objects.within(by.body).get(pk=agency)
    row = _concept(by, at, concept)
    house = str(CONCEPTS[ConceptCode(row.code)]) if row.code else row.name
    may_say(word, house=house, running=row.ended_id is None).require()
    _end_running(by, at, row, theirs)
    made = DivisionWord.objects.create(
        body=by.body,
        made_at=at,
        concept=row,
        agency=theirs,
        word=clean(word.strip(), limit=40),
        note=clean(note.strip(), limit=200),
        by=by.duty,
    )
    forget_with_commit()
    return made


@acting
def drop_word(*, by: Viewer, at: datetime, word: UUID) -> None:
    """That division says it as the house does. Raises DivisionWord.DoesNotExist where it is not in use."""
    may_write_words(by.roles).require()
    row = DivisionWord.objects.within(by.body).select_related("concept", "agency").get(pk=word, ended=None)
    _end_running(by, at, row.concept, row.agency)
    forget_with_commit()


@acting
def add_concept(*, by: Viewer, at: datetime, name: str, meaning: str) -> Concept:
    may_write_words(by.roles).require()
    may_name(name, meaning, taken=_names(by)).require()
    return Concept.objects.create(
        body=by.body,
        made_at=at,
        name=clean(name.strip(), limit=40),
        meaning=clean(meaning.strip(), limit=300),
        by=by.duty,
    )


@acting
def change_concept(*, by: Viewer, at: datetime, concept: UUID, name: str, meaning: str) -> Concept:
    """One of the body's own. Raises Concept.DoesNotExist."""
    may_write_words(by.roles).require()
    row = Concept.objects.within(by.body).get(pk=concept, code="", ended=None)
    may_name(name, meaning, taken=_names(by) - {row.name}).require()
    ConceptChange.objects.create(body=by.body, made_at=at, concept=row, name=row.name, meaning=row.meaning, by=by.duty)
    row.name, row.meaning = clean(name.strip(), limit=40), clean(meaning.strip(), limit=300)
    row.save(update_fields=["name", "meaning"])
    return row


@acting
def end_concept(*, by: Viewer, at: datetime, concept: UUID, reason: str) -> ConceptEnding:
    may_write_words(by.roles).require()
    row = Concept.objects.within(by.body).get(pk=concept)
    may_end(reason, ours=bool(row.code), running=row.ended_id is None).require()
    row.ended = ConceptEnding.objects.create(
        body=by.body, made_at=at, reason=clean(reason.strip(), limit=200), by=by.duty
    )
    row.save(update_fields=["ended"])
    return row.ended


def _concept(by: Viewer, at: datetime, concept: ConceptCode | UUID) -> Concept:
    """One of the screens' gets its row with its first word."""
    if isinstance(concept, UUID):
        return Concept.objects.within(by.body).get(pk=concept)
    row = Concept.objects.within(by.body).filter(code=concept).first()
    return row or Concept.objects.create(body=by.body, made_at=at, code=concept, by=by.duty)


def _end_running(by: Viewer, at: datetime, concept: Concept, agency: Agency) -> None:
    running = DivisionWord.objects.within(by.body).filter(concept=concept, agency=agency, ended=None).first()
    if running:
        running.ended = DivisionWordEnding.objects.create(body=by.body, made_at=at, by=by.duty)
        running.save(update_fields=["ended"])


def _names(by: Viewer) -> set[str]:
    own = Concept.objects.within(by.body).filter(code="", ended=None).values_list("name", flat=True)
    return {*own, *(str(one) for one in CONCEPTS.values())}
