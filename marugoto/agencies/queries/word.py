"""The list of words: what is meant, the house's word, and who says which."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.codes import ConceptCode
from marugoto.agencies.labels import CONCEPTS, MEANINGS
from marugoto.agencies.models import Agency, Concept, ConceptChange, DivisionWord
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.fold import fold


@dataclass(frozen=True)
class Said:
    """How one division says it."""

    id: UUID
    agency: UUID
    agency_name: str
    word: str
    note: str
    since: datetime
    by_name: str
    own: bool  # the reader's division


@dataclass(frozen=True)
class Entry:
    """`key`: the code of a concept of the screens, or the id of one of the body's own."""

    key: str
    name: str
    meaning: str
    ours: bool
    said: tuple[Said, ...]

    def speaks_of(self, folded: str) -> bool:
        said = (part for one in self.said for part in (one.word, one.note, one.agency_name))
        return any(folded in fold(text) for text in (self.name, self.meaning, *said))


@dataclass(frozen=True)
class Former:
    """How it was called before."""

    name: str
    meaning: str
    at: datetime
    by_name: str


def own_words(viewer: Viewer) -> Mapping[str, str]:
    """The words that the screens speak to this reader, by the code of the concept; read with the body, once a minute."""
    return standing(viewer.body).words.get(viewer.agency, {})


@looking
def entries(viewer: Viewer, *, search: str = "") -> list[Entry]:
    """The concepts of the screens in their order, then the body's own by name: three queries, however many."""
    concepts = list(Concept.objects.within(viewer.body).filter(ended=None).order_by("name"))
    running = DivisionWord.objects.within(viewer.body).filter(ended=None, concept__ended=None)
    rows = list(running.select_related("agency").order_by("agency__name"))
    names = names_of_duties({row.by for row in rows})
    by_concept: dict[UUID, list[Said]] = {}
    for row in rows:
        by_concept.setdefault(row.concept_id, []).append(
            Said(
                id=row.pk,
                agency=row.agency_id,
                agency_name=row.agency.name,
                word=row.word,
                note=row.note,
                since=row.made_at,
                by_name=names[row.by].worker.name if row.by in names else "",
                own=row.agency_id == viewer.agency,
            )
        )
    coded = {row.code: row.pk for row in concepts if row.code}
    found = [
        Entry(code.value, str(CONCEPTS[code]), str(MEANINGS[code]), True, _said(by_concept, coded.get(code.value)))
        for code in ConceptCode
    ]
    found += [
        Entry(str(row.pk), row.name, row.meaning, False, _said(by_concept, row.pk)) for row in concepts if not row.code
    ]
    folded = fold(search)
    return [one for one in found if one.speaks_of(folded)] if folded else found


@looking
def own_concept(viewer: Viewer, concept: UUID) -> tuple[Concept, list[Former]] | None:
    """One of the body's own that stands in the list, with what it was called before, the latest first; three queries."""
    row = Concept.objects.within(viewer.body).filter(pk=concept, code="", ended=None).first()
    if row is None:
        return None
    changes = list(ConceptChange.objects.within(viewer.body).filter(concept=row).order_by("-made_at"))
    names = names_of_duties({one.by for one in changes})
    return row, [
        Former(one.name, one.meaning, one.made_at, names[one.by].worker.name if one.by in names else "")
        for one in changes
    ]


@looking
def agency_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """Divisions and agencies of the body, by name."""
    return [
        (str(pk), name) for pk, name in Agency.objects.within(viewer.body).order_by("name").values_list("pk", "name")
    ]


def _said(by_concept: Mapping[UUID, list[Said]], concept: UUID | None) -> tuple[Said, ...]:
    return tuple(by_concept.get(concept, ())) if concept else ()
