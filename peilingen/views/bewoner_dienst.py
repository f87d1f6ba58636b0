"""The service worker of residents' pages: one script for all questionnaires, with the mark of this version."""

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.views.decorators.http import require_GET

from organisaties.bewoners import bewonerpagina

BRON = "grondvlak/js/dienst.js"
# What a page needs besides itself; another one of these is another version.
BESTANDEN = ("grondvlak/js/bewoner.js", "grondvlak/css/bewoner.css", "grondvlak/favicon.svg")


@bewonerpagina
@require_GET
def dienst(request: HttpRequest) -> HttpResponse:
    """Give the script. A browser looks for another version by itself, so it is never kept."""
    bron, merk = read_dienst()
    return HttpResponse(f'const VERSIE = "{merk}";\n{bron}', content_type="text/javascript; charset=utf-8")


@cache
def read_dienst() -> tuple[str, str]:
    """Give the script, and the name of the drawer in which pages of this version are kept."""
    gevonden = finders.find(BRON)
    bron = Path(str(gevonden)).read_text(encoding="utf-8")
    inhoud = [Path(str(finders.find(naam))).read_bytes() for naam in BESTANDEN]
    namen = "".join(static(naam) for naam in BESTANDEN)
    merk = hashlib.sha256(b"".join([bron.encode(), namen.encode(), *inhoud])).hexdigest()[:12]
    return bron, f"grondvlak-{merk}"
