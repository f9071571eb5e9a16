"""All settings, from the environment. Reasons: docs/architecture.md and docs/operations.md."""

import os
import sys
from pathlib import Path
from typing import Any

import bootstrap
import dj_database_url
import structlog
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from factcheck import checks, turns
from factcheck.environment import (
    WEB,
    allowed_hosts,
    broker_socket,
    data_folder,
    database_address,
    env_address,
    env_bool,
    env_choice,
    env_int,
    env_text,
    instance,
    mail_backend,
    public_address,
    secret_key,
    secret_key_fallbacks,
    time_zone,
    trusted_origins,
)
from factcheck.lines import tell_errors

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = data_folder(BASE_DIR / "data")
PRODUCTION = env_bool("PRODUCTION")
TESTING = "pytest" in sys.modules
DEBUG = env_bool("DEBUG") and not PRODUCTION
SECRET_KEY = secret_key(DATA, production=PRODUCTION)
SECRET_KEY_FALLBACKS = secret_key_fallbacks()
ALLOWED_HOSTS = allowed_hosts()
CSRF_TRUSTED_ORIGINS = trusted_origins()

INSTALLED_APPS = [
    "claims",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "django_structlog",
    "django_tables2",
    "heroicons",
    "rules.apps.AutodiscoverRulesConfig",
    "template_partials",
]

MIDDLEWARE = [
    "claims.views.middleware.ProbeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "claims.views.middleware.LogMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "claims.views.second_factor.SecondFactorMiddleware",
    "claims.views.middleware.DeskMiddleware",
]

ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"
AUTH_USER_MODEL = "claims.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "dashboard"
AUTHENTICATION_BACKENDS = ["claims.views.accounts.DeskBackend"]
SESSION_ENGINE = "claims.views.sessions"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "claims.views.context.desk",
            ],
        },
    }
]

# --- database: SQLite by default, PostgreSQL by DATABASE_URL -------------------------------------------------------

SQLITE: dict[str, Any] = {
    "ENGINE": "factcheck.sqlite",
    "NAME": DATA / "desk.sqlite3",
    # opening the file anew for every request cost more than all that it was asked
    "CONN_MAX_AGE": 60,
    "OPTIONS": {
        # IMMEDIATE and WAL together: with either alone users meet "database is locked"
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
            "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-8000;"
        ),
    },
    # a file, so that several processes and threads can meet in it
    "TEST": {"NAME": Path(os.environ.get("FACTCHECK_TEST_DB") or BASE_DIR / "test.sqlite3")},
}
POSTGRESQL_OPTIONS = {
    "options": "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 -c plan_cache_mode=force_generic_plan",
    "prepare_threshold": 1,  # of the statements of claims/record/plans.py alone; Django binds all others here
}

if _address := database_address():
    _database: dict[str, Any] = dj_database_url.parse(  # type: ignore[assignment]  # a typed dict is one
        _address, conn_max_age=600, conn_health_checks=True
    )
    if _database["ENGINE"] == "django.db.backends.sqlite3":
        _database = SQLITE | {"NAME": _database["NAME"]}
    else:
        _database["ENGINE"] = "factcheck.postgresql"
        _database["OPTIONS"] = POSTGRESQL_OPTIONS | _database.get("OPTIONS", {})
    DATABASES = {"default": _database}
else:
    DATABASES = {"default": SQLITE}

# Requests that one web process works on; the others wait in a line.
WEB_AT_ONCE = env_int("WEB_AT_ONCE", default=turns.places(DATABASES["default"]), least=1, most=64)

# Rate limits need a cache that all processes share; the broker's Redis keeps queues only.
SHARED_CACHE = {"BACKEND": "factcheck.cache.LoudCache", "LOCATION": "cache"}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"} if TESTING else SHARED_CACHE,
}

# --- files -----------------------------------------------------------------------------------------------------------

MEDIA_ROOT = DATA / "originals"  # private: served by a view, as attachments only
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [("bootstrap", Path(bootstrap.__path__[0]))]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# A paste of 1,000,000 characters may take 4 MB; above 8 MB a plain 413 page answers (architecture 7.13).
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400  # twenty rows of evidence are two hundred, and each source of a claim is one
MOST_FILES = 10  # in one form, which says so
DATA_UPLOAD_MAX_NUMBER_FILES = 2 * MOST_FILES  # so that the form can answer; above it the plain 413 page does

