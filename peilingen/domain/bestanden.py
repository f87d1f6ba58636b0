"""Files that people download: what they are called, and their type."""

from django.utils.text import slugify

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_NAAM = 60


def name_bestand(titel: str) -> str:
    """Give the title of a questionnaire as a name, without ending, that every computer accepts."""
    return slugify(titel)[:MAX_NAAM].strip("-") or "vragenlijst"
