"""利害関係: a worker must not see or handle the file of somebody close. Said by himself, or entered by a head and told to him.

No article names it for the counsellor's desk; it follows from impartial service (地方公務員法30条) and from keeping personal data safe
(個人情報保護法66条1項). Who may say it, and who may end it, are choices of ours.
"""

from marugoto.kernel.decision import YES, Decision, no


def may_declare(*, own: bool, heads: bool, there: bool, already: bool) -> Decision:
    """`heads`: the one who says it leads others; `there`: the worker has a duty here; `already`: it was said before."""
    if not own and not heads:
        return no("ほかの人の利害関係を入れられるのは、課長と司令塔だけです。", "課長に伝えてください。")
    if not there:
        return no("その職員は、ここで働いていません。", "一覧から選び直してください。")
    if already:
        return no("もう申し出てあります。", "申出の一覧を見てください。")
    return YES


def may_end_conflict(*, own: bool, heads: bool, ended: bool, reason: str) -> Decision:
    if ended:
        return no("この申出は、もう終わっています。")
    if own or not heads:
        return no("申出は、本人には解けません。", "課長か司令塔に頼んでください。")
    if not reason.strip():
        return no("解くわけが要ります。", "取りちがえ、引っ越しなど、わけを書いてください。")
    return YES
