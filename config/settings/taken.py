"""Background tasks: rows in the same database, two lanes."""

LANE_SNEL = "snel"
LANE_LANG = "lang"
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": [LANE_SNEL, LANE_LANG],
    }
}
# A task works at most half a minute at a stretch, and its worker gives a sign of life meanwhile; one without
# such a sign for this many seconds lost its worker.
TAAK_VERLOREN_NA = 180
TAAK_POGINGEN = 3
# Seconds between two looks for new tasks when there are none.
TAAK_PEILING = 0.25
