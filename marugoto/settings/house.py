"""The house: the closed segment where case data live."""

import os

import dj_database_url

from marugoto.settings.base import *  # noqa: F403 — settings modules are layered by star import, as Django expects
from marugoto.settings.base import CSRF_TRUSTED_ORIGINS, MARUGOTO_HOME, SQLITE_OPTIONS, key_of

ROOT_URLCONF = "marugoto.web.urls_house"
WSGI_APPLICATION = "marugoto.web.wsgi_house.application"
MARUGOTO_SIDE = "母屋（職員の画面）"  # what the command line calls it

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # allauth's session pages need it (stack.md, trap 11)
    "csp",
    "django_htmx",
    "marugoto.web.ui",  # before allauth, so that its pages are drawn with our parts
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "marugoto.ground",
    "marugoto.ledger",
    "marugoto.agencies",
    "marugoto.disclosure",
    "marugoto.people",
    "marugoto.custody",
    "marugoto.intake",
    "marugoto.community",
    "marugoto.casework",
    "marugoto.conferences",
    "marugoto.participation",
    "marugoto.retention",
    "marugoto.evaluation",
    "marugoto.exchange",
    "marugoto.web.shell",
    "marugoto.web.desk",
    "marugoto.web.meeting",
    "marugoto.web.town",
    "marugoto.web.office",
    "marugoto.web.pref",
    "marugoto.demo",
]

MIDDLEWARE = [
    "marugoto.web.shell.middleware.miss_in_step",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "marugoto.web.shell.middleware.speak_japanese",
    "marugoto.web.shell.middleware.clean_request",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "marugoto.web.shell.middleware.no_store",
    "marugoto.web.shell.leaving.guard",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(os.environ.get("DATABASE_URL", f"sqlite:///{MARUGOTO_HOME / 'house.sqlite3'}"))
}
ON_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if ON_SQLITE:
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    # "Indexes with non-key columns": only PostgreSQL keeps such columns beside the key, where they make its lists quicker. SQLite makes
    # the same index without them and answers the same; whoever restores a copy can do nothing about it.
    SILENCED_SYSTEM_CHECKS = ["models.W040"]
    # The book of looks is a file of its own, so that it is committed while the page is read in a snapshot.
    DATABASES["audit"] = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATABASES["default"]["NAME"]).replace(".sqlite3", "") + ".audit.sqlite3",
        "OPTIONS": SQLITE_OPTIONS,
    }
else:
    # A page asks a dozen questions, each of many tables and of the walls around them: to plan one takes longer than to answer it.
    # A connection that stays plans each question once. `bin/marugoto serve` has one for each of its threads.
    DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    DATABASES["default"]["OPTIONS"] = {
        "server_side_binding": True,
        "prepare_threshold": 2,
        "options": "-c plan_cache_mode=force_generic_plan",
    }
DATABASE_ROUTERS = ["marugoto.ground.routing.AuditRouter"]

# PostgreSQL: the name under which the running application signs in; migrations use DATABASE_URL's own account.
MARUGOTO_MISS_STEP = 0.05  # seconds: four times what such an answer takes; nobody notices them
MARUGOTO_APP_ROLE = os.environ.get("MARUGOTO_APP_ROLE", "marugoto_app")
MARUGOTO_CONTEXT_KEY = key_of(MARUGOTO_HOME, "context")
MARUGOTO_PACKAGE_KEY = key_of(MARUGOTO_HOME, "package")
MARUGOTO_PACKAGE_FOLDER = MARUGOTO_HOME / "packages"
MARUGOTO_ERRAND = "marugoto.exchange.actions.porch_post.errand"  # what the courier does on this side

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "shell:sign_in"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "marugoto.web.shell.accounts.ClosedDoor"  # nobody registers by himself
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# How many of our own proxies stand before the house; 0 believes no X-Forwarded-For. Then a whole office knocks from one address,
# and those who mistype must not shut the others out: guessing at one account is held up as strictly as ever.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("MARUGOTO_PROXIES", "0"))
ACCOUNT_RATE_LIMITS: dict[str, str] = (
    {} if ALLAUTH_TRUSTED_PROXY_COUNT else {"login": "600/m/ip", "login_failed": "120/m/ip,5/300s/key"}
)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "marugoto.web.shell.second_keys.SealedKeys"
MARUGOTO_SECOND_KEY = key_of(MARUGOTO_HOME, "second")
MFA_TOTP_ISSUER = "Marugoto"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_ENGINE = "django.contrib.sessions.backends.db"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}

# One-click sign-in of the cast: only where the town of the demo was settled, never in production.
MARUGOTO_DEMO = os.environ.get("MARUGOTO_DEMO", "") == "1"
ACCOUNT_SESSION_REMEMBER = False  # shared terminals: no "stay signed in"

# Where residents reach the porch: written on the paper for a group that gets a link of its own.
MARUGOTO_PORCH_URL = os.environ.get("MARUGOTO_PORCH_URL", "").rstrip("/")

# The morning's digest as mail: only where a server is named, and only for the bodies whose sender is named
# (MARUGOTO_MAIL_FROM="012345=shien@city.example,012353=fukushi@town.example"). The password lies in a file beside the keys.
MARUGOTO_HOUSE_URL = os.environ.get("MARUGOTO_HOUSE_URL", next(iter(CSRF_TRUSTED_ORIGINS), ""))
_MAIL_PASSWORD = MARUGOTO_HOME / "keys" / "mail"
MARUGOTO_MAIL = {
    "host": os.environ.get("MARUGOTO_MAIL_HOST", ""),
    "port": int(os.environ.get("MARUGOTO_MAIL_PORT", "25")),
    "user": os.environ.get("MARUGOTO_MAIL_USER", ""),
    "password": _MAIL_PASSWORD.read_text(encoding="utf-8").strip() if _MAIL_PASSWORD.exists() else "",
    "tls": os.environ.get("MARUGOTO_MAIL_TLS", "starttls"),
    "senders": dict(pair.split("=", 1) for pair in os.environ.get("MARUGOTO_MAIL_FROM", "").split(",") if "=" in pair),
}
