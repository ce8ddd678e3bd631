"""Take words out of the ring of a conference, on the consent of everybody of whom they speak."""

from datetime import datetime
from uuid import UUID, uuid4

from marugoto.agencies.queries.directory import staying_team
from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case
from marugoto.conferences.actions.conference import require_open, stages_of
from marugoto.conferences.codes import Stage
from marugoto.conferences.events import WordsRebased
from marugoto.conferences.models import AgendaItem, Rebased
from marugoto.conferences.rules.rebasing import Asked, may_rebase
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import open_about, people_of, records_of_each


@acting
def rebase(*, by: Viewer, at: datetime, item: AgendaItem, to: UUID, words: str, reason: str) -> Rebased:
    """Refused while somebody of the household has not agreed to it; when an answer is taken back, it closes with all that stood on it."""
    words, reason = clean(words, limit=10_000).strip(), clean(reason, limit=200).strip()
    may_rebase(_asked(by, item, to, words, reason)).require()
    require_open(by, at, item)
    if staying_team(by, to) is None:
        no("その係は、いまはありません。", "いまある係を選んでください。").require()
    household = Case.objects.open_to(by).get(pk=item.case).household_id
    made, people = uuid4(), people_of(by, household, local_day(at))
    folder = open_about(
        by=by,
        at=at,
        subject=Ref("rebased", made),
        part=Part.SUPPORT,
        households=[household],
        basis=BasisCode.CONSENT,
        origin=item.pk,
    )
    kept = Rebased.objects.create(
        id=made,
        body=by.body,
        made_at=at,
        folder=folder,
        item=item,
        receiver_id=to,
        words=words,
        reason=reason,
        by=by.duty,
    )
    terms = Terms(
        basis=BasisCode.CONSENT,
        team=to,
        via=f"rebased:{made}",
        reason=reason,
        persons={made: people},
        records=records_of_each(by, people),
    )
    grant(by=by.at_moment(at), at=at, subjects=[made], parts=[Part.SUPPORT], terms=terms)
    announce(WordsRebased(item=item.pk, team=to, basis=BasisCode(item.basis)), by=by, at=at, matter=item.case)
    return kept


def _asked(by: Viewer, item: AgendaItem, to: UUID, words: str, reason: str) -> Asked:
    return Asked(
        roles=by.roles,
        hosts=item.conference.host_id == by.team,
        contracted=by.contracted,
        begun=Stage.OPENED in stages_of(item.conference),
        basis=BasisCode(item.basis),
        words=words,
        reason=reason,
        to_itself=to == by.team,
    )
