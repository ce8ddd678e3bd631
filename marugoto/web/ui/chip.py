"""The chip of a ball and its clock, drawn without a template: a list shows fifty of them, and each was three templates."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from marugoto.web.ui.parts import BallChip, ClockFace

NOTHING = SafeString()
ALWAYS = frozenset({0, 1, 3, 6})  # of what a chip says; the rest only where there is something to say


def drawn_chip(chip: BallChip, *, seal: SafeString, clock: ClockFace | None, sentence: str) -> SafeString:
    """Who holds it in words, the sentence for a screen reader, to whom it goes, and the clock or the age."""
    begins, ends = (
        ('<a class="ball ball--{}" href="{}">', "a") if chip.url else ('<span class="ball ball--{}">', "span")
    )
    said = [
        ("{}", seal),
        ('<span class="ball__words"><span><b>{}', chip.holder_team),
        (' <span class="nb">{}</span>', chip.holder_person),
        ("</b>", None),
        ('<span class="sr">{}</span>', sentence),
        (' <span aria-hidden="true">→</span> {}', chip.to_team),
        ("</span>{}", _time(chip, clock)),
    ]
    shown = [(words, value) for place, (words, value) in enumerate(said) if value or place in ALWAYS]
    values = [chip.state, *([chip.url] if chip.url else []), *(value for _, value in shown if value is not None)]
    return format_html(f"{begins}{''.join(words for words, _ in shown)}</span></{ends}>", *values)


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
