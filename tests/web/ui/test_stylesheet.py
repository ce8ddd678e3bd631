"""The stylesheet: made anew from its sources, roles that are the government's primitives, and readable in light and dark."""

import re

import pytest

from marugoto.web.ui import build, vendor

TOKENS = (build.STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
PRIMITIVES = dict(
    re.findall(
        r"--color-(?:primitive|neutral)-([a-z0-9-]+): (#[0-9a-f]{6});",
        (vendor.VENDOR / "design-tokens" / "tokens.css").read_text(encoding="utf-8"),
    )
)
NAMED = re.findall(r"(--[a-z0-9-]+): light-dark\((#\w{6}), (#\w{6})\); /\* ([a-z0-9-]+), ([a-z0-9-]+) \*/", TOKENS)
READABLE = 4.5  # WCAG 2.2 AA, text
SEEN = 3.0  # WCAG 2.2 AA, borders that tell a state
SOURCES = [build.STATIC / "css" / f"{name}.css" for name in build.SOURCES]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_built_file_is_fresh() -> None:
    assert build.BUILT.read_text(encoding="utf-8") == build.built(), "run: python -m marugoto.web.ui.build"


def test_every_source_is_built_in() -> None:
    assert {path.name for path in (build.STATIC / "css").iterdir()} == {path.name for path in SOURCES}


def test_every_role_names_its_primitive() -> None:
    assert {role for role, *_ in NAMED} == set(build.roles())
    wrong = [
        (role, name)
        for role, light, dark, *names in NAMED
        for colour, name in zip((light, dark), names, strict=True)
        if name != "derived" and PRIMITIVES.get(name) != colour
    ]
    assert wrong == []


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    "role", ["ink", "ink-2", "ink-3", "act", "soon", "late", "stuck", "care", "done", "danger", "hold"]
)
def test_words_are_readable(role: str, mode: int) -> None:
    roles = {name.removeprefix("--"): values[mode] for name, values in build.roles().items()}
    grounds = [roles["surface"], roles["canvas"], *([roles[f"{role}-tint"]] if f"{role}-tint" in roles else [])]
    assert min(contrast(roles[role], ground) for ground in grounds) >= READABLE


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    "role", ["soon-line", "late-line", "stuck-line", "care-line", "done-line", "danger-line", "control", "meter"]
)
def test_borders_of_states_are_seen(role: str, mode: int) -> None:
    roles = build.roles()
    assert contrast(roles[f"--{role}"][mode], roles["--surface"][mode]) >= SEEN - 0.05


def test_button_words_are_readable_on_their_button() -> None:
    roles = build.roles()
    assert all(contrast(roles["--act"][mode], roles["--on-act"][mode]) >= READABLE for mode in (0, 1))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_components_name_roles_and_rem(path) -> None:
    """No hue outside the roles and the paper; type in rem, so that zoom and text size work."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    if path.name not in {"tokens.css", "print.css"}:
        assert re.findall(r"#[0-9a-f]{3,8}\b", text) == []
        assert [
            size for size in re.findall(r"font-size: ([^;]+);", text) if size.endswith("px") and size != "13px"
        ] == []


def test_only_the_ball_is_round() -> None:
    round_ones = re.findall(r"([^{}]+)\{[^{}]*border-radius: (?:var\(--r-ball\)|50%|999px)", build.built())
    assert {selector.strip().splitlines()[-1].strip() for selector in round_ones} == {
        ".seal",
        ".ball .clock",
        ".log > .log__ball::before",
    }


def test_nothing_comes_from_outside() -> None:
    assert re.findall(r"https?:|//[a-z]", build.built()) == []
