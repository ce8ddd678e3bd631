from marugoto.ledger.actions.fact import announce
from marugoto.ledger.actions.seal import seal

__all__ = ["announce", "seal"]
