"""Django's settings, all of them read from the environment by `factcheck.env`."""

import environ
import structlog
from csp.constants import NONE, SELF

from factcheck import env as environment
from factcheck.logs import without_secrets

BASE_DIR = environment.BASE_DIR
ENV = environment.read()

DEBUG = ENV.debug
# Commands that neither sign nor reach a database run without a key; `check --deploy` refuses: see factcheck/checks.py.
UNSET_KEY = "not-secret-and-refused-by-the-deployment-checks-until-a-real-one-is-set"
SECRET_KEY = ENV.secret_key or UNSET_KEY
SECRET_KEY_FALLBACKS = list(ENV.secret_key_fallbacks)
ALLOWED_HOSTS = list(ENV.allowed_hosts)
CSRF_TRUSTED_ORIGINS = list(ENV.csrf_trusted_origins)

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_htmx",
    "django_structlog",
    "drf_spectacular",
    "rest_framework",
    "sources",
    "claims",
    "factcheck",
]

MIDDLEWARE = [
    "factcheck.transport.NoPlainApi",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "factcheck.for_everybody.ForEverybody",
    "factcheck.for_keys.ForKeys",
    "csp.middleware.CSPMiddleware",
    "factcheck.limits.BodyLimit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "factcheck.login.lifetime.SessionsEnd",
    "factcheck.login.required.SecondFactorRequired",
    "django_structlog.middlewares.RequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

# What requests of the API pass that carry a key; what stands above `ForKeys` is for all.
MIDDLEWARE_FOR_KEYS = [
    "factcheck.limits.BodyLimit",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"
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
                "claims.web.context.desk",
            ],
        },
    }
]

DATABASES = {
    "default": {
        **environ.Env.db_url_config(ENV.database_url or "postgres:///factcheck"),
        "ENGINE": "django.db.backends.postgresql",
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 600,
        "ATOMIC_REQUESTS": False,
    }
}
DATABASES["default"].setdefault("OPTIONS", {}).update({"connect_timeout": 5})
PREPARED_STATEMENTS = ENV.prepared_statements
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = not PREPARED_STATEMENTS  # they outlive a transaction, too
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- people -------------------------------------------------------------------
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
] + [{"NAME": "factcheck.login.passwords.NotOurWords"}, {"NAME": "factcheck.login.breached.NotBreached"}]
BREACHED_PASSWORDS = ENV.breached_passwords
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Seconds from the login, and without anybody there: see factcheck/login/lifetime.py.
SESSION_COOKIE_AGE, SESSION_IDLE = 12 * 3600, 2 * 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Nobody signs up: an admin adds people. Limits on passwords and codes are ours (factcheck/guesses.py), as they hold for
# all processes at once and refuse where nobody can count.
ACCOUNT_ADAPTER = "factcheck.login.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Factcheck: "
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
MFA_ADAPTER = "factcheck.login.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {"reauthenticate": "factcheck.login.forms.AgainForm"}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = ENV.code_tolerance
REQUIRE_TWO_FACTOR = ENV.require_two_factor
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ENV.behind_tls else 0
# --- single sign-on -----------------------------------------------------------
SOCIALACCOUNT_ADAPTER = "factcheck.login.adapters.SingleSignOn"
# By a link: our policy's `form-action` stops a form that is led on to another host. `state` guards the way back.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "oidc",
                "name": ENV.oidc_name,
                "client_id": ENV.oidc_client_id,
                "secret": ENV.oidc_client_secret,
                "settings": {"server_url": ENV.oidc_issuer},
            }
        ]
        if ENV.oidc_issuer
        else [],
    }
}
# --- mail ---------------------------------------------------------------------
CAN_MAIL = bool(ENV.email_url)
vars().update(environ.Env.email_url_config(ENV.email_url or "dummymail://"))
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = ENV.mail_from

# --- transport ----------------------------------------------------------------
SECURE_SSL_REDIRECT = ENV.behind_tls
SESSION_COOKIE_SECURE = ENV.behind_tls
CSRF_COOKIE_SECURE = ENV.behind_tls
# A browser takes a cookie of such a name from this host alone, over TLS alone: no neighbour's host can plant one.
if ENV.behind_tls:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SECURE_HSTS_SECONDS = 31_536_000 if ENV.behind_tls else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENV.behind_tls
SECURE_HSTS_PRELOAD = ENV.behind_tls
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ENV.behind_tls:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- words and time -----------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = ENV.time_zone
USE_TZ = True
USE_I18N = True

