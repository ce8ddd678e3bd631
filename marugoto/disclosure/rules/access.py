"""May this viewer see this folder? One pure question; the SQL filter and row security must answer alike.

A folder is open when it belongs to the viewer's body, some grant in force names the viewer's team, duty or everybody's none,
and no restriction in force that covers the folder leaves the viewer's worker out. A restriction does not lapse by its date:
it ends only when a person ends it (the measure of 支援措置 is yearly, the danger is not). A conflict of interest is a restriction too,
against one worker: it leaves everybody else free.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Eyes:
    """Who looks, at what moment."""

    body: str
    worker: UUID
    duty: UUID
    team: UUID
    at: datetime


@dataclass(frozen=True)
class GrantFace:
    """A grant opens to a team or to one duty; `until` and `ended` are exclusive moments, None is open."""

    team: UUID | None
    duty: UUID | None
    since: datetime
    until: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True)
class ListingFace:
    """A worker whom a restriction lists; `until` is exclusive: in an emergency somebody is listed for an hour."""

    worker: UUID
    until: datetime | None = None


@dataclass(frozen=True)
class RestrictionFace:
    """A restriction shuts the folder to every worker who is not listed, until somebody ends it; one `against` a worker to him alone."""

    listed: tuple[ListingFace, ...]
    since: datetime
    ended: datetime | None = None
    against: UUID | None = None


@dataclass(frozen=True)
class FolderFace:
    body: str
    grants: tuple[GrantFace, ...] = ()
    restrictions: tuple[RestrictionFace, ...] = ()


def may_see(eyes: Eyes, folder: FolderFace) -> Decision:
    """Open, or the reason why not. The reason is for those who know of the folder already; to others it is missing."""
    if folder.body != eyes.body:
        return no("ほかの自治体の記録です。")
    if not any(_opens(grant, eyes) for grant in folder.grants):
        return no(
            "あなたの係に開かれた根拠がありません。",
            "本人の同意を得るか、支援会議に諮ってください。",
        )
    if any(_shuts(restriction, eyes) for restriction in folder.restrictions):
        return no("支援措置などで、見られる人が決められています。", "この世帯のまとめ役に聞いてください。")
    return YES


def _opens(grant: GrantFace, eyes: Eyes) -> bool:
    if grant.since > eyes.at:
        return False
    if grant.until is not None and grant.until <= eyes.at:
        return False
    if grant.ended is not None and grant.ended <= eyes.at:
        return False
    return grant.team == eyes.team if grant.duty is None else grant.duty == eyes.duty


def _shuts(restriction: RestrictionFace, eyes: Eyes) -> bool:
    if restriction.since > eyes.at:
        return False
    if restriction.ended is not None and restriction.ended <= eyes.at:
        return False
    if restriction.against is not None and restriction.against != eyes.worker:
        return False
    return not any(_lists(listing, eyes) for listing in restriction.listed)


def _lists(listing: ListingFace, eyes: Eyes) -> bool:
    return listing.worker == eyes.worker and (listing.until is None or listing.until > eyes.at)
