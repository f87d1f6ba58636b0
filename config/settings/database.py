"""One SQLite file by default; any PostgreSQL by DATABASE_URL."""

import os
from typing import Any

import dj_database_url

from config.settings.omgeving import DATAMAP, TESTING

_SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATAMAP / "grondvlak.sqlite3",
    # Each thread keeps its connection: closing the last one folds the WAL back into the file, at every request.
    "CONN_MAX_AGE": 0 if TESTING else 60,
    "OPTIONS": {
        # Writers wait for each other instead of failing half-way a transaction.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;",
    },
    # Tests with a live server share the database between threads, so it must be a file there too.
    "TEST": {"NAME": os.environ.get("GRONDVLAK_TESTDB") or None},
}
_URL = os.environ.get("DATABASE_URL", "")

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(_URL, conn_max_age=60, conn_health_checks=True) if _URL else _SQLITE
}
CACHES = {
    "default": {
        # Shared by the processes of one machine; the limits on signing in count here.
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATAMAP / "cache",
    }
}
