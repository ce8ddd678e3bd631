"""Okapi BM25 over pairs of characters: what a search by words alone would propose."""

import math
from collections import Counter

from marugoto.kernel.fold import bigrams

K1, B = 1.5, 0.75


class Bm25:
    def __init__(self, texts: dict[str, str]) -> None:
        self._counts = {key: Counter(bigrams(text)) for key, text in texts.items()}
        self._lengths = {key: sum(found.values()) for key, found in self._counts.items()}
        self._mean = sum(self._lengths.values()) / max(1, len(texts))
        self._in = Counter(pair for found in self._counts.values() for pair in found)

    def best(self, words: str, most: int) -> list[str]:
        """Nothing scores nothing: what shares no pair is not proposed."""
        asked = bigrams(words)
        scores = {key: self._score(key, asked) for key in self._counts}
        return sorted((key for key in scores if scores[key] > 0), key=lambda key: (-scores[key], key))[:most]

    def _score(self, key: str, asked: tuple[str, ...]) -> float:
        found, size = self._counts[key], self._lengths[key] / self._mean
        return sum(
            self._rarity(pair) * found[pair] * (K1 + 1) / (found[pair] + K1 * (1 - B + B * size)) for pair in asked
        )

    def _rarity(self, pair: str) -> float:
        held = self._in[pair]
        return math.log(1 + (len(self._counts) - held + 0.5) / (held + 0.5))
