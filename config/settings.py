"""Midweek's settings, read from the environment.

Production is the default. MIDWEEK_ENV=local (`make run`) and MIDWEEK_ENV=test (`make test`)
switch a few things and supply throw-away secrets.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from config import env, mail_url
from config.sign_in import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parent.parent

MIDWEEK_ENV = env.choice("MIDWEEK_ENV", "production", "local", "test")
LOCAL = MIDWEEK_ENV == "local"
TEST = MIDWEEK_ENV == "test"
PRODUCTION = not (LOCAL or TEST)
DEBUG = False
if PRODUCTION:
    env.require(env.REQUIRED_IN_PRODUCTION)


def secret(name, throw_away):
    """The setting, or outside production a throw-away value."""
    return env.text(name, None if PRODUCTION else throw_away)


SECRET_KEY = secret("SECRET_KEY", "local-" + "only-" * 10)
# Encrypts what people write; never derived from SECRET_KEY. See docs/running.md, "Keys".
FIELD_KEYS = env.key_ring(
    "FIELD_KEYS", None if PRODUCTION else "local:bG9jYWwtb25seS1rZXktb2YtMzItYnl0ZXMtLS0tLS0="
)
PUBLIC_URL = env.site("PUBLIC_URL", secret("PUBLIC_URL", "http://127.0.0.1:8000"))
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", None if PRODUCTION else "127.0.0.1,localhost,testserver")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
OPEN_CLINIC_SIGNUP = env.flag("OPEN_CLINIC_SIGNUP", True)

INSTALLED_APPS = [
    "config",
    "accounts",
    "goals",
    "homework",
    "reminders",
    "records",
    # Without autodiscovery: accounts/operator.py says what it shows.
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "lucide",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Of files too.
    "config.content_policy.ContentPolicy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Files are compressed beforehand, pages here. What a page weighs gives no secret away (BREACH):
    # addresses carry no words of people, form tokens differ in each answer, Django pads at random.
    "django.middleware.gzip.GZipMiddleware",
    "config.early_style.EarlyStyle",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "accounts.middleware.NoTrace",
    # Every view asks for a signed-in user unless it says @login_not_required.
    "accounts.middleware.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # One transaction around view and rendering, with the person's context set.
    "accounts.middleware.RequestTransaction",
    "accounts.middleware.PersonContext",
    "accounts.middleware.AppLocked",
    "accounts.middleware.AccessPolicy",
    "accounts.middleware.SecondFactor",
    "accounts.middleware.AgreedTo",
    "accounts.middleware.SignedIn",
    "accounts.middleware.InvalidForm",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATE_LOADERS = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [("config.folding.Loader", TEMPLATE_LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context_processors.hats",
            ],
        },
    }
]

# --- Two engines only: PostgreSQL for everything, Redis or Valkey as the broker. ---

DATABASE_URL = secret("DATABASE_URL", "postgresql://midweek_app@/midweek")
# Migrations run as the owner of the tables; the application is neither owner nor superuser.
DATABASE_OWNER_URL = env.text("DATABASE_OWNER_URL", "") or DATABASE_URL
DATABASES = {
    "default": env.database("DATABASE_URL", DATABASE_URL),
    "owner": env.database("DATABASE_OWNER_URL", DATABASE_OWNER_URL),
    # The cache commits on a connection of its own: a rolled-back request cannot
    # dodge its rate limit.
    "cache": env.database("DATABASE_URL", DATABASE_URL),
}
DATABASE_ROUTERS = ["config.routers.OneDatabase"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "config.cache.Cache",
        "LOCATION": "cache",
        # Beyond these, each write clears away what has expired.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_ENGINE = "accounts.sessions"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

REDIS_URL = CELERY_BROKER_URL = env.broker(
    "REDIS_URL", secret("REDIS_URL", "redis://127.0.0.1:6379/0")
)
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_TIME_LIMIT = 120
CELERY_TASK_SOFT_TIME_LIMIT = 90
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "health_check_interval": 25,
    "socket_keepalive": not REDIS_URL.startswith("redis+socket"),
    "socket_timeout": 10,
    "socket_connect_timeout": 5,
    "global_keyprefix": "midweek:",
}
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = {
    "tick": {"task": "reminders.tasks.tick", "schedule": 15.0, "options": {"expires": 15}},
    "housekeeping": {"task": "reminders.tasks.housekeeping", "schedule": 60.0},
    # A press wakes it at once; this is for those whose worker died.
    "copies": {"task": "records.tasks.make_copies", "schedule": 60.0},
    "erasing": {"task": "records.tasks.erase_due", "schedule": 3600.0},
    "books": {"task": "reminders.tasks.compare_books", "schedule": 3600.0},
}

# --- People: how they sign in is in config/sign_in.py ---

AUTH_USER_MODEL = "accounts.User"
# Where the operator's stock admin stands; nowhere, unless this names a place.
OPERATOR_PATH = env.text("OPERATOR_PATH", "").strip("/")
# Local demo accounts have no second factor; production and the tests ask staff for one.
STAFF_SECOND_FACTOR = not LOCAL
# Shown under Help to people who are not signed in: "112 If your life is in danger", ….
HELP_NUMBERS = env.words("HELP_NUMBERS", "")
HELP_NUMBERS_CHECKED_ON = env.day("HELP_NUMBERS_CHECKED_ON")
# Read only when the application stands behind proxies that set the header.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", 0)

# Given at sign-in: accounts/known_browser.py.
KNOWN_COOKIE_NAME = "known"
# Set by a script, at the press of Leave: accounts/middleware/no_trace.py.
LEFT_COOKIE_NAME = "left"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "accounts.stale_form.csrf_failure"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True

if PRODUCTION:
    SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz(/reminders)?$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS", True)
    SECURE_HSTS_PRELOAD = env.flag("HSTS_PRELOAD", True)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    LANGUAGE_COOKIE_NAME = "__Host-language"
    KNOWN_COOKIE_NAME = "__Host-known"
    LEFT_COOKIE_NAME = "__Host-left"
    if ALLAUTH_TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 4
FILE_UPLOAD_HANDLERS = ["config.uploads.CountedUpload"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- Words and time ---

LANGUAGE_CODE = "en-gb"
# Only what has a catalogue in locale/: anything else would say its name and speak English.
# Each in its own words, for whoever looks for theirs.
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "locale"]
# How dates read in each language, by name: {{ day|date:"DAY" }}.
FORMAT_MODULE_PATH = "config.formats"
USE_TZ = True
TIME_ZONE = "UTC"

# --- Files ---

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    # One stylesheet and one script out of the small files: fewer requests, no build step.
    "config.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
# No page of anybody else asks for ours.
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- Mail ---

DEFAULT_FROM_EMAIL = secret("DEFAULT_FROM_EMAIL", "Midweek <hello@midweek.test>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 10
EMAIL_DOMAIN = urlsplit(PUBLIC_URL).hostname
# The provider whose webhook tells of bounces; empty with a plain mail server.
MAIL_EVENTS_FROM = ""
if PRODUCTION:
    locals().update(mail_url.mail_server(env.text("EMAIL_URL")))
elif LOCAL:
    EMAIL_BACKEND = "config.mailbox.MailboxBackend"
    MAILBOX_DIR = Path(os.environ.get("MAILBOX_DIR", BASE_DIR / ".local" / "mailbox"))

# --- Web push: the only places that messages for phones are posted to ---

PUSH_SERVICES = env.words(
    "PUSH_SERVICES",
    "fcm.googleapis.com,jmt17.google.com,updates.push.services.mozilla.com,"
    "web.push.apple.com,*.notify.windows.com",
)

# --- Counts for Prometheus: off, unless an address is chosen; then a token is asked for ---

METRICS_PATH = env.text("METRICS_PATH", "").strip("/")
METRICS_TOKEN = env.token("METRICS_TOKEN") if METRICS_PATH else ""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{levelname:<7} {name}: {message}", "style": "{"},
        "line": {"()": "config.logs.Line"},
    },
    "filters": {"refused": {"()": "config.logs.Refused"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["refused"],
            "formatter": "line" if PRODUCTION else "plain",
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING" if TEST else "INFO"},
    # Its records carry SQL parameters, and those may be what a person wrote.
    "loggers": {
        "django.db.backends": {"level": "WARNING", "propagate": False},
        # Refusals are in the audit; only what broke is worth a traceback.
        "django.request": {"level": "ERROR"},
    },
}

if TEST:
    # The tests' own transactions hold one connection; tests/config/test_cache.py runs the real one.
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
