"""Readings above the words: 話[はな]したい → ruby, ｜編み物の輪[あみもののわ] → one over all from the mark on.

Where they are not wished, the page hides them."""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

RUBY = re.compile(r"(?:｜([^｜\[\]]+)|([\u3005\u3007\u4e00-\u9fff\uf900-\ufaff]+))\[([\u3041-\u30ffー]+)\]")
# What is said of any field, with its readings: residents meet these sentences too.
READINGS = {
    "書かなくてもよい": "書[か]かなくても よい",
    "選ばなくてもよい": "選[えら]ばなくても よい",
    "書いてください。": "書[か]いてください。",
    "選んでください。": "選[えら]んでください。",
}


def drawn(words: str) -> SafeString:
    pieces: list[tuple[str, tuple[str, ...]]] = []
    end = 0
    for found in RUBY.finditer(words):
        pieces.append(("{}", (words[end : found.start()],)))
        whole, kanji, reading = found.groups()
        pieces.append(("<ruby>{}<rp>(</rp><rt>{}</rt><rp>)</rp></ruby>", (whole or kanji, reading)))
        end = found.end()
    pieces.append(("{}", (words[end:],)))
    return mark_safe("".join(format_html(shape, *values) for shape, values in pieces))  # noqa: S308 — each piece is escaped


def drawn_of_a_field(words: str) -> SafeString:
    return drawn(READINGS.get(words, words))
