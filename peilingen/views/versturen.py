"""Files as a download."""

from django.http import HttpResponse


def send_bestand(inhoud: bytes | str, soort: str, naam: str) -> HttpResponse:
    """Give a file that the browser keeps under `naam`: letters, digits, hyphens and points only."""
    kop = {"Content-Disposition": f'attachment; filename="{naam}"'}
    return HttpResponse(inhoud, content_type=soort, headers=kop)
