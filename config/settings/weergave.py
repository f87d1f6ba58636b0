"""Templates, static files, forms."""

from config.settings.omgeving import DATAMAP as DATAMAP, DEBUG, PROJECTMAP, TESTING

FORM_RENDERER = "config.vormgeving.Formulierweergave"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECTMAP / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.grondvlak",
            ],
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = DATAMAP / "static"
STATICFILES_DIRS = [PROJECTMAP / "config" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or TESTING
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
