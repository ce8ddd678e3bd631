"""Which folders belong to one household, however they are cut: what speaks of the same persons lies together. For the watch alone."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Concern, Folder

ROUNDS = 3  # from a need to its person, to the household, to its other cases and needs
AT_ONCE = 2_000


class Together:
    """Subjects that lie together, told by the smallest of them."""

    def __init__(self) -> None:
        self._above: dict[UUID, UUID] = {}

    def of(self, one: UUID) -> UUID:
        root = one
        while (above := self._above.get(root, root)) != root:
            root = above
        self._above[one] = root
        return root

    def join(self, one: UUID, other: UUID) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first
        self._above.setdefault(first, first)

    def known(self) -> set[UUID]:
        return set(self._above)


def subjects_of(viewer: Viewer, folders: Iterable[UUID]) -> dict[UUID, UUID]:
    """By folder its subject; what is gone is not there."""
    found: dict[UUID, UUID] = {}
    for some in _some(folders):
        found |= dict(Folder.objects.within(viewer.body).filter(pk__in=some).values_list("pk", "subject"))
    return found


def together(viewer: Viewer, subjects: Iterable[UUID]) -> Together:
    """Everything that hangs together with these subjects, a few steps far. Never to be shown."""
    found, ahead, asked = Together(), set(subjects), set[UUID]()
    for one in ahead:
        found.join(one, one)
    for _ in range(ROUNDS):
        asked |= ahead
        for some in _some(ahead):
            rows = Concern.objects.within(viewer.body).filter(Q(subject__in=some) | Q(folder__subject__in=some))
            for subject, about in rows.values_list("subject", "folder__subject"):
                found.join(subject, about)
        ahead = found.known() - asked
    return found


def _some(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    rest = sorted(set(ids))
    return (rest[start : start + AT_ONCE] for start in range(0, len(rest), AT_ONCE))
