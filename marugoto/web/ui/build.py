"""Make `static/ui/ui.css` from the sources in `static/ui/css`: one file is one request. `python -m marugoto.web.ui.build`."""

import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent / "static" / "ui"
BUILT = STATIC / "ui.css"
SOURCES = (
    "order", "reset", "tokens", "base", "layout", "ball", "controls", "forms", "lists", "figures", "drawing", "porch", "print",
)  # fmt: skip
HEADING = "/* Made by `python -m marugoto.web.ui.build` from static/ui/css; change the sources, then run it again. */\n"
ROLE = re.compile(r"(--[a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")


def built() -> str:
    """The whole stylesheet as it must lie on disk."""
    texts = {name: (STATIC / "css" / f"{name}.css").read_text(encoding="utf-8") for name in SOURCES}
    texts["tokens"] += _light_only(texts["tokens"])
    return HEADING + "\n".join(texts[name].rstrip() + "\n" for name in SOURCES)


def roles() -> dict[str, tuple[str, str]]:
    """Role → its light and its dark value."""
    text = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    return {name: (light, dark) for name, light, dark in ROLE.findall(text)}


def _light_only(tokens: str) -> str:
    """The same roles for a browser that cannot choose between two values: it stays light."""
    lines = "".join(f"      {name}: {light};\n" for name, light, _dark in ROLE.findall(tokens))
    return f"\n@layer tokens {{\n  @supports not (color: light-dark(#000, #fff)) {{\n    :root {{\n{lines}    }}\n  }}\n}}\n"


if __name__ == "__main__":
    BUILT.write_text(built(), encoding="utf-8")