# --- who comes in ------------------------------------------------------------------------------------------------------

PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_ADAPTER = "claims.views.accounts.DeskAccountAdapter"  # no sign-up: accounts are made by an administrator
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_VERIFICATION = "none"
# Wrong passwords: ten a minute from one address, and from it for one account five in five minutes, fifty a day. The account's
# count is kept for each address apart (DeskAccountAdapter): one count for all would let a stranger with five wrong passwords
# lock out anybody whose name they know. Codes of a second factor, which are short, and asked after the right password, are
# counted for the account wherever they come from.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key,50/d/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts and their addresses are an administrator's to give
MFA_TOTP_TOLERANCE = 1  # steps of 30 s: a telephone's clock is rarely the host's

INSTANCE = instance()  # cookies ignore the port
_COOKIE = "__Host-{}" if PRODUCTION else "{}" + (f"-{INSTANCE}" if INSTANCE else "")
SESSION_COOKIE_NAME = _COOKIE.format("sessionid")
CSRF_COOKIE_NAME = _COOKIE.format("csrftoken")
LANGUAGE_COOKIE_NAME = _COOKIE.format("language")
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = env_bool("SECURE_SSL_REDIRECT", default=PRODUCTION) and PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
BEHIND_PROXY = env_bool("BEHIND_PROXY")  # only where the proxy strips its headers from what clients send
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # limits count the address that the proxy adds; by its own, all would be one

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# --- words, pages, mail ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
USE_I18N = len(LANGUAGES) > 1  # with one language nothing has to be looked up: a third of a long list's time
TIME_ZONE = time_zone()
USE_TZ = True
FORM_RENDERER = "claims.forms.rendering.DeskRenderer"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
DJANGO_TABLES2_TEMPLATE = "tables/desk.html"
NO_MAIL = "factcheck.mail.NoMail"
EMAIL_HOST = env_text("EMAIL_HOST", default="localhost")
if env_text("EMAIL_HOST"):
    _carrier = "django.core.mail.backends.smtp.EmailBackend"
else:  # a letter in the log of a desk that others can reach would be a key to an account
    _carrier = NO_MAIL if PRODUCTION else "django.core.mail.backends.console.EmailBackend"
EMAIL_BACKEND = mail_backend(default=_carrier)
MAIL_IS_SET_UP = EMAIL_BACKEND != NO_MAIL
DEFAULT_FROM_EMAIL = env_text("DEFAULT_FROM_EMAIL", default="desk@localhost")
EMAIL_PORT = env_int("EMAIL_PORT", default=25, least=1, most=65_535)
EMAIL_HOST_USER = env_text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 20  # shorter than the task's limit
# Where the public reads what is published, and under whose name: both go into every ClaimReview document.
PUBLIC_ADDRESS = public_address(ALLOWED_HOSTS, production=PRODUCTION)
DESK_NAME = env_text("DESK_NAME", default="Fact-checking desk")
MFA_TOTP_ISSUER = DESK_NAME  # what an authenticator app calls the account

# --- background work ---------------------------------------------------------------------------------------------------

