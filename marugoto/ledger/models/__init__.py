from marugoto.ledger.models.fact import Fact
from marugoto.ledger.models.seal import Seal

__all__ = ["Fact", "Seal"]
