"""Background tasks: rows in the same database, two lanes."""

LANE_SNEL = "snel"
LANE_LANG = "lang"
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": [LANE_SNEL, LANE_LANG],
    }
}
# A task works at most half a minute at a stretch; one that "runs" longer than this lost its worker.
TAAK_VERLOREN_NA = 180
TAAK_POGINGEN = 3