# The broker that comes along listens on a private socket; None where the environment names another.
_broker = env_address(
    "CELERY_BROKER_URL", schemes=("redis", "rediss", "redis+socket"), example="redis://:password@host:6379/0"
)
EMBEDDED_BROKER = None if _broker else broker_socket(DATA)
CELERY_BROKER_URL = _broker or f"redis+socket://{EMBEDDED_BROKER}?virtual_host=0"
_WEB = env_bool("FACTCHECK_WEB")  # the web process must never wait for a silent broker
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 300,  # longer than the hard limit below: a shorter one runs tasks twice
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "unacked_mutex_expire": 30,
    "socket_connect_timeout": 1 if _WEB else 2,
    "socket_timeout": 1 if _WEB else 5,  # asked twice at most: a silent broker costs a person two seconds
    "retry_on_timeout": not _WEB,
    "health_check_interval": 10,
    "socket_keepalive": True,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_PUBLISH_RETRY_POLICY = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.2,
}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SOFT_TIME_LIMIT = 90
CELERY_TASK_TIME_LIMIT = 120
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_MAX_TASKS_PER_CHILD = 2_000  # a new child reads in all that the desk knows; memory has a limit below
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 1_200_000
CELERY_WORKER_PROC_ALIVE_TIMEOUT = 60  # the default 4 s kills a child that is still loading its model
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 20
CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_ROUTES: dict[str, dict[str, Any]] = {
    "claims.fetch": {"queue": "fetch"},
    "claims.poll": {"queue": "fetch"},
    "claims.archive": {"queue": "fetch"},
    "claims.extract": {"queue": "parse"},
    "claims.import": {"queue": "parse"},
    "claims.match": {"queue": "parse", "priority": 9},  # the last on Redis: articles are read first
}
CELERY_TASK_DEFAULT_PRIORITY = 6  # on Redis 0 is the first: signs of life must not wait behind a thousand articles
WORKER_QUEUES = ["default", "fetch", "parse"]
ONE_GOES_OUT = env_bool("ONE_GOES_OUT")  # a machine's workers wait for one stranger's server at a time
SWEEP_SECONDS = env_int("SWEEP_SECONDS", default=10, least=1, most=3600)
HEARTBEAT_SECONDS = env_int(
    "HEARTBEAT_SECONDS", default=120, least=4, most=3600
)  # silent for longer means dead or deaf
SIGN_OF_LIFE_SECONDS = max(1, HEARTBEAT_SECONDS // 4)
# The beat's clock says until when a message is good, and the worker's whether that is over: hosts may be hours apart, and a
# worker that is fast would throw every round away. What piles up while no worker runs is answered by one look (tasks.tick).
_CLOCKS_APART = 3 * 60 * 60
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA / "beat")  # where nobody says another: not the folder that it is started in
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "tick": {
        "task": "claims.tick",
        "schedule": SWEEP_SECONDS,
        "options": {"expires": SWEEP_SECONDS + _CLOCKS_APART, "priority": 0},
    },
} | {
    f"heartbeat-{queue}": {
        "task": "claims.heartbeat",
        "args": [queue],
        "schedule": SIGN_OF_LIFE_SECONDS,
        "options": {"queue": queue, "expires": SIGN_OF_LIFE_SECONDS + _CLOCKS_APART, "priority": 0},
    }
    for queue in WORKER_QUEUES
}

# An optional language model behind an OpenAI-compatible address (…/v1/chat/completions); empty: nobody is asked.
LANGUAGE_MODEL: dict[str, Any] = {
    "address": env_address(
        "LANGUAGE_MODEL_ADDRESS", schemes=WEB, example="https://model.example.org/v1/chat/completions"
    ),
    "name": env_text("LANGUAGE_MODEL_NAME"),
    "key": env_text("LANGUAGE_MODEL_KEY"),
    "seconds": env_int(
        "LANGUAGE_MODEL_SECONDS", default=60, least=1, most=80
    ),  # for one article; the task's own limit is 90
}

# --- what is written down about running ---------------------------------------------------------------------------------

_SHARED = [
    structlog.contextvars.merge_contextvars,  # the page's request_id, on the task's line too
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
]
structlog.configure(
    processors=[structlog.stdlib.filter_by_level, *_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "lines": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                tell_errors,
                structlog.processors.LogfmtRenderer(key_order=["level", "logger", "event"], bool_as_flag=False),
            ],
            "foreign_pre_chain": _SHARED,
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": env_choice("LOG_LEVEL", default="INFO", among=LEVELS)},
    "loggers": {
        "django_structlog": {"level": "WARNING"},
        "django_structlog.middlewares": {"level": "ERROR"},  # it warns of each 404
        "django.request": {"level": "ERROR"},
        "kombu": {"level": "WARNING"},
        "celery.beat": {"level": "WARNING"},  # the tick and the heartbeats, several lines every ten seconds
        "celery.worker.strategy": {"level": "WARNING"},
        "celery.app.trace": {"level": "CRITICAL"},  # an error once more, as objects and with all of its words
        "trafilatura": {"level": "ERROR"},
    },
}
DJANGO_STRUCTLOG_CELERY_ENABLED = True

checks.register()
