"""Deleting uploaded files whose ronde or organisation is gone: a row goes with its ronde, its file does not."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from peilingen.models import Invoerbestand

# A file lies there a moment before its row does.
JONG = timedelta(hours=1)


def delete_losse_bestanden() -> int:
    """Delete files that no row names any more; gives how many."""
    map_ = str(Invoerbestand._meta.get_field("bestand").upload_to).rstrip("/")
    if not default_storage.exists(map_):
        return 0
    bekend = set(Invoerbestand.objects.exclude(bestand="").values_list("bestand", flat=True))
    namen = [f"{map_}/{naam}" for naam in default_storage.listdir(map_)[1]]
    grens = timezone.now() - JONG
    los = [n for n in namen if n not in bekend and default_storage.get_modified_time(n) < grens]
    for naam in los:
        default_storage.delete(naam)
    return len(los)
