"""A decision beside the words with which it should begin."""

from marugoto.kernel.decision import Decision


def says(answer: Decision, reason: str) -> None:
    """`reason` empty: it is a yes. A no has its way on."""
    assert bool(answer) is (reason == "")
    assert answer.reason.startswith(reason)
    assert answer or answer.way_on.endswith("。")
