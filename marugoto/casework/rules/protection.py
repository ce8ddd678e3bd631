"""When a person's record may be shut: never so that somebody holds what he cannot read."""

from collections.abc import Sequence

from marugoto.kernel.decision import YES, Decision, no


def may_shut(left_out: Sequence[str]) -> Decision:
    """`left_out`: who is in charge of something about the person and would not see it any more."""
    if left_out:
        return no(
            f"{'、'.join(left_out)}が、この方のことを受け持っています。",
            "見られる人に入れるか、先にボールを渡すか担当をかえてください。",
        )
    return YES
