"""The porch: the internet segment. Another process, another database, another key; no case and no worker's sign-in."""

import os

import dj_database_url

from marugoto.settings.base import *  # noqa: F403 — settings modules are layered by star import, as Django expects
from marugoto.settings.base import MARUGOTO_HOME, SQLITE_OPTIONS, key_of

SECRET_KEY = key_of(MARUGOTO_HOME, "porch")
ROOT_URLCONF = "marugoto.web.urls_porch"
WSGI_APPLICATION = "marugoto.web.wsgi_porch.application"
MARUGOTO_SIDE = "軒先（住民の画面）"
STATIC_ROOT = MARUGOTO_HOME / "static-porch"  # fewer files than the house's, so a list of names of its own

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "marugoto.ground",
    "marugoto.exchange.porch",
    "marugoto.web.ui",
    "marugoto.web.front",
    "marugoto.web.shell",  # for the administrator's commands; none of its pages has an address here
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

# Never DATABASE_URL: a porch that was started beside the house must not find the house's tables by mistake.
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("PORCH_DATABASE_URL", f"sqlite:///{MARUGOTO_HOME / 'porch.sqlite3'}")
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
CONN_MAX_AGE = 60

MARUGOTO_PACKAGE_KEY = key_of(MARUGOTO_HOME, "package")
MARUGOTO_PACKAGE_FOLDER = MARUGOTO_HOME / "packages"
MARUGOTO_ERRAND = "marugoto.exchange.porch.actions.post.errand"
# How many of our own proxies stand before the porch; 0 believes no X-Forwarded-For.
MARUGOTO_PROXIES = int(os.environ.get("MARUGOTO_PROXIES", "0"))

CSRF_FAILURE_VIEW = "marugoto.web.front.pages.trouble.csrf_failure"
CSRF_COOKIE_NAME = "porch_form"  # the house on the same host has its own
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser is closed