# --- files --------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = ENV.var / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A form may carry one text of the size limit, four bytes a character at worst.
DATA_UPLOAD_MAX_MEMORY_SIZE = ENV.text_limit * 4 + 100_000
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE

# --- background work: the rules of docs/operations.md, "Why a message may be lost"
CELERY_BROKER_URL = environment.broker_url(ENV.redis_url) or "redis://localhost:1/0"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
# Soft limit, hard limit, lease: in this order, so that a run that hangs gives up before another worker may take it.
CELERY_TASK_SOFT_TIME_LIMIT = max(1, int(ENV.lease * 0.6))
CELERY_TASK_TIME_LIMIT = max(2, int(ENV.lease * 0.8))
# A request that publishes must not hang while the broker is away or does not answer: one attempt of a second, then the
# sweep's turn. Workers wait longer for what they hear: factcheck/celery.py.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_TIMEOUT = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": ENV.lease * 4,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 1,
    "socket_timeout": 1,
    "max_retries": 0,
}
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"

# What several processes have to count together, such as attempts at a password. Nothing is lost with it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": ENV.redis_url or "redis://localhost:1/0",
        "KEY_PREFIX": "factcheck",
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}

# --- product ------------------------------------------------------------------
RUN_LEASE = ENV.lease
RUN_ATTEMPTS = ENV.attempts
SWEEP_EVERY = ENV.sweep_every
TEXT_LIMIT = ENV.text_limit
PUBLIC_URL = ENV.public_url
PUBLIC_NAME = ENV.public_name
JUDGE = ENV.judge
JUDGE_MODEL = ENV.judge_model
CALL_NETWORKS = ENV.call_networks
CALL_PORTS = ENV.call_ports
CALL_PLAIN = ENV.call_plain
API_RATE = ENV.api_rate
EVENT_STREAMS = ENV.event_streams

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "sources.api.tokens.DeskKeys",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["sources.api.parsing.StrictJSONParser"],
    "DEFAULT_METADATA_CLASS": None,
    "URL_FORMAT_OVERRIDE": None,
    # Whoever asks is told by the address that connects, or by the one proxy that ends TLS; the rest can be made up.
    "NUM_PROXIES": 1 if ENV.behind_tls else 0,
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "sources.api.described.DeskSchema",
    "EXCEPTION_HANDLER": "factcheck.api.refusal_response",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Factcheck workbench",
    "DESCRIPTION": "Claims of articles, the versions they stand in, and what contradicts them.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "factcheck.api_examples.filled",
        "sources.api.sparse.described",
    ],
    "ENUM_NAME_OVERRIDES": {
        "ClaimKind": "claims.enums.Kind",
        "Outcome": "claims.enums.Outcome",
        "ClaimState": "claims.enums.ClaimState",
        "FlagState": "claims.enums.FlagState",
        "RunState": "claims.enums.RunState",
        "FlagType": "claims.enums.FlagType",
        "EventType": "claims.enums.EventType",
        "MatchRelation": "claims.enums.MatchRelation",
        "RelationEnum": "claims.enums.Relation",
        "DeliveryState": "claims.enums.DeliveryState",
        "GateReason": "claims.enums.GateReason",
        "Rating": "claims.enums.Rating",
        "VerdictState": "claims.enums.VerdictState",
        "ArticleKind": "sources.enums.ArticleKind",
        "SourceKind": "sources.enums.SourceKind",
    },
}

# --- logs ---------------------------------------------------------------------
# It would believe whatever address a sender makes up; factcheck/receivers.py says whose is told.
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
_SHARED_PROCESSORS = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso"),
]
# The console renderer would print control characters of logged text as they are; `repr` keeps them out of terminals.
_RENDERER = (
    structlog.processors.JSONRenderer()
    if ENV.log_json
    else structlog.dev.ConsoleRenderer(colors=False, repr_native_str=True)
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "structured": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, without_secrets, _RENDERER],
            "foreign_pre_chain": _SHARED_PROCESSORS,
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
    "root": {"handlers": ["stderr"], "level": ENV.log_level},
    "loggers": {"django.server": {"handlers": ["stderr"], "level": ENV.log_level, "propagate": False}},
}
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
