"""Who may take something out of the ring of a conference, and when (domain.md §1.4: it does not flow to another body by default).

社会福祉法106条の6 binds those who sat there; what a person agrees to may be told by the one who keeps it (個人情報保護法69条2項1号). So nothing is
moved: words are copied, chosen by somebody who answers for it, and the views that others wrote for the table stay there. That a
coordinator or chief of the host chooses is ours.
"""

from dataclasses import dataclass

from marugoto.agencies.codes import Role
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import BY_CODE
from marugoto.kernel.decision import YES, Decision, no

CHOOSERS = frozenset({Role.COORDINATOR, Role.CHIEF})


@dataclass(frozen=True)
class Asked:
    roles: frozenset[Role]
    hosts: bool
    contracted: bool
    begun: bool
    basis: BasisCode
    words: str
    reason: str
    to_itself: bool = False


def may_choose(*, roles: frozenset[Role], hosts: bool, contracted: bool) -> Decision:
    if contracted or not hosts or roles.isdisjoint(CHOOSERS):
        return no(
            "会議で出た話を会議の外に出せるのは、会議を開いた係の課長か司令塔(市町村の職員)です。",
            "その人に、何をどの係に、なぜ伝えたいかを話してください。",
        )
    return YES


def may_rebase(asked: Asked) -> Decision:
    """Before consent is looked at, which stands on every person of whom it speaks."""
    allowed = may_choose(roles=asked.roles, hosts=asked.hosts, contracted=asked.contracted)
    if not allowed:
        return allowed
    if not BY_CODE[asked.basis].ring_fenced:
        return no("この議題は、もう本人の同意で話しています。", "世帯の画面から、いつもどおりに伝えられます。")
    if not asked.begun:
        return no("まだ始まっていない会議です。", "会議で出た話だけを、外に出せます。")
    if asked.to_itself:
        return no("あなたの係は、もうこの議題を読めます。", "伝えたい、ほかの係を選んでください。")
    if not asked.words.strip():
        return no("伝える文が空です。", "会議録から、その係に要るところだけを書いてください。")
    if not asked.reason.strip():
        return no("わけが書かれていません。", "なぜその係に要るかを、一言書いてください。")
    return YES
