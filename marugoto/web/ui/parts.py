"""The plain values pages hand to the components. Words are ready to be read: nothing here counts days or asks a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

BallState = Literal["held", "due_soon", "late", "offered", "declined", "stuck", "kept", "settled"]
ClockLevel = Literal["plain", "soon", "today", "late"]
Tone = Literal["", "field", "act", "soon", "late", "stuck", "care", "done", "danger"]


# ---------------------------------------------------------------- balls and clocks


@dataclass(frozen=True)
class ClockFace:
    """Time in words and in opening days: 「あと2開庁日」. `title` adds the date: 「期限 11月26日(木)」."""

    words: str
    level: ClockLevel = "plain"
    title: str = ""


@dataclass(frozen=True)
class BallChip:
    """Who holds the ball. `age_words`: 「手元に3開庁日」「断り2回」; a clock stands in its place where there is one."""

    state: BallState
    holder_team: str
    holder_person: str = ""
    age_words: str = ""
    clock_words: str = ""
    to_team: str = ""
    clock: ClockFace | None = None
    url: str = ""


# ---------------------------------------------------------------- the frame around every staff page


@dataclass(frozen=True)
class NavItem:
    """`icon`: a name of ui/icons, or empty. `key`: the letter after g that leads there: t today, h households."""

    url: str
    label: str
    current: bool = False
    icon: str = ""
    key: str = ""


@dataclass(frozen=True)
class HatChoice:
    key: str
    label: str
    current: bool = False


@dataclass(frozen=True)
class Toast:
    """What happened and what did not. `undo_url` takes a POST."""

    words: str
    undo_url: str = ""
    undo_label: str = "元に戻す"


@dataclass(frozen=True)
class Frame:
    """Whose town, who am I, under which hat, where else I can go. `tabs`: the five of the phone; empty takes the first of `nav`.

    `leave_url` takes a POST that shuts the screen, by itself after `idle_minutes` untouched; `reader`: whose screen it is."""

    body_name: str
    worker_name: str
    hat: str
    nav: Sequence[NavItem] = ()
    training: bool = False
    search_url: str = ""
    toast: Toast | None = None
    hats: Sequence[HatChoice] = ()
    hat_url: str = ""
    sign_out_url: str = ""
    tabs: Sequence[NavItem] = ()
    help_url: str = ""
    towns_url: str = ""
    guest: str = ""  # in a body that is not one's own: where, under which hat, on what ground
    leave_url: str = ""
    here_url: str = ""
    keep_url: str = ""  # takes a POST of what stands half written in a form
    idle_minutes: int = 0
    most_letters: int = 0  # of one form, that can be kept
    most_bytes: int = 0  # of all of them, as they are sent
    reader: str = ""
    words: Mapping[str, str] = field(default_factory=dict)  # how the reader's division says a concept, by its code


@dataclass(frozen=True)
class Porch:
    """The frame of a resident's page. `phone` as it is dialled and read: 0000-22-1200. `furigana`: shown or hidden."""

    body_name: str
    home_url: str = "/"
    phone: str = ""
    phone_words: str = ""
    furigana: bool = True
    furigana_url: str = ""
    english_url: str = ""
    training: bool = False


# ---------------------------------------------------------------- lists, steps, time, figures


@dataclass(frozen=True)
class Step:
    """One step of a meeting, an import, a plan. `note` is its date or count; `url` leads back."""

    label: str
    state: Literal["done", "now", "todo"] = "todo"
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class PaperFace:
    """A file beside a record. Everything in words: 「写真(JPEG)」「1.2MB」. `remove_url` takes a POST; empty for others' files."""

    name: str
    url: str
    kind: str
    size: str
    who: str = ""
    when: str = ""
    remove_url: str = ""


@dataclass(frozen=True)
class TimelineEntry:
    """A line of the journal. `kind`: "words" by a person, "ball" for a move told by the system. `struck`: the text it replaces."""

    when: str
    words: str
    who: str = ""
    agency: str = ""
    kind: Literal["words", "ball"] = "words"
    tags: Sequence[str] = ()
    struck: str = ""
    struck_by: str = ""
    url: str = ""
    url_label: str = ""
    papers: Sequence[PaperFace] = ()


@dataclass(frozen=True)
class Filter:
    """A labelled choice of the filter bar. `choices`: (value, label), the first one filters nothing."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]
    value: str = ""

    @property
    def active(self) -> bool:
        return bool(self.choices) and self.value not in {"", self.choices[0][0]}

    @property
    def options(self) -> SafeString:
        """The options of its choice, drawn in one go: a city has a hundred teams."""
        drawn = (
            (value, SafeString(" selected" if value == self.value else ""), words) for value, words in self.choices
        )
        return format_html_join("", '<option value="{}"{}>{}</option>', drawn)


@dataclass(frozen=True)
class HouseholdCard:
    """One household in a list. Everything in words: 「キヨ82・誠54」, 「4人」."""

    name: str
    url: str
    members: str = ""
    size: str = ""
    area: str = ""
    needs: str = ""
    lead: str = ""
    last_contact: str = ""
    clocks: Sequence[ClockFace] = ()


@dataclass(frozen=True)
class IndicatorCard:
    """A figure with its n. `value` empty says `instead` (「まだ分かりません」「少なすぎるため伏せています」), never a dash or a zero."""

    name: str
    value: str = ""
    unit: str = ""
    of_words: str = ""
    open_words: str = ""
    computed: str = ""
    instead: str = ""
    url: str = ""


@dataclass(frozen=True)
class Dot:
    """One ball in a figure: opening days since the last touch, and its state."""

    days: int
    state: BallState = "held"


@dataclass(frozen=True)
class DotRow:
    """The balls of one holder. `limit`: the opening days after which somebody looks; None draws no line."""

    label: str
    dots: Sequence[Dot] = ()
    limit: int | None = None


@dataclass(frozen=True)
class Mark:
    """A threshold on a bar: where it stands, and what it says (「2 まで あと4件」)."""

    at: int
    words: str


@dataclass(frozen=True)
class Fact:
    """A term and what is known of it; `masked` hides the value and says why."""

    term: str
    value: str = ""
    url: str = ""
    masked: str = ""
    note: str = field(default="")
