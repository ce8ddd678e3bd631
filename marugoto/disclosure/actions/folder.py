"""Open a folder for a subject; one team may read it as its own work: the opener's, or the one it is opened for."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Folder, Grant
from marugoto.ground.transaction import acting
from marugoto.kernel.ref import Ref


@acting
def open_folder(
    *,
    by: Viewer,
    at: datetime,
    subject: Ref,
    part: Part,
    basis: BasisCode = BasisCode.OWN_DUTY,
    origin: UUID | None = None,
    team: UUID | None = None,
) -> Folder:
    """The one folder of this subject, part and origin; made at the first call together with one team's own grant.

    `team` is by default the viewer's; a clerk who hands a notice in names the team whose work it becomes and keeps no view of it.
    """
    folder, made = Folder.objects.within(by.body).get_or_create(
        body=by.body,
        subject=subject.id,
        part=part,
        basis=basis,
        origin=origin,
        defaults={"made_at": at, "subject_kind": subject.kind},
    )
    if made:
        Grant.objects.create(
            body=by.body,
            made_at=at,
            folder=folder,
            kind=folder.subject_kind,
            team_id=team or by.team,
            basis=BasisCode.OWN_DUTY,
            since=at,
            via=str(subject),
            by=by.duty,
        )
    return folder
