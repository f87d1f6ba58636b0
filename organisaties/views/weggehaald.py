"""What a user took away last, kept in the session for a while so that it can be put back."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from organisaties.models import Lidmaatschap

SECONDEN = 15 * 60


def keep_weggehaald(request: HttpRequest, lid: Lidmaatschap, sleutel: str, wat: dict[str, Any]) -> None:
    """Keep what makes the row again; `wat` holds plain values."""
    toen = timezone.now().timestamp()
    request.session[sleutel] = {**wat, "organisatie": str(lid.organisatie.pk), "toen": toen}


def read_weggehaald(request: HttpRequest, lid: Lidmaatschap, sleutel: str) -> dict[str, Any] | None:
    """Give what was taken away from this organisation a short time ago."""
    weg: dict[str, Any] | None = request.session.get(sleutel)
    if weg is None or weg["organisatie"] != str(lid.organisatie.pk):
        return None
    return weg if timezone.now().timestamp() - weg["toen"] < SECONDEN else None
