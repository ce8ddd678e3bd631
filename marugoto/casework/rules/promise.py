"""What becomes of what was promised to somebody for a day: it is kept, or it is said why not. Nothing lapses in silence."""

from marugoto.casework.codes import PromiseEnd
from marugoto.kernel.decision import YES, Decision, no


def may_end_promise(end: PromiseEnd, *, promised: bool, running: bool, why: str) -> Decision:
    """`running`: nobody has said yet what became of it."""
    if not promised:
        return no("この記録に、約束は書かれていません。", "画面を開き直してください。")
    if not running:
        return no("この約束がどうなったかは、もう書かれています。", "画面を開き直してください。")
    if end is PromiseEnd.NOT_KEPT and not why.strip():
        return no("守れなかったわけが書かれていません。", "次に会うときのために、一言書いてください。")
    return YES
