"""Where the outcome of a run came from, in words: enough to make it again."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from codering.domain.leerstand import describe_leren
from codering.models import Analyserun


def describe_herkomst(run: Analyserun) -> list[tuple[str, str]]:
    """Give what is known of a run as pairs of a name and a value."""
    herkomst: dict[str, Any] = run.herkomst or {}
    paren = [
        (_("Codeboek"), str(run.codeboek) if run.codeboek else _("geen: alleen groepen gezocht")),
        (_("Taalmodel"), herkomst.get("embedder", "")),
        (_("Voorbeelden waarvan is geleerd"), herkomst.get("voorbeelden", "")),
        (_("Uw besluiten"), describe_leren(run)),
        (_("Versies"), _join(herkomst.get("versies", ()))),
        (_("Instellingen"), _join(herkomst.get("parameters", ()))),
        (_("Begingetal voor het toeval"), str(run.seed)),
        (_("Vingerafdruk van de uitspraken"), run.invoerhash),
        (_("Vingerafdruk van de voorbeelden"), herkomst.get("voorbeelden_sha256", "")),
    ]
    return [(naam, str(waarde)) for naam, waarde in paren if waarde != ""]


def _join(paren: Iterable[Iterable[object]]) -> str:
    return ", ".join(" ".join(str(deel) for deel in paar) for paar in paren)
