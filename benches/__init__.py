"""Benches: one module each, run by `bin/bench NAME`; each measures on data that it makes and removes.

A module has a docstring whose first line says what it measures, and `run(args) -> Outcome` (see `proofs.entry`). It may say
`DATABASE = "sqlite" | "postgres"` to get a fresh, migrated database of its own, `DURABLE = True` for one that survives a crash of
the machine, `POSTGRES = "name=value …"` for settings of its server, and `options(parser)` for options of its own.
"""
