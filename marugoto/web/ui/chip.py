"""The chip of a ball and its clock, drawn without a template: a list shows fifty of them, and each was three templates."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from marugoto.web.ui.parts import BallChip, ClockFace

NOTHING = SafeString()


def drawn_chip(chip: BallChip, *, seal: SafeString, clock: ClockFace | None, sentence: str) -> SafeString:
    """Who holds it in words, the sentence for a screen reader, to whom it goes, and the clock or the age."""
    begins, ends = format_html('<span class="ball ball--{}">', chip.state), "span"
    if chip.url:
        begins, ends = format_html('<a class="ball ball--{}" href="{}">', chip.state, chip.url), "a"
    return format_html(
        '{}{}<span class="ball__words"><span><b>{}{}</b>{}{}</span>{}</span></{}>',
        begins,
        seal,
        chip.holder_team,
        format_html(' <span class="nb">{}</span>', chip.holder_person) if chip.holder_person else NOTHING,
        format_html('<span class="sr">{}</span>', sentence) if sentence else NOTHING,
        format_html(' <span aria-hidden="true">→</span> {}', chip.to_team) if chip.to_team else NOTHING,
        _time(chip, clock),
        ends,
    )


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
