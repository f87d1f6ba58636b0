"""Which apps and middleware there are."""

from config.settings import omgeving
from config.settings.omgeving import (
    DEBUG as DEBUG,
    HOSTS,
    PROJECTMAP,
    TESTING as TESTING,
    read_secret_key,
)

DATAMAP = omgeving.DATAMAP
BASE_DIR = PROJECTMAP
SECRET_KEY = read_secret_key()
ALLOWED_HOSTS = HOSTS or ["127.0.0.1", "localhost", "[::1]"]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "advies.apps.AdviesConfig",
    "inzicht.apps.InzichtConfig",
    "codering.apps.CoderingConfig",
    "peilingen.apps.PeilingenConfig",
    "bijeenkomsten.apps.BijeenkomstenConfig",
    "organisaties.apps.OrganisatiesConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "formtools",
    "csp",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "organisaties.middleware.LidmaatschapMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "config.middleware.WeigeringMiddleware",
]

MEDIA_ROOT = DATAMAP / "bestanden"
MEDIA_URL = ""
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
UPLOAD_MAX_BYTES = 25 * 1024 * 1024
