"""The Chromium of the journeys: the one of the machine, with a Japanese font; no download."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class NoBrowser(RuntimeError):
    """No Chromium, or none that could show Japanese; says in Japanese and English what to install."""


def find_browser() -> str:
    """The path of Chromium (MARUGOTO_CHROMIUM before what lies on PATH); raises NoBrowser."""
    path = os.environ.get("MARUGOTO_CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), "")
    if not path:
        raise NoBrowser(
            "Chromium が見つかりません。`apt-get install chromium fonts-noto-cjk` で入れるか、MARUGOTO_CHROMIUM に場所を書いてください。"
            " / Chromium is missing: install it with `apt-get install chromium fonts-noto-cjk`, or set MARUGOTO_CHROMIUM."
        )
    if not _has_japanese_font():
        raise NoBrowser(
            "日本語のフォントがありません。`apt-get install fontconfig fonts-noto-cjk` で入れてください。"
            " / No Japanese font: install one with `apt-get install fontconfig fonts-noto-cjk`."
        )
    return path


def launch_options() -> dict[str, object]:
    """What Playwright needs to start it; Chromium has no sandbox for root."""
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": find_browser(), "args": [*flags, "--disable-dev-shm-usage"]}


def _has_japanese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())
