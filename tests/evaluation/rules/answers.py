"""A decision beside the words with which it should begin."""

from marugoto.kernel.decision import Decision


def says(answer: Decision, reason: str) -> bool:
    """`reason` empty: it is a yes. A no has its way on."""
    allowed = bool(answer) is (reason == "")
    return allowed and answer.reason.startswith(reason) and (bool(answer) or answer.way_on.endswith("。"))
