"""まるごと: a municipality's comprehensive support system (包括的な支援体制, 社会福祉法106条の3)."""

__version__ = "0.1.0"
