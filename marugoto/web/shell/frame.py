"""The frame of every staff page: whose town, who am I, under which hat, and where else I can go."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.queries.leaving import minutes_of
from marugoto.agencies.queries.viewer import Hat
from marugoto.agencies.queries.word import own_words
from marugoto.agencies.rules.leaving import MOST_LETTERS
from marugoto.web.shell.signed_in import SignedIn
from marugoto.web.ui.parts import Frame, HatChoice, NavItem

ROOM = 100_000  # bytes beside what was written: names of fields, the form around it
EVERYBODY: frozenset[Role] = frozenset()
CASEWORK = frozenset({Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF})

# Route name, label, who sees it. The order is the order of the day.
NAV: tuple[tuple[str, str, frozenset[Role]], ...] = (
    ("shell:today", _("きょう"), EVERYBODY),
    ("shell:town_desks", _("町ごと"), EVERYBODY),  # for whoever has hats in several
    ("desk:households", _("世帯"), CASEWORK),
    ("desk:approaches", _("訪問・見守り"), CASEWORK),
    ("desk:tower", _("司令塔"), frozenset({Role.COORDINATOR, Role.CHIEF})),
    ("meeting:conferences", _("会議"), CASEWORK),
    (
        "town:places",
        _("地域"),
        frozenset({Role.COUNSELLOR, Role.COORDINATOR, Role.COMMUNITY, Role.CHIEF, Role.PLANNER}),
    ),
    ("office:standard", _("振り返り"), frozenset({Role.PLANNER, Role.CHIEF, Role.MAYOR, Role.COORDINATOR})),
    ("office:looks", _("閲覧記録"), frozenset({Role.PRIVACY})),
    ("office:disposals", _("保存と廃棄"), frozenset({Role.PRIVACY, Role.CHIEF, Role.MAYOR})),
    ("office:staff", _("係と人"), frozenset({Role.OFFICE})),
    ("pref:municipalities", _("市町村"), frozenset({Role.PREFECTURE})),
    ("pref:enquiries", _("市町村の相談"), frozenset({Role.PREFECTURE})),
    ("pref:provisions", _("支援メニュー"), frozenset({Role.PREFECTURE})),
)

# Route name → drawn sign in the phone's tab bar, and the letter after g that leads there.
SIGNS = {
    "shell:today": ("today", "t"),
    "desk:households": ("house", "h"),
    "desk:tower": ("tower", ""),
    "meeting:conferences": ("talk", ""),
    "town:places": ("map", ""),
}


# How the names of the pages begin that belong to which place, in rooms with several; another room has one place, and all its pages
# belong there.
PLACES = {
    "pref:municipalities": ("municipalit",),
    "pref:enquiries": ("enquir",),
    "pref:provisions": ("provision",),
    "office:standard": (
        "standard",
        "criterion",
        "statements",
        "behind",
        "indicator",
        "recount",
        "coordination",
        "hours",
        "patterns",
        "balance",
        "paper",
        "answers",
        "outcomes",
        "strength",
        "survey",
        "necessity",
        "town_facts",
        "facts",
        "trial",
        "judgement",
        "inventory",
        "system",
        "rating",
        "attest",
        "path_",
        "report",
        "review",
        "means_",
        "pilot",
        "opinion",
        "outline",
        "ledger",
        "plan_indicator",
        "prun",
    ),
    "office:looks": ("looks", "seals", "checkpoint", "verifier"),
    "office:disposals": ("disposal", "retention", "hold"),
    "office:staff": (
        "staff",
        "bases",
        "council",
        "basis",
        "account",
        "slips",
        "rehearsal",
        "dut",
        "team",
        "limit",
        "mail",
        "calendar",
        "day",
        "guest",
        "member",
    ),
}


def frame_of(request: HttpRequest, who: SignedIn) -> Frame:
    viewer = who.viewer
    town = standing(viewer.body)
    return Frame(
        body_name=town.name,
        worker_name=viewer.name,
        hat=f"{viewer.hat}({viewer.team_name})",
        nav=tuple(_nav(request, who)),
        training=town.training,
        search_url=reverse("shell:search") if viewer.has(*CASEWORK) else "",
        hats=tuple(
            HatChoice(key=str(hat.pk), label=hat_label(hat, many=len(who.towns) > 1), current=hat.pk == viewer.duty)
            for hat in who.hats
        ),
        hat_url=reverse("shell:hat"),
        sign_out_url=reverse("shell:sign_out"),
        help_url=reverse("shell:help"),
        guest=_guest(who, town.name),
        towns_url=reverse("shell:town_desks") if len(who.towns) > 1 else "",
        leave_url=reverse("shell:leave"),
        here_url=reverse("shell:here"),
        keep_url=reverse("shell:keep"),
        idle_minutes=minutes_of(viewer),
        most_letters=MOST_LETTERS,
        most_bytes=settings.DATA_UPLOAD_MAX_MEMORY_SIZE - ROOM,
        reader=str(viewer.duty),
        words=own_words(viewer),
    )


def hat_label(hat: Hat, *, many: bool) -> str:
    """`many`: worn in several bodies, so that each says in which."""
    said = f"{hat.name}({hat.team.name})"
    return f"{standing(hat.body).name}: {said}" if many else said


def _guest(who: SignedIn, town: str) -> str:
    """Under a body that is not the team's own: where one is, and on what ground. Nothing of another body stands on the page."""
    hat = who.worn
    if hat.team.body == hat.body:
        return ""
    ground = getattr(hat, "ground", None) or _("根拠は「外の機関」の表にあります")
    return _("いまは%(town)sの「%(hat)s」です。根拠: %(ground)s。ここに出るのは、%(town)sの記録だけです。") % {
        "town": town,
        "hat": hat.name,
        "ground": ground,
    }


def _nav(request: HttpRequest, who: SignedIn) -> list[NavItem]:
    here = request.resolver_match.view_name if request.resolver_match else ""
    items = []
    for route, label, roles in NAV:
        if not opens(who, route, roles):
            continue
        current = here == route or _within(here, route)
        icon, key = SIGNS.get(route, ("look", ""))
        items.append(NavItem(url=reverse(route), label=label, current=current, icon=icon, key=key))
    return items


def opens(who: SignedIn, route: str, roles: frozenset[Role]) -> bool:
    """Whether that place is there for the hat worn."""
    viewer = who.viewer
    if route == "shell:town_desks":
        return len(who.towns) > 1
    if route == "office:disposals" and (viewer.contracted or who.worn.team.body != viewer.body):
        return False  # the body's own staff alone
    return (not roles or viewer.has(*roles)) and (route != "office:staff" or viewer.keeps_house)


def _within(here: str, route: str) -> bool:
    """Whether the page belongs to that place of the bar."""
    room, _sep, page = here.partition(":")
    same = room == route.partition(":")[0]
    if route in PLACES:
        return same and page.startswith(PLACES[route])
    return same and room not in {"shell", "desk"}
