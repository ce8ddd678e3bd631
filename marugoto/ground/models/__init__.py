from marugoto.ground.models.counter import Counter
from marugoto.ground.models.kept import Kept, ScopedQuerySet, Unscoped, Wall
from marugoto.ground.models.submission import Submission

__all__ = ["Counter", "Kept", "ScopedQuerySet", "Submission", "Unscoped", "Wall"]
