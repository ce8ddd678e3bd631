"""The standard of establishment (整備の基準): open, versioned, ours and not official; one criterion a file.

No threshold here is official, and none is for distributing money (v0, evaluation.md 6.1). Levels are cumulative, there is no total.
"""

from marugoto.evaluation.standards.ball_does_not_fall import ball_does_not_fall
from marugoto.evaluation.standards.criterion import LEVELS, Criterion, Verdict

CRITERIA: tuple[Criterion, ...] = (ball_does_not_fall,)
BY_CODE = {criterion.code: criterion for criterion in CRITERIA}
PLANNED = 32

__all__ = ["BY_CODE", "CRITERIA", "LEVELS", "PLANNED", "Criterion", "Verdict", "ball_does_not_fall"]
