"""Proofs: one module each, run by `bin/prove NAME`; each shows with figures that something cannot happen.

A module has a docstring whose first line says what it proves, and `run(args) -> Outcome` (see `proofs.entry`). It may say
`DATABASE = "sqlite" | "postgres"` to get a fresh, migrated database of its own, `SETTINGS` for others than the house's, and
`options(parser)` for options of its own.
"""
