from marugoto.ledger.actions.checkpoint import give_checkpoint
from marugoto.ledger.actions.fact import announce, announce_each
from marugoto.ledger.actions.seal import seal

__all__ = ["announce", "announce_each", "give_checkpoint", "seal"]
