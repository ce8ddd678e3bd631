"""What house and porch have in common."""

import os
from pathlib import Path

from marugoto.settings.secrets import key_of

CHECKOUT = Path(__file__).resolve().parents[2]
MARUGOTO_HOME = Path(os.environ.get("MARUGOTO_HOME", CHECKOUT / ".marugoto"))
# Residents' records lie there: nobody else on the machine reads them.
MARUGOTO_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)

SECRET_KEY = key_of(MARUGOTO_HOME, "django")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("MARUGOTO_HOSTS", "127.0.0.1,localhost").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("MARUGOTO_ORIGINS", "").split(",") if origin]

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語")]
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = MARUGOTO_HOME / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MARUGOTO_HOME / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# htmx 4 and our own modules run without any inline script or style (stack.md, section 3).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("MARUGOTO_HTTPS", "") == "1"

# Uploads: one file of open data is far below this; what is larger is refused with a sentence.
# What can be kept of one form (`kept_form.LIMIT`, 400,000 letters) is 3.6 million bytes as a browser writes it; two of them fit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
MARUGOTO_UPLOAD_LIMIT_BYTES = 20_000_000
FILE_UPLOAD_HANDLERS = [
    "marugoto.ground.upload.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# secure_delete: what was destroyed must not go on lying in the free pages of the file.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
    "PRAGMA secure_delete=ON; PRAGMA cache_size=-20000;",
}
CSRF_FAILURE_VIEW = "marugoto.web.shell.errors.csrf_failure"
