"""Casework: one household, all its needs, one picture: case, needs, plan, review, journal.

Words: case (世帯の支援), need (必要), journal (記録), plan (プラン), goal (めざすこと), step (一歩), review (見直し).
Below it intake, custody and people; above it conferences and participation.
"""
