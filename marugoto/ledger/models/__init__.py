from marugoto.ledger.models.fact import Fact
from marugoto.ledger.models.seal import Checkpoint, Seal

__all__ = ["Checkpoint", "Fact", "Seal"]
