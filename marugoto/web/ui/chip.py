"""The chip of a ball and its clock, drawn without a template: a list shows fifty of them, and each was three templates."""

from functools import cache

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from marugoto.web.ui.parts import BallChip, ClockFace

NOTHING = SafeString()
SEALS = {
    "held": "持", "due_soon": "持", "late": "遅", "offered": "待", "declined": "戻", "stuck": "困", "kept": "預", "settled": "済",
}  # fmt: skip


@cache
def ball_seal(state: str) -> SafeString:
    """The round sign alone; words must stand beside it, for it is not read aloud."""
    return format_html('<span class="seal seal--{}" aria-hidden="true">{}</span>', state, SEALS[state])


def drawn_chip(chip: BallChip, *, seal: SafeString, clock: ClockFace | None, sentence: str) -> SafeString:
    """Who holds it in words, the sentence for a screen reader, to whom it goes, and the clock or the age."""
    person = f' <span class="nb">{conditional_escape(chip.holder_person)}</span>' if chip.holder_person else ""
    aloud = f'<span class="sr">{conditional_escape(sentence)}</span>' if sentence else ""
    onward = f' <span aria-hidden="true">→</span> {conditional_escape(chip.to_team)}' if chip.to_team else ""
    words = (
        f'<span class="ball__words"><span><b>{conditional_escape(chip.holder_team)}{person}</b>{aloud}{onward}</span>'
    )
    inside = f"{seal}{words}{_time(chip, clock)}</span>"
    sort = f"ball ball--{conditional_escape(chip.state)}"
    if chip.url:
        return SafeString(f'<a class="{sort}" href="{conditional_escape(chip.url)}">{inside}</a>')
    return SafeString(f'<span class="{sort}">{inside}</span>')


def drawn_clock(face: ClockFace | None) -> SafeString:
    if face is None:
        return NOTHING
    if not face.title:
        return format_html('<span class="clock clock--{}">{}</span>', face.level, face.words)
    return format_html(
        '<span class="clock clock--{}" title="{}">{}<span class="sr">({})</span></span>',
        face.level,
        face.title,
        face.words,
        face.title,
    )


def _time(chip: BallChip, clock: ClockFace | None) -> SafeString:
    if clock is not None:
        return drawn_clock(clock)
    return format_html('<span class="ball__age">{}</span>', chip.age_words) if chip.age_words else NOTHING
