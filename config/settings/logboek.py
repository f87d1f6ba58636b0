"""Logging to the terminal, without addresses of visitors."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"kort": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "kort"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {"grondvlak": {"handlers": ["terminal"], "level": "INFO", "propagate": False}},
}
