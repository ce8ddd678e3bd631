"""The ledger: the append-only book of facts, in codes and numbers, from which every figure is computed.

Words: fact, envelope, announce, seal.
Below it ground and kernel; every package that acts announces into it; measures read nothing else.
"""
